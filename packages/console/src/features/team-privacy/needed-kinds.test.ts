import { expect, test } from 'vitest'
import { neededKinds } from './needed-kinds.ts'

test('finds what the code asks for, whether declared or not, and what is declared for nothing', () => {
  const declared = [
    { kind: 'location', reason: 'Finds shops' },
    { kind: 'steps', reason: 'Counts' },
  ]
  expect(neededKinds(['chooseMedia', 'getLocation', 'request'], declared)).toEqual([
    { kind: 'location', functions: ['getLocation'], reason: 'Finds shops' },
    { kind: 'albumRead', functions: ['chooseMedia'], reason: null },
    { kind: 'steps', functions: [], reason: 'Counts' },
  ])
})
