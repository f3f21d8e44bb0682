import { createPublicKey, verify } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyStatement } from '@banyan/contract/signed-release'
import { expect, it, onTestFinished } from 'vitest'
import { migrate, openDb, type Db } from '#infra/db/database.ts'
import { startEmbeddedPostgres } from '#infra/db/embedded-postgres.ts'
import { createLog } from '#infra/log/log.ts'
import { createSigner, createSigningKeys } from './signing.ts'

async function openTestDb(): Promise<Db> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-signing-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await chmod(folder, 0o755)
  const log = createLog('silent')
  const embedded = await startEmbeddedPostgres(folder, log)
  onTestFinished(() => embedded.stop())
  const opened = await openDb({ embedded, database: 'signing' }, log)
  onTestFinished(() => opened.close())
  await migrate(opened.db, { 'signing-0001-keys': createSigningKeys }, log)
  return opened.db
}

function isSigned(key: string, signature: string, text: string): boolean {
  const x = Buffer.from(key, 'base64').toString('base64url')
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))
}

it('processes that start at once on one database share one key; an old key signs its one successor', async () => {
  const db = await openTestDb()
  const start = new Date('2026-01-01')
  const at = (days: number) => ({ now: () => new Date(start.getTime() + days * 24 * 60 * 60 * 1000) })
  const keysAt = (days: number) =>
    Promise.all([1, 2, 3, 4].map(() => createSigner({ db, clock: at(days), keyDays: 365 }).keys()))

  const [first = [], ...others] = await keysAt(0)
  expect(first).toHaveLength(1)
  for (const keys of others) expect(keys).toEqual(first)
  expect((await keysAt(364))[0]).toEqual(first)

  const [rotated = [], ...again] = await keysAt(366)
  expect(rotated).toHaveLength(2)
  expect(rotated[0]).toEqual(first[0])
  for (const keys of again) expect(keys).toEqual(rotated)
  const [old, successor] = rotated
  expect(isSigned(old?.key ?? '', successor?.signature ?? '', keyStatement(successor?.key ?? ''))).toBe(true)
  expect(isSigned(old?.key ?? '', successor?.signature ?? '', keyStatement(old?.key ?? ''))).toBe(false)

  const signature = await createSigner({ db, clock: at(366) }).sign('text')
  expect(isSigned(successor?.key ?? '', signature, 'text')).toBe(true)
  expect(isSigned(old?.key ?? '', signature, 'text')).toBe(false)
}, 60_000)
