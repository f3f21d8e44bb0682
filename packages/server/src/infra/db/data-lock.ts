/**
 * One server per data folder. The lock names the process and when it started, so that a lock left by a killed server, or by another
 * process that got the same number since, is recognised and replaced.
 */
import { link, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode, readIfThere } from '#infra/files.ts'
import { StartupError } from '#infra/startup-error.ts'

export interface DataLock {
  release(): Promise<void>
}

export async function lockDataDir(dataDir: string): Promise<DataLock> {
  const path = join(dataDir, 'server.lock')
  const mine = `${process.pid} ${await startTimeOf(process.pid)}\n`
  const draft = join(dataDir, `server.lock.${process.pid}`)
  await writeFile(draft, mine, { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (await tryLink(draft, path)) return { release: () => releaseLock(path, mine) }
      await clearStaleLock(path, dataDir)
    }
  } finally {
    await rm(draft, { force: true })
  }
  throw new StartupError(`The data folder ${dataDir} is being taken by another server. Start only one.`)
}

async function tryLink(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

async function clearStaleLock(path: string, dataDir: string): Promise<void> {
  const content = await readIfThere(path)
  if (content === undefined) return
  const [pid = '', startTime = ''] = content.trim().split(' ')
  if (await isSameProcess(Number(pid), startTime)) {
    throw new StartupError(
      `Another server (process ${pid}) already uses the data folder ${dataDir}. ` +
        `Stop it first, or set BANYAN_DATA to another folder.`,
    )
  }
  // Somebody else may have replaced the stale lock meanwhile: take it away under a name of ours and look again.
  const aside = `${path}.stale.${process.pid}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  if ((await readIfThere(aside)) !== content) await tryLink(aside, path)
  await unlink(aside)
}

async function releaseLock(path: string, mine: string): Promise<void> {
  if ((await readIfThere(path)) === mine) await rm(path, { force: true })
}

async function isSameProcess(pid: number, startTime: string): Promise<boolean> {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isAlive(pid)) return false
  return (await startTimeOf(pid)) === startTime
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** Field 22 of /proc/<pid>/stat; `0` where there is no /proc. */
async function startTimeOf(pid: number): Promise<string> {
  const stat = await readIfThere(`/proc/${pid}/stat`)
  const afterName = stat?.slice(stat.lastIndexOf(')') + 2)
  return afterName?.split(' ')[19] ?? '0'
}
