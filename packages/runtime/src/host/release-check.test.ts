import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { keyStatement, releaseStatement, type SignedKey } from '@banyan/contract/signed-release'
import { expect, test } from 'vitest'
import { checkRelease, type Memory } from './release-check.ts'

interface Platform {
  privateKey: KeyObject
  key: string
}

function newKey(): Platform {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return { privateKey, key: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64') }
}

function signed(by: Platform, text: string): string {
  return sign(null, Buffer.from(text), by.privateKey).toString('base64')
}

const file = { hash: '0'.repeat(64), sizeBytes: 1 }
const manifest = {
  format: 1 as const,
  compilerVersion: 'test',
  minRuntime: 1,
  config: file,
  assets: file,
  packages: [{ root: '', independent: false, script: file, style: file }],
}

function page(
  by: Platform,
  sequence: number,
  { issuedAt = sequence, keys }: { issuedAt?: number; keys?: SignedKey[] } = {},
) {
  const release = { version: `1.0.${sequence}`, sequence, channel: 'release' as const }
  const signature = signed(by, releaseStatement({ ...release, appId: 'by1', manifest, issuedAt }))
  return {
    appId: 'by1',
    release,
    manifest,
    signed: { key: by.key, signature, issuedAt, ...(keys === undefined ? {} : { keys }) },
  }
}

function newMemory(): Memory {
  const items = new Map<string, string>()
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) }
}

test('a release with any change to what was signed is refused', async () => {
  const good = page(newKey(), 3)
  expect(await checkRelease(good, newMemory())).toBe('good')
  const changed = [
    { ...good, appId: 'by2' },
    { ...good, release: { ...good.release, sequence: 4 } },
    { ...good, release: { ...good.release, version: '9.9.9' } },
    { ...good, signed: { ...good.signed, issuedAt: 99 } },
    { ...good, signed: { ...good.signed, key: newKey().key } },
    { ...good, manifest: { ...manifest, config: { ...file, hash: '1'.repeat(64) } } },
  ]
  for (const each of changed) expect(await checkRelease(each, newMemory())).toBe('forged')
})

test('a release older than one that was seen is stale, unless the platform has said it later', async () => {
  const platform = newKey()
  const memory = newMemory()
  expect(await checkRelease(page(platform, 5), memory)).toBe('good')
  expect(await checkRelease(page(platform, 4), memory)).toBe('stale')
  expect(await checkRelease(page(platform, 5), memory)).toBe('good')
  expect(await checkRelease(page(platform, 4, { issuedAt: 6 }), memory)).toBe('good')
  expect(await checkRelease(page(platform, 3, { issuedAt: 5 }), memory)).toBe('stale')
})

test('another key counts only when the pinned one vouches for it, over any number of rotations', async () => {
  const [first, second, third, stranger] = [newKey(), newKey(), newKey(), newKey()]
  const chain = (...keys: Platform[]) =>
    keys.map(({ key }, index) => {
      const before = keys[index - 1]
      return { key, signature: before === undefined ? '' : signed(before, keyStatement(key)) }
    })
  const memory = newMemory()
  expect(await checkRelease(page(first, 1), memory)).toBe('good')
  expect(await checkRelease(page(stranger, 2), memory)).toBe('otherKey')
  expect(await checkRelease(page(stranger, 2, { keys: chain(stranger) }), memory)).toBe('otherKey')
  const claimed = [...chain(first), { key: stranger.key, signature: signed(stranger, keyStatement(stranger.key)) }]
  expect(await checkRelease(page(stranger, 2, { keys: claimed }), memory)).toBe('otherKey')
  expect(await checkRelease(page(third, 2, { keys: chain(first, second, third) }), memory)).toBe('good')
  expect(await checkRelease(page(first, 3), memory)).toBe('otherKey')
  expect(await checkRelease(page(stranger, 4), memory, true)).toBe('good')
  expect(await checkRelease(page(stranger, 5), memory)).toBe('good')
})

test('a page whose signature was taken off is refused once a key is known', async () => {
  const memory = newMemory()
  const { signed: _signature, ...bare } = page(newKey(), 1)
  expect(await checkRelease(bare, memory)).toBe('unknown')
  expect(await checkRelease(page(newKey(), 1), memory)).toBe('good')
  expect(await checkRelease(bare, memory)).toBe('forged')
  expect(await checkRelease({ ...bare, release: { ...bare.release, channel: 'develop' } }, memory)).toBe('unknown')
})
