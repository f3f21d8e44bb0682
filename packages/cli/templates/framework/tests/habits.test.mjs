import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countDone, dayOf, examples, toggle } from '../src/habits.js'

test('打卡一次，再点一次取消，原来的列表不变', () => {
  const day = dayOf(new Date(2026, 0, 31))
  assert.equal(day, '2026-01-31')
  const done = toggle(examples, 'water', day)
  assert.equal(countDone(done, day), 1)
  assert.equal(countDone(examples, day), 0)
  assert.equal(countDone(toggle(done, 'water', day), day), 0)
})
