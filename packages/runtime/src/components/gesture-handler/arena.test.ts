import { expect, test } from 'vitest'
import { claim, type Contender, enter, leave } from './arena.ts'

function contender(tag = '', friends: readonly string[] = []): Contender & { lost: number } {
  return {
    lost: 0,
    tag: () => tag,
    friends: () => friends,
    lose() {
      this.lost += 1
    },
  }
}

test('the first that claims a finger has it, and the others lose', () => {
  const inner = contender()
  const outer = contender()
  enter(1, inner)
  enter(1, outer)
  expect(claim(1, outer)).toBe(true)
  expect(inner.lost).toBe(1)
  expect(claim(1, inner)).toBe(false)
  leave(1, inner)
  leave(1, outer)
})

test('handlers that name each other have the finger together', () => {
  const inner = contender('inner')
  const outer = contender('outer', ['inner'])
  enter(2, inner)
  enter(2, outer)
  expect([claim(2, inner), claim(2, outer)]).toEqual([true, true])
  expect([inner.lost, outer.lost]).toEqual([0, 0])
  leave(2, inner)
  leave(2, outer)
})

test('handlers without a tag are nobody’s friends', () => {
  const inner = contender('', [''])
  const outer = contender('', [''])
  enter(3, inner)
  enter(3, outer)
  expect([claim(3, inner), claim(3, outer)]).toEqual([true, false])
  leave(3, inner)
  leave(3, outer)
})

test('a finger that comes again is free', () => {
  const one = contender()
  const two = contender()
  enter(4, one)
  claim(4, one)
  leave(4, one)
  enter(4, two)
  expect(claim(4, two)).toBe(true)
  leave(4, two)
})
