import { describe, expect, it } from 'vitest'
import { chooseSide, type LivePlan } from './choose.ts'
import { findBreach, type SideFigures } from './guards.ts'
import { readUserList } from './user-list.ts'

const plan = (change: Partial<LivePlan>): LivePlan => ({
  version: '2.0.0',
  state: 'running',
  salt: 'salt-of-the-plan',
  basisPoints: 1000,
  condition: null,
  users: new Set(),
  segments: new Map(),
  startsAt: null,
  endsAt: null,
  ...change,
})
const now = new Date('2026-05-01T12:00:00Z')
const users = Array.from({ length: 10_000 }, (_, index) => `device-${index}`)
const side = (change: Partial<LivePlan>, id = 'device-1', attributes = {}): string =>
  chooseSide(plan(change), { ids: [id], attributes }, now).reason
const inside = (change: Partial<LivePlan>): Set<string> =>
  new Set(users.filter((id) => chooseSide(plan(change), { ids: [id], attributes: {} }, now).isGray))

describe('a gray release', () => {
  it('of 10 percent reaches 9 to 11 percent of 10,000 users, and whoever has it keeps it at 20 and 50', () => {
    const [ten, twenty, fifty] = [1000, 2000, 5000].map((basisPoints) => inside({ basisPoints }))
    expect(ten?.size).toBeGreaterThanOrEqual(900)
    expect(ten?.size).toBeLessThanOrEqual(1100)
    expect([...(ten ?? [])].every((id) => twenty?.has(id))).toBe(true)
    expect([...(twenty ?? [])].every((id) => fifty?.has(id))).toBe(true)
    expect(inside({ basisPoints: 10_000 }).size).toBe(users.length)
    expect(inside({ basisPoints: 0 }).size).toBe(0)
  })

  it('chooses other users for another plan', () => {
    const one = inside({ salt: 'one' })
    const both = [...inside({ salt: 'other' })].filter((id) => one.has(id))
    expect(both.length).toBeLessThan(160)
  })

  it('reaches listed users whatever the share, by any of their ids', () => {
    const listed = plan({ basisPoints: 0, users: new Set(['openid-7']) })
    expect(chooseSide(listed, { ids: ['device-1', 'openid-7'], attributes: {} }, now).reason).toBe('listed')
  })

  it.each([
    ['before it starts', { startsAt: new Date('2026-05-02T00:00:00Z') }, 'outsideWindow'],
    ['after it ended', { endsAt: now }, 'outsideWindow'],
    ['while a guard holds it', { state: 'frozen' as const }, 'frozen'],
    ['once it was revoked', { state: 'revoked' as const }, 'noPlan'],
    ['for others than its condition names', { condition: { os: 'ios' } }, 'outsideCondition'],
  ])('reaches nobody %s', (_name, change, reason) => {
    expect(side({ basisPoints: 10_000, ...change })).toBe(reason)
  })

  it('reaches those for whom its condition holds', () => {
    const condition = { $segment: 'phones' }
    const segments = new Map([['phones', { os: { $in: ['ios', 'android'] } }]])
    expect(side({ basisPoints: 10_000, condition, segments }, 'device-1', { os: 'ios' })).toBe('share')
    expect(side({ basisPoints: 10_000, condition, segments }, 'device-1', { os: 'windows' })).toBe('outsideCondition')
  })

  it('answers in far less than a millisecond', () => {
    const condition = { $and: [{ os: { $in: ['ios', 'android'] } }, { osVersion: { $vgte: '12.0.0' } }] }
    const long = plan({ condition, users: new Set(users), basisPoints: 10_000 })
    const startedAt = performance.now()
    for (const id of users) chooseSide(long, { ids: [`x${id}`], attributes: { os: 'ios', osVersion: '17.1' } }, now)
    expect((performance.now() - startedAt) / users.length).toBeLessThan(0.5)
  })
})

describe('a guard', () => {
  const figures = (change: Partial<SideFigures> = {}): SideFigures => ({
    samples: 1000,
    errorRate: 0.01,
    crashFree: 0.99,
    launchP95Ms: 800,
    ...change,
  })
  const guard = { metric: 'errorRate', worseBy: 0.2, minimumSamples: 200 } as const

  it('sees that the new version is worse than the old one at the same time', () => {
    const breach = findBreach([guard], { gray: figures({ errorRate: 0.02 }), control: figures() })
    expect(breach).toEqual({ guard, gray: 0.02, control: 0.01 })
    const crash = { ...guard, metric: 'crashFree' } as const
    expect(findBreach([crash], { gray: figures({ crashFree: 0.95 }), control: figures() })?.gray).toBe(0.95)
  })

  it('is quiet when both are bad, when the difference is small, and while there are few samples', () => {
    const bad = figures({ errorRate: 0.3 })
    expect(findBreach([guard], { gray: bad, control: bad })).toBeUndefined()
    expect(findBreach([guard], { gray: figures({ errorRate: 0.011 }), control: figures() })).toBeUndefined()
    expect(findBreach([guard], { gray: figures({ samples: 5, errorRate: 1 }), control: figures() })).toBeUndefined()
  })
})

describe('a list of users', () => {
  it('is read from the first column, with heading, quotes and either line end', () => {
    expect(readUserList('\uFEFFuser,name\r\n"a ""1""",Li\r\nb;x\n\nb\n c \n')).toEqual(['a "1"', 'b', 'c'])
  })

  it('is refused with an id that is too long', () => {
    expect(() => readUserList(`${'x'.repeat(200)}\n`)).toThrow()
  })
})
