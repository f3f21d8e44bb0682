import { expect, test } from 'vitest'
import { parseGuard, parsePercent, parseStages, readCondition } from './gray-options.ts'

test('reads percents as ten thousandths, and refuses what is none', () => {
  expect(['0.01', '10', '12.5%', '100'].map((text) => parsePercent(text, 'bad'))).toEqual([1, 1000, 1250, 10_000])
  for (const text of ['', '0', '-1', '101', 'ten']) expect(() => parsePercent(text, 'bad')).toThrow('bad')
})

test('reads stages as shares that stay for a time', () => {
  expect(parseStages('1:30m,10:2h, 50%:1d', 'bad')).toEqual([
    { basisPoints: 100, dwellMinutes: 30 },
    { basisPoints: 1000, dwellMinutes: 120 },
    { basisPoints: 5000, dwellMinutes: 1440 },
  ])
  for (const text of ['', '10', '10:2', '10:2w', '200:1h']) expect(() => parseStages(text, 'bad')).toThrow('bad')
})

test('reads guards as a measure and how much worse it may be', () => {
  expect(parseGuard('errorRate:20%', 'bad')).toEqual({ metric: 'errorRate', worseBy: 0.2 })
  for (const text of ['errorRate', 'speed:1%', 'errorRate:much']) expect(() => parseGuard(text, 'bad')).toThrow('bad')
})

test('takes a condition as JSON, and says what is not an object', async () => {
  expect(await readCondition('{"os":"ios"}', 'en')).toEqual({ os: 'ios' })
  for (const text of ['os=ios', '[]', '"ios"', '@nowhere.json']) {
    await expect(readCondition(text, 'en')).rejects.toThrow(text)
  }
})
