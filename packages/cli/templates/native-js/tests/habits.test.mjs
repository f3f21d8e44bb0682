import assert from 'node:assert/strict'
import { test } from 'node:test'

const stored = new Map()
globalThis.wx = {
  getStorageSync: (key) => stored.get(key) ?? '',
  setStorageSync: (key, value) => stored.set(key, value),
}
const { findHabit, listHabits, streakOf, today, toggleToday } = await import('../miniprogram/habits/habits.js')

test('打卡后连续一天，再点一次取消', () => {
  assert.equal(listHabits().length, 3)
  toggleToday('water')
  assert.deepEqual(findHabit('water').days, [today()])
  assert.equal(streakOf(findHabit('water')), 1)
  toggleToday('water')
  assert.equal(streakOf(findHabit('water')), 0)
})
