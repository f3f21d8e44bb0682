import { findHabit, removeHabit, saveHabit } from '../../habits/habits'

Page({
  data: {
    icons: ['树', '水', '行', '读', '静', '乐', '写', '食', '眠', '净'],
    icon: '树',
    name: '',
    isNew: true,
  },

  onLoad(query) {
    const habit = query.id === undefined ? undefined : findHabit(query.id)
    if (habit) this.setData({ icon: habit.icon, name: habit.name, isNew: false })
    wx.setNavigationBarTitle({ title: habit ? habit.name : '新的习惯' })
  },

  onName(event) {
    this.setData({ name: event.detail.value })
  },

  onIcon(event) {
    this.setData({ icon: event.currentTarget.dataset.icon })
  },

  onSave() {
    const name = this.data.name.trim()
    if (name === '') {
      wx.showToast({ title: '请写下名称', icon: 'none' })
      return
    }
    const id = this.options.id ?? String(Date.now())
    saveHabit({ id, icon: this.data.icon, name, days: findHabit(id)?.days ?? [] })
    wx.navigateBack()
  },

  onRemove() {
    wx.showModal({
      title: '删除这个习惯？',
      content: '它的打卡记录也会一起删除。',
      confirmText: '删除',
      success: ({ confirm }) => {
        if (!confirm || this.options.id === undefined) return
        removeHabit(this.options.id)
        wx.navigateBack()
      },
    })
  },
})
