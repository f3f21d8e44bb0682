/** The one way to the database. Slices name their own tables with `db.withTables<…>()` and never another slice's. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import pg from 'pg'
import { StartupError } from '#infra/startup-error.ts'
import type { Log } from '#infra/log/log.ts'
import type { EmbeddedPostgres } from './embedded-postgres.ts'
import { createNotifications, type Notifications } from './notifications.ts'

export type NoTables = Record<never, never>
export type Db = Kysely<NoTables>
export type DbTransaction = Transaction<NoTables>
/** Name -> step; names start with the slice's and sort in the order in which they run: `apps-0001-create`. */
export type Migrations = Readonly<Record<string, Migration>>

export type DbAddress = { url: string } | { embedded: EmbeddedPostgres; database: string }

/** Runs a text of several statements and answers with the rows of all; kysely tells none of them. */
export type QueryAll = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>

export interface OpenDb {
  db: Db
  queryAll: QueryAll
  notifications: Notifications
  close(): Promise<void>
}

const statementTimeoutMs = 30_000

export async function openDb(address: DbAddress, log: Log): Promise<OpenDb> {
  if ('embedded' in address) await createDatabaseIfMissing(address.embedded, address.database)
  const pool = new pg.Pool({
    ...connectionOf(address),
    max: 20,
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: statementTimeoutMs,
  })
  pool.on('error', (error) => log.warn({ error }, 'an idle database connection was lost'))
  await checkConnection(pool, address)
  const db = new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) })
  const notifications = createNotifications(connectionOf(address), log)
  return {
    db,
    async queryAll(text, values = []) {
      // An array when there are several.
      const results = [await pool.query(text, values)].flat()
      return { rows: results.flatMap(({ rows }): unknown[] => rows) }
    },
    notifications,
    async close() {
      await notifications.stop()
      await db.destroy()
    },
  }
}

/** Steps of different slices do not depend on each other; a lock in the database keeps two servers from migrating at once. */
export async function migrate(db: Db, migrations: Migrations, log: Log): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    allowUnorderedMigrations: true,
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  })
  const { error, results } = await migrator.migrateToLatest()
  for (const result of results ?? []) {
    if (result.status === 'Success') log.debug({ migration: result.migrationName }, 'migrated')
  }
  if (error === undefined) return
  const failed = results?.find((result) => result.status === 'Error')?.migrationName
  const subject = failed ? `The database migration ${failed}` : 'The migration of the database'
  throw new StartupError(`${subject} failed: ${messageOf(error)}`, { cause: error })
}

export function connectionOf(address: DbAddress): pg.PoolConfig {
  if ('url' in address) return { connectionString: address.url }
  return { host: address.embedded.socketDir, user: address.embedded.user, database: address.database }
}

export async function createDatabaseIfMissing(embedded: EmbeddedPostgres, database: string): Promise<void> {
  const client = new pg.Client({ host: embedded.socketDir, user: embedded.user, database: 'postgres' })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database])
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`)
  } finally {
    await client.end()
  }
}

async function checkConnection(pool: pg.Pool, address: DbAddress): Promise<void> {
  try {
    const result = await pool.query<{ server_version_num: string }>('show server_version_num')
    const version = Number(result.rows[0]?.server_version_num)
    if (version < 140_000) throw new Error('PostgreSQL 14 or newer is needed')
  } catch (cause) {
    await pool.end()
    const where = 'url' in address ? `DATABASE_URL (${withoutPassword(address.url)})` : 'the embedded database'
    throw new StartupError(`Cannot use ${where}: ${messageOf(cause)}. Check the address, the user and that it runs.`, {
      cause,
    })
  }
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'not a valid address'
  const parsed = new URL(url)
  if (parsed.password) parsed.password = '***'
  return parsed.href
}

/** Errors of a host with several addresses have an empty message of their own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
