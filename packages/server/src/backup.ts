/**
 * `backup <folder>`, `restore <folder>` and `verify <folder>` for the platform that the environment names, as for the server itself.
 * A backup may be made while the server works; a restore wants an empty data folder or an empty database.
 */
import { mkdir, readdir } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type pg from 'pg'
import { backUp } from '#infra/backup/back-up.ts'
import type { Backup } from '#infra/backup/format.ts'
import { restore } from '#infra/backup/restore.ts'
import { verifyBackup } from '#infra/backup/verify.ts'
import { systemClock } from '#infra/clock/clock.ts'
import { lockDataDir } from '#infra/db/data-lock.ts'
import { connectionOf, createDatabaseIfMissing, migrate, openDb, type DbAddress } from '#infra/db/database.ts'
import { runningEmbeddedPostgres, startEmbeddedPostgres } from '#infra/db/embedded-postgres.ts'
import { makeFolder } from '#infra/files.ts'
import { createLog } from '#infra/log/log.ts'
import { StartupError } from '#infra/startup-error.ts'
import { readConfig, type Config } from './config.ts'
import { platformMigrations } from './platform.ts'

const log = createLog('silent')
const embeddedDatabase = 'banyan'
const usage = 'Use: backup <new folder> | restore <folder of a backup> | verify <folder of a backup>'

try {
  const [command, folder] = process.argv.slice(2)
  if (folder === undefined) throw new StartupError(usage)
  const backup = await run(command ?? '', resolve(folder))
  const rows = backup.tables.reduce((sum, table) => sum + table.rows, 0)
  process.stdout.write(
    `${JSON.stringify({ ok: true, folder: resolve(folder), createdAt: backup.createdAt, rows, blobs: backup.blobs })}\n`,
  )
} catch (error) {
  if (!(error instanceof StartupError)) throw error
  process.stderr.write(`banyan: ${error.message}\n`)
  process.exitCode = 1
}

async function run(command: string, folder: string): Promise<Backup> {
  if (command === 'verify') return verifyBackup(folder)
  const config = readConfig(process.env, process.cwd())
  if (command === 'backup') return makeBackup(config, folder)
  if (command === 'restore') return restoreBackup(config, folder)
  throw new StartupError(usage)
}

async function makeBackup(config: Config, target: string): Promise<Backup> {
  const neighbours: string[] = await readdir(dirname(target)).catch(() => [])
  if (neighbours.includes(basename(target))) {
    throw new StartupError(`${target} is there already. Name a folder that does not exist yet.`)
  }
  await mkdir(dirname(target), { recursive: true })
  const job = (connection: pg.ClientConfig): Promise<Backup> =>
    backUp({ connection, dataDir: config.dataDir, target, now: systemClock.now() })
  if (config.databaseUrl !== undefined) return job(connectionOf({ url: config.databaseUrl }))
  const running = await runningEmbeddedPostgres(config.dataDir)
  if (running) return job({ host: running.socketDir, user: running.user, database: embeddedDatabase })
  return withEmbedded(config, (address) => job(connectionOf(address)))
}

async function restoreBackup(config: Config, source: string): Promise<Backup> {
  await verifyBackup(source)
  const job = async (address: DbAddress): Promise<Backup> => {
    if ('embedded' in address) await createDatabaseIfMissing(address.embedded, address.database)
    return restore({
      source,
      dataDir: config.dataDir,
      connection: connectionOf(address),
      migrateTo: (names) => migrateTo(address, names),
    })
  }
  await makeFolder(config.dataDir, 0o755)
  return config.databaseUrl === undefined ? withEmbedded(config, job) : job({ url: config.databaseUrl })
}

async function migrateTo(address: DbAddress, names: readonly string[]): Promise<void> {
  const known = platformMigrations()
  const unknown = names.filter((name) => known[name] === undefined)
  if (unknown.length > 0) {
    throw new StartupError(
      `The backup was made by a newer version of Banyan (${unknown.join(', ')}). Restore it with that.`,
    )
  }
  const opened = await openDb(address, log)
  try {
    await migrate(opened.db, Object.fromEntries(Object.entries(known).filter(([name]) => names.includes(name))), log)
  } finally {
    await opened.close()
  }
}

async function withEmbedded(config: Config, job: (address: DbAddress) => Promise<Backup>): Promise<Backup> {
  const lock = await lockDataDir(config.dataDir)
  try {
    const embedded = await startEmbeddedPostgres(config.dataDir, log)
    try {
      return await job({ embedded, database: embeddedDatabase })
    } finally {
      await embedded.stop()
    }
  } finally {
    await lock.release()
  }
}
