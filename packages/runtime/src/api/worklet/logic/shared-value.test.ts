import { expect, test } from 'vitest'
import { delay, sequence, spring, timing } from './animation-object.ts'
import { easing } from './easing.ts'
import { DerivedValue, react, SharedValue } from './shared-value.ts'

test('what reads a value is worked out again when it changes, and not after its end', () => {
  const x = new SharedValue(1)
  const seen: unknown[] = []
  const stop = react(
    () => Number(x.value) * 2,
    (value) => seen.push(value),
  )
  x.value = 4
  stop()
  x.value = 5
  expect(seen).toEqual([2, 8])
})

test('a derived value forgets what it no longer reads', () => {
  const isOn = new SharedValue(true)
  const x = new SharedValue(1)
  const derived = new DerivedValue(() => (isOn.value === true ? x.value : 'off'))
  expect(derived.value).toBe(1)
  isOn.value = false
  expect(derived.value).toBe('off')
  expect(x.listeners.size).toBe(0)
})

test('timing keeps the unit of its value and ends exactly there', () => {
  const motion = timing('100px', { duration: 100, easing: easing.linear }).begin('20px', 0)
  expect([motion.step(50), motion.value]).toEqual([false, '60px'])
  expect([motion.step(100), motion.value]).toEqual([true, '100px'])
})

test('a spring without much damping passes its end before it rests there', () => {
  const motion = spring(100, { damping: 5, stiffness: 200 }).begin(0, 0)
  let highest = 0
  let isDone = false
  for (let now = 16; !isDone && now < 20_000; now += 16) {
    isDone = motion.step(now)
    highest = Math.max(highest, Number(motion.value))
  }
  expect(highest).toBeGreaterThan(110)
  expect([isDone, motion.value]).toEqual([true, 100])
})

test('a sequence goes on from where its last part ended, a delay waits', () => {
  const motion = sequence(timing(10, { duration: 10 }), delay(100, timing(20, { duration: 10 }))).begin(0, 0)
  motion.step(10)
  expect(motion.value).toBe(10)
  motion.step(60)
  expect(motion.value).toBe(10)
  motion.step(111)
  expect([motion.step(125), motion.value]).toEqual([true, 20])
})
