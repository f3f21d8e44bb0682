import { conditionSchema, segmentsIn, type Condition } from '@banyan/contract/conditions'
import { describe, expect, it } from 'vitest'
import { holds, type Attributes } from './evaluate.ts'

const cases: readonly [name: string, condition: Condition, attributes: Attributes, expected: boolean][] = [
  ['an empty condition holds for everybody', {}, {}, true],
  ['an empty $and holds', { $and: [] }, {}, true],
  ['an empty $or holds', { $or: [] }, {}, true],
  ['an empty $nor does not', { $nor: [] }, {}, false],
  ['$or takes the second', { $or: [{ os: 'ios' }, { os: 'android' }] }, { os: 'android' }, true],
  ['$nor refuses the second', { $nor: [{ os: 'ios' }, { os: 'android' }] }, { os: 'android' }, false],
  ['$not turns around', { $not: { os: 'ios' } }, { os: 'android' }, true],
  ['all entries must hold', { os: 'ios', age: { $gt: 30 } }, { os: 'ios', age: 30 }, false],
  ['a dotted name reaches inside', { 'device.brand': 'Huawei' }, { device: { brand: 'Huawei' } }, true],
  ['a dotted name ends at null', { 'device.brand': 'Huawei' }, { device: null }, false],
  ['a dotted name ends at a number', { 'device.brand': 'Huawei' }, { device: 7 }, false],
  ['a name of the prototype is nobody’s attribute', { constructor: { $exists: true } }, {}, false],
  ['a number equals its text', { age: 7 }, { age: '7' }, true],
  ['a missing attribute is not 0', { age: 0 }, {}, false],
  ['a missing attribute is not false', { isMember: false }, {}, false],
  ['null means missing', { age: null }, {}, true],
  ['a list equals only the same list', { tags: ['a', 'b'] }, { tags: ['b', 'a'] }, false],
  ['$eq is strict', { age: { $eq: 7 } }, { age: '7' }, false],
  ['$ne holds for what is missing', { level: { $ne: 'senior' } }, {}, true],
  ['$gt compares text with text', { word: { $gt: 'alphabet' } }, { word: 'always' }, true],
  ['$gt compares a number in text', { n: { $gt: 5, $lt: 10 } }, { n: '8' }, true],
  ['what is missing counts as 0 beside a number', { n: { $gt: -10, $lt: 10 } }, {}, true],
  ['a word is no number', { n: { $gt: 0 } }, { n: 'many' }, false],
  ['$in', { os: { $in: ['ios', 'android'] } }, { os: 'ios' }, true],
  ['$in is not fooled by text', { os: { $in: 'ios' } }, { os: 'ios' }, false],
  ['$in of a list needs one in common', { tags: { $in: ['a', 'b'] } }, { tags: ['x', 'b'] }, true],
  ['$nin of a list refuses one in common', { tags: { $nin: ['a', 'b'] } }, { tags: ['x', 'b'] }, false],
  ['$nin without a list holds for nobody', { os: { $nin: 'ios' } }, { os: 'android' }, false],
  ['$ini ignores case', { os: { $ini: ['IOS'] } }, { os: 'ios' }, true],
  ['$nini ignores case', { os: { $nini: ['IOS'] } }, { os: 'ios' }, false],
  ['$all', { tags: { $all: ['a', 'b'] } }, { tags: ['b', 'c', 'a'] }, true],
  ['$all misses one', { tags: { $all: ['a', 'b'] } }, { tags: ['a'] }, false],
  ['$alli ignores case', { tags: { $alli: ['A'] } }, { tags: ['a'] }, true],
  ['$size', { tags: { $size: 2 } }, { tags: ['a', 'b'] }, true],
  ['$size with an operator', { tags: { $size: { $gt: 2 } } }, { tags: ['a', 'b'] }, false],
  ['$elemMatch of values', { scores: { $elemMatch: { $gt: 10 } } }, { scores: [3, 15] }, true],
  [
    '$elemMatch of objects',
    { orders: { $elemMatch: { paid: true, total: { $gte: 100 } } } },
    {
      orders: [
        { paid: true, total: 99 },
        { paid: true, total: 100 },
      ],
    },
    true,
  ],
  ['$exists: false', { 'pets.dog': { $exists: false } }, { pets: {} }, true],
  ['$exists: true', { 'pets.dog': { $exists: true } }, { pets: { dog: 'Fido' } }, true],
  ['$type of a list', { tags: { $type: 'array' } }, { tags: [] }, true],
  ['$type of what is missing', { tags: { $type: 'null' } }, {}, true],
  ['$not of operators', { age: { $not: { $gt: 18 } } }, { age: 18 }, true],
  ['$regex', { agent: { $regex: '(Mobile|Tablet)' } }, { agent: 'Android Mobile' }, true],
  ['$regexi', { agent: { $regexi: 'mobile' } }, { agent: 'Android Mobile' }, true],
  ['$regex that cannot be read', { agent: { $regex: '(' } }, { agent: '(' }, false],
  ['$contains one of several', { email: { $contains: ['@a.', '@b.'] } }, { email: 'x@b.cn' }, true],
  ['$endsWithi', { email: { $endsWithi: '.CN' } }, { email: 'x@b.cn' }, true],
  ['$before', { joined: { $before: '2026-01-01T00:00:00Z' } }, { joined: '2025-12-31T23:59:59Z' }, true],
  ['$after of no date', { joined: { $after: '2026-01-01' } }, { joined: 'yesterday' }, false],
  ['$vgt compares numbers, not text', { app: { $vgt: '1.9.0' } }, { app: '1.10.0' }, true],
  ['$vlt: a candidate comes before its release', { app: { $vlt: '2.0.0' } }, { app: '2.0.0-rc.1' }, true],
  ['$vgte with two parts', { os: { $vgte: '10.2' } }, { os: '10.15' }, true],
  ['$veq without a version', { app: { $veq: '1.0.0' } }, {}, false],
  ['$cidr', { address: { $cidr: ['10.0.0.0/8'] } }, { address: '10.200.1.1' }, true],
  ['$cidr of the other family', { address: { $cidr: ['::/0'] } }, { address: '10.0.0.1' }, false],
  ['$cidr that is none', { address: { $cidr: ['10.0.0.0/99'] } }, { address: '10.0.0.1' }, false],
  ['an operator that does not exist', { os: { $near: 'ios' } }, { os: 'ios' }, false],
  ['a segment', { $segment: 'staff' }, { email: 'x@example.com' }, true],
  ['not of a segment', { $not: { $segment: 'staff' } }, { email: 'x@example.com' }, false],
  ['a segment that is not there', { $segment: 'nobody' }, {}, false],
  ['segments in a circle', { $segment: 'circle' }, {}, false],
]
const segments = new Map<string, Condition>([
  ['staff', { email: { $endsWith: '@example.com' } }],
  ['circle', { $segment: 'circle' }],
])

