import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  auditExportLineSchema,
  auditListSchema,
  auditVerificationSchema,
  type AuditVerification,
} from '@banyan/contract/audit'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#infra/clock/clock.ts'
import { migrate, openDb, type OpenDb } from '#infra/db/database.ts'
import { randomIds } from '#infra/ids/ids.ts'
import { createLog } from '#infra/log/log.ts'
import { startTestServer, type TestServer } from '#testing/test-server.ts'
import { auditMigrations, createAudit, systemActor, type Audit } from './index.ts'

let server: TestServer
let other: OpenDb
let folder: string
let audit: Audit
const log = createLog('silent')

/** A log of its own in a second database of the embedded cluster, where the test may play the enemy. */
beforeAll(async () => {
  server = await startTestServer()
  folder = await mkdtemp(join(tmpdir(), 'banyan-audit-'))
  const embedded = { socketDir: join(server.dataDir, 'postgres', 'run'), user: 'banyan', stop: async () => {} }
  other = await openDb({ embedded, database: 'audit_test' }, log)
  await migrate(other.db, auditMigrations, log)
  audit = createAudit({ db: other.db, clock: systemClock, ids: randomIds, log, dataDir: folder })
})
afterAll(async () => {
  await audit.stop()
  await other.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const anchorPath = (): string => join(folder, 'audit-head.json')

/** Past the trigger, as somebody with the superuser's rights. */
async function tamper(...changes: string[]): Promise<number> {
  return other.db.transaction().execute(async (transaction) => {
    await sql`set local session_replication_role = replica`.execute(transaction)
    await sql`set local synchronous_commit = off`.execute(transaction)
    let rows = 0
    for (const change of changes) rows += Number((await sql.raw(change).execute(transaction)).numAffectedRows ?? 0)
    return rows
  })
}

describe('the audit log', () => {
  it('finds each of 1,000 random edits, deletions, reorders and cuts', { timeout: 240_000 }, async () => {
    const entries = 40
    for (let number = 1; number <= entries; number++) {
      await audit.record(other.db, {
        workspaceId: `ws_${number % 3}`,
        ...(number % 2 === 0 && { appId: `by${number}` }),
        actor: systemActor,
        action: 'apps.update',
        subject: `subject ${number}`,
        details: { number, name: `name ${number}` },
      })
    }
    expect(await audit.verify()).toMatchObject({ isIntact: true, entries, waiting: 0, faults: [] })
    const untouched = await readFile(anchorPath(), 'utf8')
    await sql`create table audit_copy as select * from audit_entries`.execute(other.db)
    const random = seededRandom(15)
    const missed: string[] = []
    for (let round = 0; round < 1000; round++) {
      const changes = randomChange(random, entries)
      expect(await tamper(...changes), changes.join()).toBeGreaterThan(0)
      if ((await audit.verify()).isIntact) missed.push(...changes)
      await tamper('delete from audit_entries')
      await tamper('insert into audit_entries select * from audit_copy')
    }
    expect(missed).toEqual([])
    expect(await readFile(anchorPath(), 'utf8')).toBe(untouched)
    expect((await audit.verify()).isIntact).toBe(true)
  })

  it('finds a log that was written anew from its first entry, and a head that was spoilt', async () => {
    const before = await audit.verify()
    const { head } = before
    const anchored = await readFile(anchorPath(), 'utf8')
    await sql`create table audit_whole as select * from audit_entries`.execute(other.db)
    await tamper('update audit_entries set position = null, previous_hash = null, hash = null')
    await tamper(`update audit_entries set subject = 'forged' where subject = 'subject 7'`)
    expect(await audit.verify()).toMatchObject({
      isIntact: false,
      entries: before.entries,
      faults: [{ fault: 'anchorMissing' }],
    })
    await tamper('delete from audit_entries')
    await tamper('insert into audit_entries select * from audit_whole')
    for (const spoilt of ['', '{}', JSON.stringify({ ...head, position: head.position + 1 })]) {
      await writeFile(anchorPath(), spoilt)
      expect((await audit.verify()).isIntact, spoilt).toBe(false)
    }
    await writeFile(anchorPath(), anchored)
    expect((await audit.verify()).isIntact).toBe(true)
  })

  it('refuses to change or remove an entry', async () => {
    for (const change of [sql`update audit_entries set subject = ''`, sql`delete from audit_entries`]) {
      await expect(change.execute(other.db)).rejects.toThrow('the audit log is never changed')
    }
  })

  it('has an entry exactly when the change it tells of was made', async () => {
    const before = (await audit.verify()).entries
    const change = other.db.transaction().execute(async (transaction) => {
      await audit.record(transaction, { actor: systemActor, action: 'apps.update', subject: 'undone' })
      throw new Error('undone')
    })
    await expect(change).rejects.toThrow('undone')
    expect((await audit.verify()).entries).toBe(before)
  })

  it('takes entries of many writers at once without a gap', async () => {
    const before = (await audit.verify()).entries
    const one = createAudit({ db: other.db, clock: systemClock, ids: randomIds, log, dataDir: folder })
    const write = async (writer: Audit): Promise<void> => {
      for (let number = 0; number < 25; number++) {
        await other.db.transaction().execute(async (transaction) => {
          await writer.record(transaction, { actor: systemActor, action: 'apps.update', subject: String(number) })
          if (number % 10 === 0) await writer.verify()
        })
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, index) => write(index % 2 === 0 ? audit : one)))
    expect(await audit.verify()).toMatchObject({ isIntact: true, entries: before + 200, waiting: 0 })
    await one.stop()
  })

  it('is read to its last entry while another process seals', async () => {
    await other.db
      .transaction()
      .execute((transaction) =>
        audit.record(transaction, { actor: systemActor, action: 'apps.update', subject: 'the last one' }),
      )
    let reading: Promise<AuditVerification> | undefined
    await other.db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(x'6175646974'::bigint)`.execute(transaction)
      reading = audit.verify()
      await sql`select pg_sleep(0.2)`.execute(transaction)
    })
    expect(await reading).toMatchObject({ isIntact: true, waiting: 0 })
  })

  it('holds no secret and no phone number', async () => {
    const secrets = [
      'byk_0123456789abcdefghjk',
      'bys_0123456789abcdef',
      'correct horse battery staple',
      '13800138000',
      '+8613912345678',
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
      'deepsecret1',
    ]
    const [key = '', appSecret = '', password = '', phone = '', foreign = '', jwt = '', inUrl = ''] = secrets
    await audit.record(other.db, {
      actor: { kind: 'person', id: 'user_1', name: `Ada ${phone}` },
      action: 'identity.signIn',
      subject: `call ${foreign}`,
      details: {
        note: `the key ${key} and ${appSecret}`,
        nested: [{ password, phoneNumber: phone, clientSecret: appSecret, count: 13800138000 }],
        header: `Bearer ${jwt}`,
        url: `https://ada:${inUrl}@example.com/setup?token=${inUrl}&page=2`,
      },
    })
    await audit.verify()
    let text = ''
    for await (const line of audit.service.exportLines()) text += line
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    expect(text).toContain('page=2')
  })
})

