/** A server that was killed leaves its database running, or a `postmaster.pid` of a process that is gone. */
import { readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readIfThere } from '#infra/files.ts'
import { StartupError } from '#infra/startup-error.ts'
import type { Log } from '#infra/log/log.ts'
import { isAlive } from './data-lock.ts'

export async function stopLeftoverPostgres(cluster: string, log: Log): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid')
  const pid = Number((await readIfThere(pidFile))?.split('\n')[0])
  if (!Number.isSafeInteger(pid) || pid <= 1) return
  if (isAlive(pid) && (await isPostgresOf(pid, cluster))) {
    log.info({ pid }, 'stopping the database of a server that was killed')
    signal(pid, 'SIGINT')
    if (!(await waitForExit(pid, 5000))) signal(pid, 'SIGQUIT')
    if (!(await waitForExit(pid, 10_000))) {
      throw new StartupError(
        `The database of an earlier server (process ${pid}) does not stop. End it, then start again.`,
      )
    }
  }
  await rm(pidFile, { force: true })
}

/** True when the process is gone, false after `timeoutMs`. */
export async function waitForExit(pid: number, timeoutMs: number, exited?: Promise<void>): Promise<boolean> {
  const deadline = Date.now() + timeoutMs
  while (Date.now() < deadline) {
    if (!isAlive(pid) || (await isZombie(pid))) return true
    const pause = new Promise<void>((resolve) => setTimeout(resolve, 10))
    await (exited ? Promise.race([exited, pause]) : pause)
  }
  return false
}

/** The number may belong to somebody else by now; PostgreSQL works inside its data folder. */
async function isPostgresOf(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') return true
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster))
  } catch {
    return false
  }
}

async function isZombie(pid: number): Promise<boolean> {
  const stat = await readIfThere(`/proc/${pid}/stat`)
  return stat !== undefined && stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended between the look and the signal.
  }
}
