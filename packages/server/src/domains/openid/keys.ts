/**
 * Keys that sign what programs are told about a person. They lie sealed in the database, so that all processes share them. A key signs for 90
 * days; then it has a successor, and stays in the list until nothing that it signed is good any more.
 */
import type { CryptoKey, JWK } from 'jose'
import { z } from 'zod'
import type { Clock } from '#infra/clock/clock.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import type { Sealing } from '#infra/sealing/sealing.ts'
import type { KeyRow, OpenidStore } from './store.ts'

const dayMs = 86_400_000
const signsMs = 90 * dayMs
const listedMs = signsMs + 7 * dayMs
/** Another process may have made a successor. */
const rereadMs = 60_000
const algorithm = 'RS256'

interface Known {
  kid: string
  key: CryptoKey
  madeAt: Date
  readAt: Date
}

const jwkShape = z.record(z.string(), z.unknown())

export function createOpenidKeys(ports: { store: OpenidStore; sealing: Sealing; clock: Clock; ids: Ids }) {
  const { store, sealing, clock, ids } = ports
  // Needed when somebody first signs in to another program, not to start.
  const load = () => import('jose')
  let known: Known | undefined

  async function make(inside: OpenidStore): Promise<KeyRow> {
    const { exportJWK, generateKeyPair } = await load()
    const pair = await generateKeyPair(algorithm, { extractable: true, modulusLength: 2048 })
    const id = randomText(ids, 16)
    const secret = Buffer.from(JSON.stringify(await exportJWK(pair.privateKey)))
    const row: KeyRow = {
      id,
      public_key: JSON.stringify({ ...(await exportJWK(pair.publicKey)), kid: id, alg: algorithm, use: 'sig' }),
      sealed_key: await sealing.seal(secret, `openid ${id}`),
      created_at: clock.now(),
    }
    await inside.addKey(row)
    return row
  }

  /** The key that signs now; of several processes that find none, one makes it. */
  async function current(): Promise<KeyRow> {
    const since = new Date(clock.now().getTime() - signsMs)
    const [newest] = await store.keysSince(since)
    if (newest) return newest
    return store.inTransaction(async (inside) => {
      await inside.lockKeys()
      const [made] = await inside.keysSince(since)
      return made ?? make(inside)
    })
  }

  async function signingKey(): Promise<Known> {
    const now = clock.now()
    const isFresh =
      known && now.getTime() - known.readAt.getTime() < rereadMs && now.getTime() - known.madeAt.getTime() < signsMs
    if (known && isFresh) return known
    const { importJWK } = await load()
    const row = await current()
    const jwk = jwkShape.parse(JSON.parse((await sealing.open(row.sealed_key, `openid ${row.id}`)).toString()))
    const key = await importJWK({ ...jwk, kty: 'RSA' }, algorithm)
    if (key instanceof Uint8Array) throw new Error('an RSA key was read as a shared secret')
    known = { kid: row.id, key, madeAt: row.created_at, readAt: now }
    return known
  }

  return {
    /** What others check signatures with. */
    async publicKeys(): Promise<{ keys: JWK[] }> {
      await current()
      const rows = await store.keysSince(new Date(clock.now().getTime() - listedMs))
      return { keys: rows.map((row) => ({ ...jwkShape.parse(JSON.parse(row.public_key)), kty: 'RSA' })) }
    },

    async sign(claims: Readonly<Record<string, unknown>>): Promise<string> {
      const { SignJWT } = await load()
      const { kid, key } = await signingKey()
      return new SignJWT({ ...claims }).setProtectedHeader({ alg: algorithm, kid, typ: 'JWT' }).sign(key)
    },
  }
}

export type OpenidKeys = ReturnType<typeof createOpenidKeys>
