import { mkdtemp, rm, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { migrate, openDb, type OpenDb } from '#infra/db/database.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#infra/db/embedded-postgres.ts'
import { createLog } from '#infra/log/log.ts'
import { createSealing, createSealingKeys, isSealed } from './sealing.ts'

const log = createLog('silent')
const secret = Buffer.from('the secret of an authenticator')
let root: string
let embedded: EmbeddedPostgres
let opened: OpenDb

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'banyan-sealing-'))
  await chmod(root, 0o755)
  embedded = await startEmbeddedPostgres(root, log)
  opened = await openDb({ embedded, database: 'sealing' }, log)
  await migrate(opened.db, { sealing: createSealingKeys }, log)
}, 60_000)
afterAll(async () => {
  await opened.close()
  await embedded.stop()
  await rm(root, { recursive: true, force: true })
})

it('opens for its owner what it has sealed, in every process, and hides it', async () => {
  const sealed = await createSealing({ db: opened.db, ownersKey: undefined }).seal(secret, 'ada')
  expect(isSealed(sealed)).toBe(true)
  expect(Buffer.from(sealed.slice(3), 'base64').includes(secret)).toBe(false)
  expect(await createSealing({ db: opened.db, ownersKey: undefined }).open(sealed, 'ada')).toEqual(secret)
})

it('refuses what was changed by a bit, or moved to somebody else', async () => {
  const sealing = createSealing({ db: opened.db, ownersKey: undefined })
  const sealed = await sealing.seal(secret, 'ada')
  await expect(sealing.open(sealed, 'lin')).rejects.toThrow()
  const bytes = Buffer.from(sealed.slice(3), 'base64')
  for (const at of [0, 15, bytes.length - 1]) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    await expect(sealing.open(`v1.${changed.toString('base64')}`, 'ada')).rejects.toThrow()
  }
})

it('wraps the key in the one that the owner keeps, so that the database alone opens nothing', async () => {
  const before = await createSealing({ db: opened.db, ownersKey: undefined }).seal(secret, 'ada')
  const owned = createSealing({ db: opened.db, ownersKey: 'a long text of the owner' })
  expect(await owned.open(before, 'ada')).toEqual(secret)
  const { rows } = await sql<{ is_wrapped: boolean }>`select is_wrapped from sealing_keys`.execute(opened.db)
  expect(rows).toEqual([{ is_wrapped: true }])
  await expect(createSealing({ db: opened.db, ownersKey: undefined }).open(before, 'ada')).rejects.toThrow(
    'BANYAN_SECRET_KEY',
  )
  await expect(createSealing({ db: opened.db, ownersKey: 'another text' }).start()).rejects.toThrow('another one')
})
