/**
 * `backup <folder>`, `restore <folder>` and `verify <folder>` for the platform that the environment names, as for the server itself.
 * A backup may be made while the server works; a restore wants an empty data folder or an empty database.
 * `export-team <team> <folder>`, `import-team <folder>` and `verify-team <folder>` for one team, which moves into a platform that is there.
 */
import { mkdir, readdir } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type pg from 'pg'
import { backUp } from '#infra/backup/back-up.ts'
import type { Backup } from '#infra/backup/format.ts'
import { exportTeam } from '#infra/backup/export-team.ts'
import { importTeam, verifyTeam } from '#infra/backup/import-team.ts'
import { restore } from '#infra/backup/restore.ts'
import type { TeamArchive } from '#infra/backup/team-format.ts'
import { verifyBackup } from '#infra/backup/verify.ts'
import { openAppBlobs, openBlobs } from '#infra/blobs/open-blobs.ts'
import { systemClock } from '#infra/clock/clock.ts'
import { lockDataDir } from '#infra/db/data-lock.ts'
import { connectionOf, createDatabaseIfMissing, migrate, openDb, type DbAddress } from '#infra/db/database.ts'
import { runningEmbeddedPostgres, startEmbeddedPostgres } from '#infra/db/embedded-postgres.ts'
import { makeFolder } from '#infra/files.ts'
import { createLog } from '#infra/log/log.ts'
import { StartupError } from '#infra/startup-error.ts'
import { readConfig, type Config } from './config.ts'
import { platformMigrations } from './platform.ts'
import { teamRules } from './team-rules.ts'

const log = createLog('silent')
const embeddedDatabase = 'banyan'
const usage =
  'Use: backup <new folder> | restore <folder of a backup> | verify <folder of a backup> | ' +
  'export-team <id of the team> <new folder> | import-team <folder of an export> | verify-team <folder of an export>'

try {
  const [command = '', ...rest] = process.argv.slice(2)
  const folder = rest.at(-1)
  if (folder === undefined) throw new StartupError(usage)
  const backup = await run(command, { folder: resolve(folder), team: rest.length > 1 ? rest[0] : undefined })
  const rows = backup.tables.reduce((sum, table) => sum + table.rows, 0)
  process.stdout.write(
    `${JSON.stringify({ ok: true, folder: resolve(folder), createdAt: backup.createdAt, rows, blobs: Array.isArray(backup.blobs) ? { count: backup.blobs.length } : backup.blobs })}\n`,
  )
} catch (error) {
  if (!(error instanceof StartupError)) throw error
  process.stderr.write(`banyan: ${error.message}\n`)
  process.exitCode = 1
}

async function run(
  command: string,
  { folder, team }: { folder: string; team: string | undefined },
): Promise<Backup | TeamArchive> {
  if (command === 'verify') return verifyBackup(folder)
  if (command === 'verify-team') return verifyTeam(folder)
  const config = readConfig(process.env, process.cwd())
  if (command === 'export-team' && team !== undefined) return takeTeamOut(config, team, folder)
  if (command === 'import-team') return takeTeamIn(config, folder)
  if (command === 'backup') return makeBackup(config, folder)
  if (command === 'restore') return restoreBackup(config, folder)
  throw new StartupError(usage)
}

async function makeBackup(config: Config, target: string): Promise<Backup> {
  await requireNew(target)
  return withDatabase(config, (connection) =>
    backUp({ connection, dataDir: config.dataDir, target, now: systemClock.now() }),
  )
}

async function takeTeamOut(config: Config, workspaceId: string, target: string): Promise<TeamArchive> {
  await requireNew(target)
  const places = { blobs: await openBlobs(config), blobsOf: openAppBlobs(config), rules: teamRules }
  return withDatabase(config, (connection) =>
    exportTeam({ ...places, connection, workspaceId, target, now: systemClock.now() }),
  )
}

async function takeTeamIn(config: Config, source: string): Promise<TeamArchive> {
  const places = { blobs: await openBlobs(config), blobsOf: openAppBlobs(config), rules: teamRules }
  return withDatabase(config, (connection) => importTeam({ ...places, connection, source }))
}

async function requireNew(target: string): Promise<void> {
  const neighbours: string[] = await readdir(dirname(target)).catch(() => [])
  if (neighbours.includes(basename(target))) {
    throw new StartupError(`${target} is there already. Name a folder that does not exist yet.`)
  }
  await mkdir(dirname(target), { recursive: true })
}

/** Beside the server when it runs. */
async function withDatabase<T>(config: Config, job: (connection: pg.ClientConfig) => Promise<T>): Promise<T> {
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

async function withEmbedded<T>(config: Config, job: (address: DbAddress) => Promise<T>): Promise<T> {
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
