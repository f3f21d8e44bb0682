/** 一个习惯：{ id, icon, name, days }，days 是完成的日期，形如 2026-01-31 */
const key = 'habits'

const examples = [
  { id: 'water', icon: '水', name: '喝八杯水', days: [] },
  { id: 'walk', icon: '行', name: '散步半小时', days: [] },
  { id: 'read', icon: '读', name: '读书二十页', days: [] },
]

export function listHabits() {
  const stored = wx.getStorageSync(key)
  return stored === '' ? examples.map((habit) => ({ ...habit })) : stored
}

export function findHabit(id) {
  return listHabits().find((habit) => habit.id === id)
}

export function saveHabit(habit) {
  const habits = listHabits()
  const at = habits.findIndex(({ id }) => id === habit.id)
  if (at < 0) habits.push(habit)
  else habits[at] = habit
  wx.setStorageSync(key, habits)
}

export function removeHabit(id) {
  wx.setStorageSync(
    key,
    listHabits().filter((habit) => habit.id !== id),
  )
}

/** 完成或取消今天的一次，返回新的列表。 */
export function toggleToday(id) {
  const habits = listHabits()
  const habit = habits.find((each) => each.id === id)
  const day = today()
  if (habit) habit.days = habit.days.includes(day) ? habit.days.filter((each) => each !== day) : [...habit.days, day]
  wx.setStorageSync(key, habits)
  return habits
}

export function today() {
  return dayOf(new Date())
}

/** 到今天（或昨天）为止连续完成了几天。 */
export function streakOf(habit) {
  const date = new Date()
  if (!habit.days.includes(dayOf(date))) date.setDate(date.getDate() - 1)
  let count = 0
  while (habit.days.includes(dayOf(date))) {
    count += 1
    date.setDate(date.getDate() - 1)
  }
  return count
}

function dayOf(date) {
  const month = String(date.getMonth() + 1).padStart(2, '0')
  const day = String(date.getDate()).padStart(2, '0')
  return `${date.getFullYear()}-${month}-${day}`
}
