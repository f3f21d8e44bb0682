import type { Case } from '../../case.ts'

const modal = 'https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showModal.html'
const sheet = 'https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showActionSheet.html'

function page(code: string): Pick<Case, 'wxml' | 'js'> {
  return { wxml: '<view id="go" bindtap="go">go</view>', js: `Page({ go() { ${code} } })` }
}

export const cases: readonly Case[] = [
  {
    id: 'confirm',
    says: 'The button on the right confirms.',
    source: modal,
    covers: ['wx.showModal'],
    ...page(
      `wx.showModal({ title: '提示', content: '一个模态框', success: (r) => log(r.confirm, r.cancel, r.errMsg) })`,
    ),
    steps: [
      { tap: '#go' },
      { modal: { title: '提示', content: '一个模态框', confirm: '确定', cancel: '取消' } },
      { tapHost: '确定' },
      { modal: null },
      { log: ['true false showModal:ok'] },
    ],
  },
  {
    id: 'cancel',
    says: 'The button on the left cancels, which is a success too.',
    source: modal,
    ...page(`wx.showModal({ title: '提示', content: 'x', success: (r) => log(r.confirm, r.cancel) })`),
    steps: [{ tap: '#go' }, { tapHost: '取消' }, { log: ['false true'] }],
  },
  {
    id: 'no-cancel-button',
    says: 'With showCancel false there is one button.',
    source: modal,
    ...page(`wx.showModal({ content: 'x', showCancel: false, success: (r) => log(r.confirm) })`),
    steps: [{ tap: '#go' }, { modal: { cancel: null, confirm: '确定' } }, { tapHost: '确定' }, { log: ['true'] }],
  },
  {
    id: 'texts-of-buttons',
    says: 'confirmText and cancelText name the buttons.',
    source: modal,
    ...page(
      `wx.showModal({ title: 't', content: 'x', confirmText: '是的', cancelText: '不要', success: (r) => log(r.confirm) })`,
    ),
    steps: [{ tap: '#go' }, { modal: { confirm: '是的', cancel: '不要' } }, { tapHost: '是的' }, { log: ['true'] }],
  },
  {
    id: 'confirm-text-too-long',
    says: 'confirmText takes at most four characters.',
    source: modal,
    ...page(`wx.showModal({ title: 't', confirmText: '一二三四五', fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { log: ['showModal:fail confirmText length should not larger than 4 Chinese characters'] },
      { modal: null },
    ],
  },
  {
    id: 'cancel-text-too-long',
    says: 'cancelText takes at most four characters.',
    source: modal,
    ...page(`wx.showModal({ title: 't', cancelText: '一二三四五', fail: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { log: ['showModal:fail cancelText length should not larger than 4 Chinese characters'] }],
  },
  {
    id: 'four-characters-fit',
    says: 'Four Chinese characters fit a button.',
    source: modal,
    ...page(`wx.showModal({ title: 't', confirmText: '一二三四', success: (r) => log(r.confirm) })`),
    steps: [{ tap: '#go' }, { tapHost: '一二三四' }, { log: ['true'] }],
  },
  {
    id: 'editable',
    says: 'With editable the user types, and content of the answer is what was typed.',
    source: modal,
    ...page(
      `wx.showModal({ title: '名字', editable: true, placeholderText: '请输入', success: (r) => log(r.confirm, r.content) })`,
    ),
    steps: [{ tap: '#go' }, { typeHost: '小榕' }, { tapHost: '确定' }, { log: ['true 小榕'] }],
  },
  {
    id: 'editable-starts-with-content',
    says: 'content is the first value of an editable modal.',
    source: modal,
    ...page(`wx.showModal({ title: '名字', content: '原来', editable: true, success: (r) => log(r.content) })`),
    steps: [{ tap: '#go' }, { tapHost: '确定' }, { log: ['原来'] }],
  },
  {
    id: 'title-must-be-a-text',
    says: 'A title that is no text fails.',
    source: modal,
    ...page(`wx.showModal({ title: 1, content: null, fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      {
        log: [
          'showModal:fail parameter error: parameter.title should be String instead of Number;parameter.content should be String instead of Null;',
        ],
      },
    ],
  },
  {
    id: 'promise',
    says: 'showModal without callbacks is a promise.',
    source: modal,
    ...page(`wx.showModal({ title: 't', content: 'c' }).then((r) => log(r.confirm))`),
    steps: [{ tap: '#go' }, { tapHost: '确定' }, { log: ['true'] }],
  },
  {
    id: 'complete',
    says: 'complete is called after success.',
    source: modal,
    ...page(`wx.showModal({ title: 't', success: () => log('success'), complete: (r) => log('complete', r.errMsg) })`),
    steps: [{ tap: '#go' }, { tapHost: '确定' }, { log: ['success', 'complete showModal:ok'] }],
  },
  {
    id: 'sheet-index',
    says: 'tapIndex counts from the top, from 0.',
    source: sheet,
    covers: ['wx.showActionSheet'],
    ...page(`wx.showActionSheet({ itemList: ['甲', '乙', '丙'], success: (r) => log(r.tapIndex, r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { actionSheet: ['甲', '乙', '丙'] },
      { tapHost: '乙' },
      { actionSheet: null },
      { log: ['1 showActionSheet:ok'] },
    ],
  },
  {
    id: 'sheet-cancel',
    says: 'The cancel button ends in fail cancel.',
    source: sheet,
    ...page(`wx.showActionSheet({ itemList: ['甲'], fail: (r) => log(r.errMsg) })`),
    steps: [{ tap: '#go' }, { tapHost: '取消' }, { log: ['showActionSheet:fail cancel'] }],
  },
  {
    id: 'sheet-alert-text',
    says: 'alertText stands above the items.',
    source: sheet,
    ...page(`wx.showActionSheet({ alertText: '请选择', itemList: ['甲'], success: (r) => log(r.tapIndex) })`),
    steps: [{ tap: '#go' }, { host: true, has: '请选择' }, { tapHost: '甲' }, { log: ['0'] }],
  },
  {
    id: 'sheet-seven-items',
    says: 'More than six items are refused.',
    source: sheet,
    ...page(`wx.showActionSheet({ itemList: ['1', '2', '3', '4', '5', '6', '7'], fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { logMatches: ['^showActionSheet:fail parameter error: .*itemList should not be large than 6'] },
      { actionSheet: null },
    ],
  },
  {
    id: 'sheet-no-items',
    says: 'An empty list is refused.',
    source: sheet,
    ...page(`wx.showActionSheet({ itemList: [], fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { logMatches: ['^showActionSheet:fail parameter error: .*itemList should have at least 1 item'] },
    ],
  },
  {
    id: 'sheet-needs-a-list',
    says: 'itemList is required.',
    source: sheet,
    ...page(`wx.showActionSheet({ fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { log: ['showActionSheet:fail parameter error: parameter.itemList should be Array instead of Undefined;'] },
    ],
  },
  {
    id: 'sheet-items-are-texts',
    says: 'The items of the list are texts.',
    source: sheet,
    ...page(`wx.showActionSheet({ itemList: ['a', 2], fail: (r) => log(r.errMsg) })`),
    steps: [
      { tap: '#go' },
      { log: ['showActionSheet:fail parameter error: parameter.itemList[1] should be String instead of Number;'] },
    ],
  },
  {
    id: 'sheet-promise',
    says: 'showActionSheet without callbacks is a promise, and a cancel rejects it.',
    source: sheet,
    ...page(`wx.showActionSheet({ itemList: ['甲'] }).catch((e) => log(e.errMsg))`),
    steps: [{ tap: '#go' }, { tapHost: '取消' }, { log: ['showActionSheet:fail cancel'] }],
  },
]
