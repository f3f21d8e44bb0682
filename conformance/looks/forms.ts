import { head } from './look.ts'
import type { Look } from './look.ts'

const cell = (label: string, inside: string): string =>
  `<label class="cell"><view class="label">${label}</view>${inside}</label>`
const cellStyle =
  '.cell { display: flex; align-items: center; padding: 12px 16px; border-bottom: 1px solid rgba(128,128,128,.3) } .label { width: 6em; flex: none }'

export const forms: readonly Look[] = [
  {
    id: 'button',
    tags: ['button'],
    wxml: `<button type="primary">主要操作</button><button type="primary" loading>加载中</button><button type="primary" disabled>不可用</button><button>次要操作</button><button disabled>不可用</button><button type="warn">警告类操作</button><button type="primary" plain>按钮</button><button plain>按钮</button><view style="padding: 12px 16px"><button size="mini" type="primary">按钮</button> <button size="mini">按钮</button> <button size="mini" type="warn">按钮</button></view>`,
    wxss: 'button { margin: 8px 16px }',
  },
  {
    id: 'button-v2',
    tags: ['button'],
    json: { style: 'v2' },
    wxml: `<button type="primary">主要操作</button><button type="primary" loading>加载中</button><button type="primary" disabled>不可用</button><button>次要操作</button><button disabled>不可用</button><button type="warn">警告类操作</button><view style="padding: 12px 16px"><button size="mini" type="primary">按钮</button> <button size="mini">按钮</button> <button size="mini" type="warn">按钮</button></view>`,
    wxss: 'button { margin: 8px auto }',
  },
  {
    id: 'checkbox',
    tags: ['checkbox', 'checkbox-group'],
    wxml: `<checkbox-group>${cell('已选', '<checkbox value="a" checked/>')}${cell('未选', '<checkbox value="b"/>')}${cell('不可用', '<checkbox value="c" disabled/>')}${cell('选中不可用', '<checkbox value="d" checked disabled/>')}${cell('颜色', '<checkbox value="e" checked color="#f2a33a"/>')}<view style="padding: 12px 16px"><checkbox value="f" checked>文字在后面</checkbox></view></checkbox-group>`,
    wxss: cellStyle,
  },
  {
    id: 'radio',
    tags: ['radio', 'radio-group', 'label'],
    wxml: `<radio-group>${cell('已选', '<radio value="a" checked/>')}${cell('未选', '<radio value="b"/>')}</radio-group><radio-group>${cell('不可用', '<radio value="c" disabled/>')}${cell('选中不可用', '<radio value="d" checked disabled/>')}</radio-group><radio-group>${cell('颜色', '<radio value="e" checked color="#f2a33a"/>')}</radio-group>`,
    wxss: cellStyle,
  },
  {
    id: 'switch',
    tags: ['switch'],
    wxml: `${cell('开', '<switch checked/>')}${cell('关', '<switch/>')}${cell('不可用', '<switch checked disabled/>')}${cell('颜色', '<switch checked color="#f2a33a"/>')}${cell('复选框', '<switch type="checkbox" checked/>')}`,
    wxss: cellStyle,
  },
  {
    id: 'slider',
    tags: ['slider'],
    wxml: `<slider value="30"/><slider value="60" show-value/><slider value="50" disabled/><slider value="70" activeColor="#f2a33a" block-size="20" block-color="#f2a33a"/>`,
  },
  {
    id: 'input',
    tags: ['input', 'form'],
    wxml: `<form>${cell('姓名', '<input value="李明" style="flex: 1"/>')}${cell('手机', '<input type="number" placeholder="请输入手机号" style="flex: 1"/>')}${cell('密码', '<input password value="secret" style="flex: 1"/>')}${cell('不可用', '<input disabled value="不能修改" style="flex: 1"/>')}${cell('样式', '<input placeholder="占位符" placeholder-style="color: #f2a33a" style="flex: 1"/>')}</form>`,
    wxss: cellStyle,
  },
  {
    id: 'textarea',
    tags: ['textarea'],
    wxml: `${head('自动增高')}<textarea auto-height value="第一行\n第二行\n第三行" style="margin: 0 16px; width: auto"/>${head('占位符')}<textarea placeholder="请输入留言" style="margin: 0 16px; width: auto; background: rgba(128,128,128,.15)"/>`,
  },
  {
    id: 'keyboard-accessory',
    tags: ['keyboard-accessory'],
    wxml: `<textarea focus style="margin: 16px; width: auto"><keyboard-accessory style="height: 50px; background: #e5f3ef"><view style="padding: 12px; color: #13201c">键盘上方的工具栏</view></keyboard-accessory></textarea>`,
    steps: [{ tap: 'textarea' }],
  },
  {
    id: 'picker',
    tags: ['picker'],
    wxml: `<picker id="p" range="{{['美国', '中国', '巴西', '日本']}}" value="{{1}}" header-text="选择国家">${cell('国家', '中国')}</picker>`,
    wxss: cellStyle,
    steps: [{ tap: '#p' }, { exists: 'html:div[aria-selected=true]' }],
  },
  {
    id: 'picker-multi',
    tags: ['picker'],
    wxml: `<picker id="p" mode="multiSelector" range="{{[['动物', '植物'], ['狗', '猫', '鱼'], ['大', '小']]}}" value="{{[0, 1, 1]}}">${cell('分类', '猫')}</picker>`,
    wxss: cellStyle,
    steps: [{ tap: '#p' }, { exists: 'html:div[aria-selected=true]' }],
  },
  {
    id: 'picker-date',
    tags: ['picker'],
    wxml: `<picker id="p" mode="date" value="2024-02-29">${cell('日期', '2024-02-29')}</picker>`,
    wxss: cellStyle,
    steps: [{ tap: '#p' }, { exists: 'html:div[aria-selected=true]' }],
  },
  {
    id: 'picker-region',
    tags: ['picker'],
    wxml: `<picker id="p" mode="region" value="{{['广东省', '广州市', '海珠区']}}">${cell('地区', '海珠区')}</picker>`,
    wxss: cellStyle,
    steps: [{ tap: '#p' }, { exists: 'html:div[aria-selected=true]' }],
  },
  {
    id: 'picker-view',
    tags: ['picker-view', 'picker-view-column'],
    wxml: `<picker-view value="{{[2, 3]}}" indicator-style="height: 50px" style="width: 100%; height: 300px"><picker-view-column><view wx:for="{{[2020, 2021, 2022, 2023, 2024]}}" wx:key="*this" style="line-height: 50px; text-align: center">{{item}} 年</view></picker-view-column><picker-view-column><view wx:for="{{12}}" wx:key="*this" style="line-height: 50px; text-align: center">{{item + 1}} 月</view></picker-view-column></picker-view>`,
  },
  {
    id: 'editor',
    tags: ['editor'],
    wxml: '<editor id="e" placeholder="开始输入..." bindready="ready" style="padding: 12px 16px"/>',
    js: `Page({ ready() { wx.createSelectorQuery().select('#e').context(({ context }) => context.setContents({ html: '<h2>标题</h2><p>一段文字，<strong>加粗</strong>、<em>斜体</em>和<u>下划线</u>。</p><ol><li>第一</li><li>第二</li></ol>', success: () => log('set') })).exec() } })`,
    steps: [{ logHas: ['set'] }],
  },
]
