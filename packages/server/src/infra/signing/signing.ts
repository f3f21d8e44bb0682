/**
 * The platform's Ed25519 key. It is made at the first start and lies in the database, so that all processes share it and a backup has it.
 * A key that is old gets a successor at a start, which it signs: clients that know the old one follow.
 */
import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { keyStatement, type SignedKey } from '@banyan/contract/signed-release'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'

export interface Signer {
  /** Base64 of the signature of the current key. */
  sign(text: string): Promise<string>
  /** The current one last. */
  keys(): Promise<readonly SignedKey[]>
}

export interface SignerOptions {
  db: Db
  clock: Clock
  /** A key that is older gets a successor when the process starts. */
  keyDays?: number
}

type SigningTables = {
  signing_keys: { number: number; public_key: string; private_key: string; signature: string; created_at: Date }
}

export const createSigningKeys: Migration = {
  async up(db) {
    await sql`
      create table signing_keys (
        number integer primary key,
        public_key text not null,
        private_key text not null,
        signature text not null,
        created_at timestamptz not null
      )`.execute(db)
  },
}

const dayMs = 24 * 60 * 60 * 1000
/** Another process may have made a successor. */
const rereadMs = 60 * 1000

interface KnownKeys {
  current: KeyObject
  all: readonly SignedKey[]
  readAt: number
}

export function createSigner({ db, clock, keyDays = 365 }: SignerOptions): Signer {
  let known: Promise<KnownKeys> | undefined
  const read = (): Promise<KnownKeys> => {
    const reading = readKeys({ db, clock, keyDays })
    known = reading
    reading.catch(() => {
      if (known === reading) known = undefined
    })
    return reading
  }
  const load = async (): Promise<KnownKeys> => {
    const keys = await (known ?? read())
    // Who signs meanwhile signs with the key before, which clients still follow.
    if (clock.now().getTime() - keys.readAt > rereadMs) {
      known = Promise.resolve({ ...keys, readAt: clock.now().getTime() })
      void readKeys({ db, clock, keyDays }).then(
        (fresh) => (known = Promise.resolve(fresh)),
        () => undefined,
      )
    }
    return keys
  }
  return {
    sign: async (text) => sign(null, Buffer.from(text), (await load()).current).toString('base64'),
    keys: async () => (await load()).all,
  }
}

async function readKeys({ db, clock, keyDays }: Required<SignerOptions>): Promise<KnownKeys> {
  const tables = db.withTables<SigningTables>()
  const now = clock.now()
  const rows = await tables.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('signing-keys', 0))`.execute(transaction)
    const found = await transaction.selectFrom('signing_keys').selectAll().orderBy('number').execute()
    const last = found.at(-1)
    if (last !== undefined && now.getTime() - last.created_at.getTime() < keyDays * dayMs) return found
    const made = makeKey(last?.private_key)
    const row = { ...made, number: (last?.number ?? 0) + 1, created_at: now }
    await transaction.insertInto('signing_keys').values(row).execute()
    return [...found, row]
  })
  const last = rows.at(-1)
  if (last === undefined) throw new Error('there is no signing key')
  return {
    current: readPrivate(last.private_key),
    all: rows.map((row) => ({ key: row.public_key, signature: row.signature })),
    readAt: now.getTime(),
  }
}

function makeKey(previous: string | undefined): { public_key: string; private_key: string; signature: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  // A JWK has the 32 raw bytes, which browsers import.
  const key = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64')
  return {
    public_key: key,
    private_key: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    signature:
      previous === undefined
        ? ''
        : sign(null, Buffer.from(keyStatement(key)), readPrivate(previous)).toString('base64'),
  }
}

function readPrivate(base64: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' })
}
