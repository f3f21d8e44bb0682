/**
 * Secrets that must be read again, sealed while they rest: AES-256-GCM, bound to whom they belong to. The key lies in a table of its own beside
 * the signing keys, so that all processes share it and a backup has it; with a key of the owner's it lies there wrapped, and a copy of the
 * database alone opens nothing.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Db } from '#infra/db/database.ts'
import { StartupError } from '#infra/startup-error.ts'

export interface Sealing {
  /** `owner` is part of the seal: what belongs to one cannot be put in another's place. */
  seal(bytes: Buffer, owner: string): Promise<string>
  /** Throws for what was changed, or is another's. */
  open(sealed: string, owner: string): Promise<Buffer>
  /** Throws when the owner's key is not the one that it was. */
  start(): Promise<void>
}

type SealingTables = { sealing_keys: { number: number; key: string; is_wrapped: boolean } }

export const createSealingKeys: Migration = {
  async up(db) {
    await sql`
      create table sealing_keys (
        number integer primary key,
        key text not null,
        -- By the key that the owner of the installation keeps.
        is_wrapped boolean not null
      )`.execute(db)
  },
}

const prefix = 'v1.'
const ivBytes = 12
const tagBytes = 16

export const isSealed = (text: string): boolean => text.startsWith(prefix)

export function createSealing({ db, ownersKey }: { db: Db; ownersKey: string | undefined }): Sealing {
  let known: Promise<Buffer> | undefined
  const load = (): Promise<Buffer> => {
    if (known) return known
    const reading = readKey(db, ownersKey)
    known = reading
    reading.catch(() => {
      if (known === reading) known = undefined
    })
    return reading
  }
  return {
    seal: async (bytes, owner) => prefix + encrypt(await load(), bytes, owner),
    async start() {
      await load()
    },
    open: async (sealed, owner) => decrypt(await load(), sealed.slice(prefix.length), owner),
  }
}

async function readKey(db: Db, ownersKey: string | undefined): Promise<Buffer> {
  const wrapper = ownersKey === undefined ? undefined : createHash('sha256').update(ownersKey).digest()
  return db
    .withTables<SealingTables>()
    .transaction()
    .execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(hashtextextended('sealing-keys', 0))`.execute(transaction)
      const row = await transaction.selectFrom('sealing_keys').selectAll().where('number', '=', 1).executeTakeFirst()
      const key = row ? unwrap(row, wrapper) : randomBytes(32)
      // A key of the owner's that comes later wraps what was plain before.
      if (!row || (!row.is_wrapped && wrapper !== undefined)) {
        const values = {
          number: 1,
          key: wrapper === undefined ? key.toString('base64') : encrypt(wrapper, key, 'sealing key'),
          is_wrapped: wrapper !== undefined,
        }
        await transaction
          .insertInto('sealing_keys')
          .values(values)
          .onConflict((conflict) => conflict.column('number').doUpdateSet(values))
          .execute()
      }
      return key
    })
}

function unwrap(row: SealingTables['sealing_keys'], wrapper: Buffer | undefined): Buffer {
  if (!row.is_wrapped) return Buffer.from(row.key, 'base64')
  if (wrapper === undefined) throw new StartupError('The secrets of this platform are sealed by BANYAN_SECRET_KEY.')
  try {
    return decrypt(wrapper, row.key, 'sealing key')
  } catch (cause) {
    throw new StartupError('BANYAN_SECRET_KEY is another one than that which sealed the secrets of this platform.', {
      cause,
    })
  }
}

function encrypt(key: Buffer, bytes: Buffer, owner: string): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner))
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

function decrypt(key: Buffer, text: string, owner: string): Buffer {
  const sealed = Buffer.from(text, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(ivBytes, -tagBytes)), decipher.final()])
}
