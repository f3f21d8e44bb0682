/**
 * Data folders for tests. Most of a first start goes into making a database and its tables, which are the same each time: under vitest
 * (see `data-folder-setup.ts`) they are made once in a run, and each folder gets a copy.
 */
import { execFile } from 'node:child_process'
import { chmod, lstat, mkdir, mkdtemp, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { migrate, openDb } from '#infra/db/database.ts'
import { startEmbeddedPostgres } from '#infra/db/embedded-postgres.ts'
import { hasCode } from '#infra/files.ts'
import { createLog } from '#infra/log/log.ts'
import { platformMigrations } from '../platform.ts'
import { preparedVariable } from './data-folder-setup.ts'

const longestMakingMs = 120_000

/** With the database and its tables in it, when the run has prepared them; else empty. */
export async function makeDataFolder(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'banyan-test-'))
  // The database runs as another user when the tests run as root, and may not pass a private folder.
  await chmod(dataDir, 0o755)
  const home = process.env[preparedVariable]
  if (home === undefined) return dataDir
  const prepared = join(await prepare(home), 'postgres')
  // A link instead: the temporary folder is a private one, and a copy would be the same database.
  if ((await lstat(prepared)).isDirectory()) await promisify(execFile)('cp', ['-a', prepared, dataDir])
  return dataDir
}

/** The first of the run's processes that comes makes it; the others wait. */
async function prepare(home: string): Promise<string> {
  const dataDir = join(home, 'data')
  const done = join(home, 'done')
  try {
    await mkdir(dataDir, { mode: 0o755 })
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
    for (const end = Date.now() + longestMakingMs; Date.now() < end; await wait(50))
      if (await exists(done)) return dataDir
    throw new Error(`the database for the tests was not made in ${longestMakingMs / 1000} s`, { cause: error })
  }
  const log = createLog('silent')
  const embedded = await startEmbeddedPostgres(dataDir, log)
  const opened = await openDb({ embedded, database: 'banyan' }, log)
  await migrate(opened.db, platformMigrations(), log)
  await opened.close()
  await embedded.stop()
  await writeFile(done, '')
  return dataDir
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (hasCode(error, 'ENOENT')) return false
      throw error
    },
  )
}
