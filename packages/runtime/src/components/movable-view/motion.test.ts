import { describe, expect, test } from 'vitest'
import { clampPoint, rangeOf, resist, slide, spring } from './motion.ts'

const origin = { x: 0, y: 0 }

describe('spring', () => {
  test('goes from one place to the other without swinging over', () => {
    const motion = spring(origin, { x: 100, y: -50 }, 20)
    expect(motion.at(0)).toEqual(origin)
    let before = 0
    for (let ms = 0; ms <= 3000; ms += 16) {
      const { x, y } = motion.at(ms)
      expect(x).toBeGreaterThanOrEqual(before)
      expect(x).toBeLessThanOrEqual(100)
      expect(y).toBeGreaterThanOrEqual(-50)
      before = x
    }
    expect(motion.isOver(3000)).toBe(true)
    expect(motion.at(3000)).toEqual({ x: 100, y: -50 })
  })

  test('is faster with a greater damping, and takes 20 for one that is no number above 0', () => {
    const way = (damping: number) => spring(origin, { x: 100, y: 0 }, damping).at(100).x
    expect(way(40)).toBeGreaterThan(way(20))
    expect(way(0)).toBe(way(20))
    expect(way(-3)).toBe(way(20))
  })
})

describe('slide', () => {
  test('stands after speed divided by friction, half as far as without friction', () => {
    const motion = slide({ x: 10, y: 0 }, { x: 1, y: 0 }, 2)
    expect(motion.isOver(499)).toBe(false)
    expect(motion.isOver(500)).toBe(true)
    expect(motion.at(500).x).toBeCloseTo(260)
    expect(motion.at(9999)).toEqual(motion.at(500))
  })

  test('keeps its direction, and a friction of 0 is 2', () => {
    const { x, y } = slide(origin, { x: 0.3, y: -0.4 }, 0).at(10_000)
    expect(y / x).toBeCloseTo(-4 / 3)
    expect(Math.hypot(x, y)).toBeCloseTo(62.5)
    expect(slide(origin, origin, 2).at(100)).toEqual(origin)
  })
})

describe('range', () => {
  test('keeps a small view inside and lets a large one cover its area', () => {
    expect(rangeOf({ width: 50, height: 400 }, { width: 200, height: 300 })).toEqual({
      min: { x: 0, y: -100 },
      max: { x: 150, y: 0 },
    })
  })

  test('outside of it a view follows by the square root of the way', () => {
    const range = rangeOf({ width: 50, height: 50 }, { width: 200, height: 200 })
    expect(clampPoint({ x: 300, y: -20 }, range)).toEqual({ x: 150, y: 0 })
    expect(resist({ x: 250, y: -16 }, range)).toEqual({ x: 160, y: -4 })
    expect(resist({ x: 20, y: 30 }, range)).toEqual({ x: 20, y: 30 })
  })
})
