/** 一个习惯：{ id, name, days }，days 是完成的日期，形如 2026-01-31 */
export const examples = [
  { id: 'water', name: '喝八杯水', days: [] },
  { id: 'walk', name: '散步半小时', days: [] },
  { id: 'read', name: '读书二十页', days: [] },
]

/** 完成或取消某一天的一次，返回新的列表。 */
export function toggle(habits, id, day) {
  return habits.map((habit) => {
    if (habit.id !== id) return habit
    const days = habit.days.includes(day) ? habit.days.filter((each) => each !== day) : [...habit.days, day]
    return { ...habit, days }
  })
}

export function countDone(habits, day) {
  return habits.filter((habit) => habit.days.includes(day)).length
}

export function dayOf(date) {
  const month = String(date.getMonth() + 1).padStart(2, '0')
  const day = String(date.getDate()).padStart(2, '0')
  return `${date.getFullYear()}-${month}-${day}`
}
