/**
 * `Idempotency-Key` on any POST of the API: whoever repeats a request with the same key and credentials gets the answer of the first, and
 * nothing happens twice. Answers may hold secrets that are shown once; they are kept sealed with a key that only the caller can make again.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { PlatformError } from '@banyan/contract/errors'
import { sql } from 'kysely'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import { createRouter } from './http-app.ts'
import type { HttpApp, HttpContext } from './http-env.ts'

/** A type, not an interface: kysely asks for an index signature. */
type IdempotencyTables = {
  idempotent_requests: {
    key_hash: string
    request_hash: string
    /** Sealed answer; null while the first request is under way. */
    answer: Buffer | null
    created_at: Date
  }
}

export const idempotencyMigrations: Migrations = {
  'idempotency-0001-requests': {
    async up(db) {
      await sql`
        create table idempotent_requests (
          key_hash text primary key,
          request_hash text not null,
          answer bytea,
          created_at timestamptz not null
        )`.execute(db)
      await sql`create index idempotent_requests_by_age on idempotent_requests (created_at)`.execute(db)
    },
  },
}

export const idempotencyHeader = 'idempotency-key'
export const replayedHeader = 'idempotency-replayed'

const keyPattern = /^[\x21-\x7e]{1,200}$/
const keptMs = 86_400_000
const runningMs = 300_000
const answerMaxBytes = 256 * 1024
/** Of larger bodies only the length counts. */
const hashedBodyMaxBytes = 1024 * 1024
const ivBytes = 12
const tagBytes = 16

interface KeptAnswer {
  status: number
  headers: [string, string][]
  body: string
}

export function idempotentRoutes({ db: connection, clock }: { db: Db; clock: Clock }): HttpApp {
  const db = connection.withTables<IdempotencyTables>()
  const router = createRouter()

  router.use('/api/v1/*', async (c, next) => {
    const key = c.req.header(idempotencyHeader)
    if (c.req.method !== 'POST' || key === undefined) return next()
    if (!keyPattern.test(key)) throw new PlatformError('request.invalid', { detail: 'Idempotency-Key' })
    const secret = secretOf(c, key)
    const keyHash = hash(secret, 'name').toString('hex')
    const requestHash = await hashRequest(c)
    const now = clock.now()
    await forgetOld(now)
    const added = await db
      .insertInto('idempotent_requests')
      .values({ key_hash: keyHash, request_hash: requestHash, answer: null, created_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('key_hash')
      .executeTakeFirst()
    if (!added) return replay(keyHash, requestHash, secret)
    await next()
    const kept = await keepable(c.res)
    if (kept) {
      const answer = seal(JSON.stringify(kept), secret)
      await db.updateTable('idempotent_requests').set({ answer }).where('key_hash', '=', keyHash).execute()
    } else {
      await db.deleteFrom('idempotent_requests').where('key_hash', '=', keyHash).execute()
    }
    return undefined
  })

  /** A request whose process was killed would stand in the way for ever. */
  async function forgetOld(now: Date): Promise<void> {
    const [kept, running] = [new Date(now.getTime() - keptMs), new Date(now.getTime() - runningMs)]
    await db
      .deleteFrom('idempotent_requests')
      .where((eb) =>
        eb.or([eb('created_at', '<', kept), eb.and([eb('answer', 'is', null), eb('created_at', '<', running)])]),
      )
      .execute()
  }

  async function replay(keyHash: string, requestHash: string, secret: Buffer): Promise<Response> {
    const found = await db
      .selectFrom('idempotent_requests')
      .selectAll()
      .where('key_hash', '=', keyHash)
      .executeTakeFirst()
    if (found && found.request_hash !== requestHash) throw new PlatformError('request.idempotencyMismatch')
    if (!found?.answer) throw new PlatformError('request.idempotencyRunning')
    const { status, headers, body }: KeptAnswer = JSON.parse(unseal(found.answer, secret))
    const answer = new Response(body === '' ? null : body, { status, headers })
    answer.headers.set(replayedHeader, 'true')
    return answer
  }

  return router
}

/** What only this caller knows: his key and his credentials. */
function secretOf(c: HttpContext, key: string): Buffer {
  const credentials = c.req.header('authorization') ?? c.req.header('cookie') ?? ''
  return createHash('sha256')
    .update(JSON.stringify([credentials, c.req.path, key]))
    .digest()
}

async function hashRequest(c: HttpContext): Promise<string> {
  const length = Number(c.req.header('content-length') ?? NaN)
  const isShort = length <= hashedBodyMaxBytes
  const body = isShort ? Buffer.from(await c.req.raw.clone().arrayBuffer()) : Buffer.from(String(length))
  return createHash('sha256').update(`${c.req.url}\n`).update(body).digest('hex')
}

/** Undefined for what the caller should try again. */
async function keepable(answer: Response): Promise<KeptAnswer | undefined> {
  if (answer.status >= 500 || answer.status === 429) return undefined
  const body = await answer.clone().text()
  if (Buffer.byteLength(body) > answerMaxBytes) return undefined
  const headers = [...answer.headers].filter(([name]) => name === 'content-type' || name === 'location')
  return { status: answer.status, headers, body }
}

function seal(text: string, secret: Buffer): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', hash(secret, 'seal'), iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

function unseal(bytes: Buffer, secret: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', hash(secret, 'seal'), bytes.subarray(0, ivBytes))
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
}

function hash(secret: Buffer, purpose: string): Buffer {
  return createHash('sha256').update(secret).update(purpose).digest()
}
