/** Limits that hold across all processes on one database. The counts may be lost with a crash of the database, and nothing else. */
import { CompiledQuery, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible'
import type { Db, Migrations } from '#infra/db/database.ts'
import { presentLimit, type Limits } from './limits.ts'

const createLimits: Migration = {
  async up(db) {
    await sql`
      create unlogged table rate_limits (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      )`.execute(db)
  },
}

export const limitMigrations: Migrations = { 'limits-0001-limits': createLimits }

export function databaseLimits(db: Db): Limits {
  return {
    rate(name, rule) {
      const limit = { keyPrefix: name, points: rule.uses, duration: rule.perSeconds }
      const limiter = new RateLimiterPostgres({
        ...limit,
        storeClient: { query: (query: Query) => run(db, query) },
        storeType: 'pool',
        tableName: 'rate_limits',
        tableCreated: true,
        clearExpiredByTimeout: true,
        // Who is over his limit costs the database nothing more.
        inMemoryBlockOnConsumed: rule.uses + 1,
        // While the database is away each process counts by itself.
        insuranceLimiter: new RateLimiterMemory(limit),
      })
      return presentLimit(limiter)
    },
  }
}

interface Query {
  text: string
  values?: readonly unknown[]
}

async function run(db: Db, { text, values = [] }: Query): Promise<{ rows: unknown[]; rowCount: number }> {
  const { rows, numAffectedRows } = await db.executeQuery(CompiledQuery.raw(text, [...values]))
  return { rows, rowCount: Number(numAffectedRows ?? rows.length) }
}
