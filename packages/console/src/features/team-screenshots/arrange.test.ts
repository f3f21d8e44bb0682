import { expect, test } from 'vitest'
import { moveTo, sortOut } from './arrange.ts'

test.each([
  [0, 2, ['b', 'c', 'a']],
  [2, 0, ['c', 'a', 'b']],
  [1, 1, ['a', 'b', 'c']],
  [0, -1, ['a', 'b', 'c']],
  [1, 9, ['a', 'c', 'b']],
])('moves the item at %i to %i and keeps the others in their order', (from, to, expected) => {
  expect(moveTo(['a', 'b', 'c'], from, to)).toEqual(expected)
})

test('takes the pictures that fit, and says of each other file why not', () => {
  const file = (name: string, type: string, size: number) => ({ name, type, size })
  const { accepted, refused } = sortOut(
    [
      file('notes.pdf', 'application/pdf', 10),
      file('big.png', 'image/png', 101),
      file('first.png', 'image/png', 100),
      file('second.webp', 'image/webp', 1),
      file('third.jpg', 'image/jpeg', 1),
    ],
    { room: 2, bytes: 100 },
  )
  expect(accepted.map(({ name }) => name)).toEqual(['first.png', 'second.webp'])
  expect(refused.map(({ file: { name }, refusal }) => [name, refusal])).toEqual([
    ['notes.pdf', 'wrongKind'],
    ['big.png', 'tooLarge'],
    ['third.jpg', 'tooMany'],
  ])
})
