import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate, openDb, type Migrations, type OpenDb } from '#infra/db/database.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#infra/db/embedded-postgres.ts'
import { createLog } from '#infra/log/log.ts'
import { platformMigrations } from './platform.ts'

const log = createLog('silent')
let dataDir: string
let embedded: EmbeddedPostgres
let opened: OpenDb[]
beforeAll(async () => {
  opened = []
  dataDir = await mkdtemp(join(tmpdir(), 'banyan-migrations-'))
  // The database runs as another user when this test runs as root.
  await chmod(dataDir, 0o755)
  embedded = await startEmbeddedPostgres(dataDir, log)
}, 60_000)
afterAll(async () => {
  for (const database of opened) await database.close()
  await embedded.stop()
  await rm(dataDir, { recursive: true, force: true })
})

interface Column {
  type: string
  mayBeLeftOut: boolean
}

async function emptyDatabase(name: string): Promise<OpenDb> {
  const made = await openDb({ embedded, database: name }, log)
  opened.push(made)
  return made
}

/** `table.column` -> what an insert has to know of it. */
async function columnsOf({ db }: OpenDb): Promise<ReadonlyMap<string, Column>> {
  const { rows } = await sql<{ name: string; type: string; may_be_left_out: boolean }>`
    select table_name || '.' || column_name as name, udt_name as type,
      is_nullable = 'YES' or column_default is not null or is_identity = 'YES' or is_generated = 'ALWAYS' as may_be_left_out
    from information_schema.columns where table_schema = 'public'
  `.execute(db)
  return new Map(rows.map(({ name, type, may_be_left_out }) => [name, { type, mayBeLeftOut: may_be_left_out }]))
}

/** What a server that was written for the tables before would stumble over. */
function hindrances(before: ReadonlyMap<string, Column>, after: ReadonlyMap<string, Column>): string[] {
  const oldTables = new Set([...before.keys()].map(tableOf))
  const lost = [...before].flatMap(([name, column]) => {
    const now = after.get(name)
    if (!now) return [`${name} is gone`]
    if (now.type !== column.type) return [`${name} was ${column.type} and is ${now.type}`]
    return column.mayBeLeftOut && !now.mayBeLeftOut ? [`${name} has to be given`] : []
  })
  const demanded = [...after].flatMap(([name, { mayBeLeftOut }]) =>
    before.has(name) || !oldTables.has(tableOf(name)) || mayBeLeftOut ? [] : [`${name} is new and has to be given`],
  )
  return [...lost, ...demanded]
}

function tableOf(name: string): string {
  return name.split('.')[0] ?? ''
}

/** `apps-0002-profile` -> 2. */
function numberOf(name: string): number {
  return Number(/-(\d{4})-/.exec(name)?.[1])
}

function upTo(number: number): Migrations {
  return Object.fromEntries(Object.entries(platformMigrations()).filter(([name]) => numberOf(name) <= number))
}

describe('the steps of the tables', { timeout: 60_000 }, () => {
  it('leave a server of any version before them able to read and write', async () => {
    const database = await emptyDatabase('steps')
    const numbers = [...new Set(Object.keys(platformMigrations()).map(numberOf))].toSorted((a, b) => a - b)
    expect(numbers.length).toBeGreaterThan(3)
    const seen: ReadonlyMap<string, Column>[] = []
    for (const number of numbers) {
      await migrate(database.db, upTo(number), log)
      const now = await columnsOf(database)
      expect(now.size).toBeGreaterThan(50)
      expect(seen.flatMap((before) => hindrances(before, now))).toEqual([])
      seen.push(now)
    }
  })

  it('would be caught when they took something away or asked for something new', async () => {
    const database = await emptyDatabase('wrong')
    await sql`create table shops (id text primary key, name text, size integer not null default 1)`.execute(database.db)
    const before = await columnsOf(database)
    await sql`alter table shops drop column name, add column town text not null, alter column size drop default`.execute(
      database.db,
    )
    expect(hindrances(before, await columnsOf(database)).toSorted()).toEqual([
      'shops.name is gone',
      'shops.size has to be given',
      'shops.town is new and has to be given',
    ])
  })

  it('happen once, and again do nothing', async () => {
    const database = await emptyDatabase('again')
    await migrate(database.db, platformMigrations(), log)
    const before = await columnsOf(database)
    await migrate(database.db, platformMigrations(), log)
    expect(await columnsOf(database)).toEqual(before)
  })
})
