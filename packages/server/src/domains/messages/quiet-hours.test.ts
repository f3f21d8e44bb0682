import { expect, test } from 'vitest'
import { isTimeZone, whenAudible } from './quiet-hours.ts'

const night = { from: 22 * 60, to: 8 * 60, timeZone: 'Asia/Shanghai' }

test.each([
  ['2026-01-01T15:30:00Z', '2026-01-02T00:00:00.000Z', 'before midnight'],
  ['2026-01-01T23:59:30Z', '2026-01-02T00:00:00.000Z', 'after midnight'],
  ['2026-01-01T14:00:00Z', '2026-01-02T00:00:00.000Z', 'at the first minute'],
  ['2026-01-02T00:00:00Z', '2026-01-02T00:00:00.000Z', 'at the end'],
  ['2026-01-01T05:00:00Z', '2026-01-01T05:00:00.000Z', 'by day'],
])('%s waits until %s: %s', (now, expected) => {
  expect(whenAudible(new Date(now), night).toISOString()).toBe(expected)
})

test('equal ends are no quiet hours', () => {
  const now = new Date('2026-01-01T15:30:00Z')
  expect(whenAudible(now, { from: 60, to: 60, timeZone: 'Asia/Shanghai' })).toEqual(now)
})

test('knows a time zone from a made-up name', () => {
  expect(isTimeZone('Europe/Berlin')).toBe(true)
  expect(isTimeZone('Nowhere/Land')).toBe(false)
})
