import { allNotes, plainText, removeNote } from '../../services/notes'
import { chooseDoneLast, chooseSort, chosenSort, isDoneLast, sortNotes, sorts } from '../../services/preferences'
import { texts } from '../../text/texts'
import { zh } from '../../text/zh'

Page({
  data: {
    t: zh.settings,
    isReady: false,
    sort: '',
    doneLast: false,
    count: 0,
    size: '',
  },
  onLoad() {
    const t = texts().settings
    wx.setNavigationBarTitle({ title: t.title })
    this.setData({ t, isReady: true })
    this.read()
  },
  read() {
    const { currentSize } = wx.getStorageInfoSync()
    const sort = this.data.t.sorts[chosenSort()]
    this.setData({ sort, doneLast: isDoneLast(), count: allNotes().length, size: `${currentSize} KB` })
  },
  pickSort() {
    const words = this.data.t.sorts
    wx.showActionSheet({
      itemList: sorts.map((sort) => words[sort]),
      success: ({ tapIndex }) => {
        chooseSort(sorts[tapIndex] ?? 'edited')
        this.read()
      },
      fail() {},
    })
  },
  setDoneLast(event: WechatMiniprogram.SwitchChange) {
    chooseDoneLast(event.detail.value)
  },
  copyAll() {
    const { t } = this.data
    const data = sortNotes(allNotes(), chosenSort()).map(plainText).join('\n\n')
    if (data === '') {
      wx.showToast({ title: t.nothing, icon: 'none' })
      return
    }
    wx.setClipboardData({ data, success: () => wx.showToast({ title: t.copied }) })
  },
  async clear() {
    const { t } = this.data
    const { confirm } = await wx.showModal({
      title: t.clearTitle,
      content: t.clearHint,
      confirmText: t.remove,
      cancelText: t.cancel,
      confirmColor: '#B3261E',
    })
    if (!confirm) return
    for (const { id } of allNotes()) removeNote(id)
    this.read()
    wx.showToast({ title: t.cleared })
  },
})