describe('the API of the audit log', () => {
  it('shows a team its own entries, page by page, and no other team them', async () => {
    const me = await server.json('GET', '/api/v1/me', { key: server.ownerKey })
    const workspaceId = String(me['workspaceId'])
    await withServerDb(async (client) => {
      for (const [workspace, subject] of [
        [workspaceId, 'one'],
        [workspaceId, 'two'],
        ['ws_other', 'foreign'],
      ]) {
        await client.query(
          `insert into audit_entries (workspace_id, id, at, actor_kind, actor_id, actor_name, action, subject, details)
           values ($1, $2, now(), 'system', 'system', '', 'tests.write', $2, '{}')`,
          [workspace, subject],
        )
      }
    })
    const path = '/api/v1/audit?action=tests.write&limit=1'
    const first = auditListSchema.parse(await server.json('GET', path, { key: server.ownerKey }))
    const second = auditListSchema.parse(
      await server.json('GET', `${path}&cursor=${first.nextCursor}`, { key: server.ownerKey }),
    )
    expect([...first.items, ...second.items].map(({ subject }) => subject)).toEqual(['two', 'one'])
    expect(second.nextCursor).toBeNull()
    const all = await server.json('GET', '/api/v1/platform/audit?action=tests.write', { key: server.ownerKey })
    expect(auditListSchema.parse(all).items).toHaveLength(3)
  })

  it('lets those read who may, and nobody else', async () => {
    const developer = await server.createKey('developer')
    const admin = await server.createKey('admin')
    const status = async (path: string, key?: string, method = 'GET'): Promise<number> =>
      (await server.call(method, path, key === undefined ? {} : { key })).status
    expect(await status('/api/v1/audit', admin)).toBe(200)
    expect(await status('/api/v1/audit', developer)).toBe(403)
    expect(await status('/api/v1/audit')).toBe(401)
    for (const path of ['/api/v1/platform/audit', '/api/v1/platform/audit/export']) {
      expect(await status(path, server.ownerKey)).toBe(200)
      expect(await status(path, admin)).toBe(403)
    }
    expect(await status('/api/v1/platform/audit/verification', admin, 'POST')).toBe(403)
  })

  it('exports lines whose hashes anybody can recompute, and verifies them', async () => {
    const found: AuditVerification = auditVerificationSchema.parse(
      await server.json('POST', '/api/v1/platform/audit/verification', { key: server.ownerKey }),
    )
    expect(found).toMatchObject({ isIntact: true, waiting: 0 })
    const text = await (await server.call('GET', '/api/v1/platform/audit/export', { key: server.ownerKey })).text()
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => auditExportLineSchema.parse(JSON.parse(line)))
    expect(lines.at(-1)).toMatchObject(found.head)
    const links = lines.map(({ hash }) => hash)
    expect(lines.slice(1).map(({ previousHash }) => previousHash)).toEqual(links.slice(0, -1))
  })
})

