import { describe, expect, test } from 'vitest'
import { fling, positionAt, restingRow, withinReach } from './fling.ts'

const list = { rowPx: 34, count: 100 }

describe('a wheel that is let go', () => {
  test('snaps to the nearest row when it was not thrown', () => {
    expect(restingRow(34 * 3 + 16, 0, list)).toBe(3)
    expect(restingRow(34 * 3 + 18, 0.01, list)).toBe(4)
  })

  test('runs further the faster it was thrown, in the direction of the throw', () => {
    const slow = restingRow(1700, 0.5, list)
    const fast = restingRow(1700, 2, list)
    expect(slow).toBeGreaterThan(50)
    expect(fast).toBeGreaterThan(slow)
    expect(restingRow(1700, -2, list)).toBeLessThan(50)
  })

  test('never leaves its list, and an empty or hidden one stays at its first row', () => {
    expect(restingRow(1700, 100, list)).toBe(99)
    expect(restingRow(1700, -100, list)).toBe(0)
    expect(restingRow(10, 1, { rowPx: 34, count: 0 })).toBe(0)
    expect(restingRow(10, 1, { rowPx: 0, count: 5 })).toBe(0)
  })

  test('starts as fast as the finger was and ends exactly on its row', () => {
    const run = fling(0, 340, 1)
    expect(positionAt(run, 0)).toBe(0)
    const speed = positionAt(run, 1) - positionAt(run, 0)
    expect(speed).toBeGreaterThan(0.8)
    expect(speed).toBeLessThan(1.2)
    expect(positionAt(run, 5000)).toBe(340)
  })

  test('only ever comes closer to its row', () => {
    const run = fling(500, 340, -2)
    let before = 500
    for (let ms = 16; ms < 2000; ms += 16) {
      const now = positionAt(run, ms)
      expect(now).toBeLessThanOrEqual(before)
      expect(now).toBeGreaterThanOrEqual(340)
      before = now
    }
  })
})

describe('a wheel that is pulled beyond its end', () => {
  test('follows the finger exactly inside, and less and less outside', () => {
    expect(withinReach(50, 100, 80)).toBe(50)
    const first = withinReach(120, 100, 80) - 100
    const second = withinReach(140, 100, 80) - withinReach(120, 100, 80)
    expect(first).toBeLessThan(20)
    expect(second).toBeLessThan(first)
    expect(withinReach(-20, 100, 80)).toBeCloseTo(-first)
  })

  test('never goes further than its reach', () => {
    expect(withinReach(1e6, 100, 80)).toBeLessThanOrEqual(180)
    expect(withinReach(-1e6, 100, 80)).toBeGreaterThanOrEqual(-80)
  })
})