describe('a condition', () => {
  it.each(cases)('%s', (_name, condition, attributes, expected) => {
    expect(holds(condition, attributes, segments)).toBe(expected)
  })

  it('takes no longer for a pattern that stalls other engines', () => {
    const startedAt = performance.now()
    expect(holds({ name: { $regex: '^(a+)+$' } }, { name: `${'a'.repeat(4000)}!` })).toBe(false)
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })

  it('is refused when it names an operator that does not exist, is too deep, or too large', () => {
    const deep = Array.from({ length: 20 }).reduce<Condition>((inner) => ({ $not: inner }), { os: 'ios' })
    const large: Condition = { os: { $in: Array.from({ length: 3000 }, (_, index) => String(index)) } }
    expect(conditionSchema.safeParse({ os: { $near: 'ios' } }).success).toBe(false)
    expect(conditionSchema.safeParse(deep).success).toBe(false)
    expect(conditionSchema.safeParse(large).success).toBe(false)
    for (const [name, condition] of cases) {
      if (!name.includes('does not exist')) expect(conditionSchema.safeParse(condition).success).toBe(true)
    }
  })

  it('says which segments it needs', () => {
    expect(segmentsIn({ $or: [{ $segment: 'a' }, { $not: { $segment: 'b' } }] })).toEqual(['a', 'b'])
  })
})
