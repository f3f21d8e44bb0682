import { describe, expect, it } from 'vitest'
import { bucketOf, murmur3 } from './buckets.ts'

describe('buckets', () => {
  it.each([
    ['', 0, 0],
    ['', 1, 0x514e28b7],
    ['a', 0, 0x3c2569b2],
    ['abc', 0, 0xb3dd93fa],
    ['abcd', 0, 0x43ed676a],
    ['Hello, world!', 0, 0xc0363e43],
    ['The quick brown fox jumps over the lazy dog', 0, 0x2e4ff723],
  ])('hash %j with seed %i as MurmurHash3 does', (text, seed, expected) => {
    expect(murmur3(Buffer.from(text), seed)).toBe(expected)
  })

  it('spread users evenly, and differently for each plan', () => {
    const users = Array.from({ length: 10_000 }, (_, index) => `user-${index}`)
    const inTenPercent = (salt: string): Set<string> => new Set(users.filter((id) => bucketOf(salt, id, 10_000) < 1000))
    const one = inTenPercent('plan-1')
    const other = inTenPercent('plan-2')
    expect(one.size).toBeGreaterThan(900)
    expect(one.size).toBeLessThan(1100)
    const both = [...one].filter((id) => other.has(id)).length
    expect(both).toBeGreaterThan(50)
    expect(both).toBeLessThan(160)
  })
})
