import { listHabits, streakOf, today, toggleToday } from '../../habits/habits'

const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']

Page({
  data: {
    date: '',
    greeting: '',
    cards: [],
    doneCount: 0,
    percent: 0,
  },

  onShow() {
    const now = new Date()
    this.setData({
      date: `${now.getMonth() + 1} 月 ${now.getDate()} 日 ${weekdays[now.getDay()]}`,
      greeting: now.getHours() < 12 ? '早上好' : now.getHours() < 18 ? '下午好' : '晚上好',
    })
    this.show(listHabits())
  },

  show(habits) {
    const day = today()
    const cards = habits.map((habit) => ({
      id: habit.id,
      icon: habit.icon,
      name: habit.name,
      streak: streakOf(habit),
      done: habit.days.includes(day),
    }))
    const doneCount = cards.filter((card) => card.done).length
    const percent = cards.length === 0 ? 0 : Math.round((doneCount / cards.length) * 100)
    this.setData({ cards, doneCount, percent })
  },

  onToggle(event) {
    this.show(toggleToday(event.currentTarget.dataset.id))
    wx.vibrateShort({ type: 'light' })
  },

  onOpen(event) {
    wx.navigateTo({ url: `../habit/habit?id=${event.currentTarget.dataset.id}` })
  },

  onAdd() {
    wx.navigateTo({ url: '../habit/habit' })
  },
})