function randomChange(random: () => number, entries: number): string[] {
  const any = (below: number): number => Math.floor(random() * below)
  const position = 1 + any(entries)
  switch (any(5)) {
    case 0: {
      const texts = [
        'id',
        'workspace_id',
        'app_id',
        'actor_kind',
        'actor_id',
        'actor_name',
        'action',
        'subject',
        'details',
        'hash',
        'previous_hash',
      ]
      const column = texts[any(texts.length)] ?? 'subject'
      const at = any(8)
      // One byte becomes another one, whatever stood there.
      const byte = `case when substr(${column}, ${at + 1}, 1) = 'x' then 'y' else 'x' end`
      const changed = `coalesce(left(${column}, ${at}) || ${byte} || substr(${column}, ${at + 2}), 'x')`
      return [`update audit_entries set ${column} = ${changed} where position = ${position}`]
    }
    case 1:
      return [`delete from audit_entries where position = ${position}`]
    case 2: {
      const swapped = 1 + ((position + any(entries - 1)) % entries)
      const pair = `${position}, ${swapped}`
      return [
        `update audit_entries set position = -position where position in (${pair})`,
        `update audit_entries set position = case -position when ${position} then ${swapped} else ${position} end where position < 0`,
      ]
    }
    case 3:
      return [`delete from audit_entries where position >= ${position}`]
    default:
      return [
        `update audit_entries set at = at + interval '${1 + any(1000)} milliseconds' where position = ${position}`,
      ]
  }
}

async function withServerDb(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ host: join(server.dataDir, 'postgres', 'run'), user: 'banyan', database: 'banyan' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 0x7fffffff
    return state / 0x7fffffff
  }
}
