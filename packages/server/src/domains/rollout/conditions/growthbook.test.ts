/**
 * Held against GrowthBook's own evaluation of conditions: documented examples, and any condition that can be made of its operators.
 * Where Unleash's vectors say otherwise they count: a `v` before one of two versions makes it none.
 */
import type { Condition } from '@banyan/contract/conditions'
import { evalCondition } from '@growthbook/growthbook'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holds, type Attributes } from './evaluate.ts'

const user = {
  id: 'u1',
  age: 21,
  name: 'Hello World',
  isPaying: true,
  version: '1.10.3',
  tags: ['a', 'b', 'C'],
  scores: [3, 7, 10],
  empty: [],
  nothing: null,
  father: { age: 50, tags: ['x'] },
  hobbies: [
    { name: 'chess', years: 3 },
    { name: 'go', years: 12 },
  ],
}
const examples: readonly Condition[] = [
  {},
  { id: 'u1', age: 21 },
  { age: { $gt: 20, $lt: 22 } },
  { age: { $gte: 21, $lte: 21, $ne: 22 } },
  { name: { $regex: '^Hello' } },
  { name: { $regex: '^hello' } },
  { name: { $regexi: '^hello' } },
  { name: { $not: { $regex: 'World$' } } },
  { 'father.age': { $gt: 49 } },
  { 'father.tags': { $in: ['x', 'y'] } },
  { 'father.name': { $exists: false } },
  { father: { age: 50, tags: ['x'] } },
  { father: { tags: ['x'], age: 50 } },
  { missing: { $exists: true } },
  { missing: null },
  { nothing: null },
  { nothing: { $type: 'null' } },
  { tags: { $type: 'array' } },
  { tags: { $in: ['b', 'z'] } },
  { tags: { $nin: ['b', 'z'] } },
  { tags: { $ini: ['c'] } },
  { tags: { $nini: ['c'] } },
  { tags: { $all: ['a', 'b'] } },
  { tags: { $all: ['a', 'z'] } },
  { tags: { $alli: ['A', 'c'] } },
  { tags: { $size: 3 } },
  { tags: { $size: { $gt: 3 } } },
  { empty: { $size: 0 } },
  { tags: ['a', 'b', 'C'] },
  { tags: ['b', 'a', 'C'] },
  { scores: { $elemMatch: { $gt: 8 } } },
  { scores: { $elemMatch: { $gt: 10 } } },
  { hobbies: { $elemMatch: { name: 'chess', years: { $gt: 2 } } } },
  { hobbies: { $elemMatch: { name: 'chess', years: { $gt: 5 } } } },
  { $or: [{ age: 1 }, { isPaying: true }] },
  { $or: [] },
  { $nor: [{ age: 1 }, { isPaying: true }] },
  { $nor: [{ age: 1 }, { isPaying: false }] },
  { $and: [{ age: 21 }, { $or: [{ id: 'u2' }, { 'father.age': 50 }] }] },
  { $and: [] },
  { $not: { $and: [{ age: 21 }, { id: 'u2' }] } },
  { version: { $vgt: '1.9.0' } },
  { version: { $vgte: '1.10.3', $vlte: '1.10.3' } },
  { version: { $vlt: '1.10.3-beta' } },
  { version: { $veq: '1.10.3' } },
  { version: { $vne: '1.10.3+build5' } },
]

it.each(examples.map((condition) => [JSON.stringify(condition), condition] as const))('%s', (_, condition) => {
  expect(holds(condition, user)).toBe(evalCondition(user, { ...condition }))
})

it('is not all of one answer', () => {
  const answers = new Set(examples.map((condition) => holds(condition, user)))
  expect(answers.size).toBe(2)
})

const word = fc.constantFrom('a', 'b', 'A', 'abc', '')
const number = fc.constantFrom(-1, 1, 2, 7, 10)
const one = fc.oneof(word, number)
const version = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12)).map((parts) => parts.join('.'))
const list = fc.array(one, { maxLength: 4 })
const ofNumber = fc.record(
  { $gt: number, $gte: number, $lt: number, $lte: number, $eq: number, $ne: number, $in: list, $nin: list },
  { requiredKeys: [] },
)
const ofWord = fc.record(
  {
    $eq: word,
    $ne: word,
    $in: list,
    $nin: list,
    $ini: list,
    $nini: list,
    $gt: word,
    $lte: word,
    $regex: fc.constantFrom('^a', 'b$', 'a.c', '^$'),
    $regexi: fc.constantFrom('^A', 'BC'),
  },
  { requiredKeys: [] },
)
const ofList = fc.record(
  { $all: list, $alli: list, $size: fc.nat(4), $in: list, $nin: list, $elemMatch: fc.record({ $in: list }) },
  { requiredKeys: [] },
)
const ofVersion = fc.record(
  { $vgt: version, $vgte: version, $vlt: version, $vlte: version, $veq: version, $vne: version },
  { requiredKeys: [] },
)
const withSome = <Value extends object>(operators: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  operators.filter((each) => Object.keys(each).length > 0)
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ n: fc.oneof(number, withSome(ofNumber)) }),
  fc.record({
    w: fc.oneof(
      word,
      withSome(ofWord),
      withSome(ofWord).map(($not) => ({ $not })),
    ),
  }),
  fc.record({ l: withSome(ofList) }),
  fc.record({ v: withSome(ofVersion) }),
  fc.record({ 'deep.w': fc.oneof(word, fc.record({ $exists: fc.boolean() })) }),
)
const { condition } = fc.letrec<{ condition: Condition; many: readonly Condition[] }>((tie) => ({
  many: fc.array(tie('condition'), { maxLength: 3 }),
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    tie('many').map(($and) => ({ $and })),
    tie('many').map(($or) => ({ $or })),
    tie('many').map(($nor) => ({ $nor })),
    tie('condition').map(($not) => ({ $not })),
  ),
}))
const attributes: fc.Arbitrary<Attributes> = fc.record({
  n: number,
  w: word,
  l: list,
  v: version,
  deep: fc.oneof(fc.record({ w: word }), fc.constant({})),
})

it('holds for whom it holds by GrowthBook', () => {
  const seen = new Set<boolean>()
  fc.assert(
    fc.property(condition, attributes, (given, person) => {
      const answer = holds(given, person)
      seen.add(answer)
      expect(answer).toBe(evalCondition({ ...person }, { ...given }))
    }),
    { numRuns: 3000, seed: 20260601 },
  )
  expect(seen.size).toBe(2)
})
