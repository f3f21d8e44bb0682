/**
 * PostgreSQL as a child of the server: created on first start, reachable over a Unix socket only, every commit on disk before it is
 * answered. A cluster that a killed server left running is stopped first, so that it recovers as after a power cut.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { hasCode, readIfThere, syncFolder } from '#infra/files.ts'
import { StartupError } from '#infra/startup-error.ts'
import type { Log } from '#infra/log/log.ts'
import { isAlive } from './data-lock.ts'
import { stopLeftoverPostgres, waitForExit } from './leftover-postgres.ts'
import { findPostgresBinaries, isOpenToOthers, type PostgresBinaries } from './postgres-binaries.ts'

export interface EmbeddedPostgres {
  socketDir: string
  user: string
  /** Ends sessions in order and waits until everything is written. */
  stop(): Promise<void>
}

const superuser = 'banyan'
/** PostgreSQL refuses to run as root; `nobody` owns its files then. */
const unprivilegedId = 65534
/** A Unix socket's path ends at 107 bytes; PostgreSQL adds its own name to the folder. */
const socketDirMaxBytes = 88

export async function startEmbeddedPostgres(dataDir: string, log: Log): Promise<EmbeddedPostgres> {
  const isRoot = process.getuid?.() === 0
  const identity = isRoot ? { uid: unprivilegedId, gid: unprivilegedId } : {}
  const home = await preparePostgresHome(dataDir, isRoot)
  const binaries = await findPostgresBinaries(home, isRoot)
  const cluster = join(home, 'cluster')
  await stopLeftoverPostgres(cluster, log)
  await removeInterruptedSetups(home)
  if (!(await isDirectory(cluster))) {
    log.info('creating the database')
    await createCluster({ binaries, home, cluster, identity })
  }
  const socketDir = await prepareSocketDir(home, isRoot)
  return launch({ binaries, cluster, socketDir, identity, dataDir, log })
}

/** Of the server that works on this data folder just now; undefined when none does. */
export async function runningEmbeddedPostgres(dataDir: string): Promise<Omit<EmbeddedPostgres, 'stop'> | undefined> {
  const lines = (await readIfThere(join(dataDir, 'postgres', 'cluster', 'postmaster.pid')))?.split('\n')
  const [pid = '', socketDir = ''] = [lines?.[0], lines?.[4]]
  return isAlive(Number(pid)) && socketDir !== '' ? { socketDir, user: superuser } : undefined
}

interface UnixIdentity {
  uid?: number
  gid?: number
}

/**
 * `<data>/postgres`. As root under a private folder (`/root/…`), where `nobody` cannot pass, it is a link to a folder of its own in
 * /var/lib/banyan; the link decides which, so that a data folder that was removed and made anew gets a new database.
 */
async function preparePostgresHome(dataDir: string, isRoot: boolean): Promise<string> {
  const wanted = join(dataDir, 'postgres')
  if (!isRoot) {
    await mkdir(wanted, { recursive: true, mode: 0o700 })
    return wanted
  }
  const home = (await isOpenToOthers(dataDir)) ? wanted : await linkedHome(wanted)
  await mkdir(home, { recursive: true, mode: 0o755 })
  await chown(home, unprivilegedId, unprivilegedId)
  return home
}

async function linkedHome(link: string): Promise<string> {
  const known = await readlink(link).catch(() => undefined)
  if (known !== undefined) return known
  await mkdir('/var/lib/banyan', { recursive: true, mode: 0o755 })
  const home = await mkdtemp('/var/lib/banyan/')
  await chmod(home, 0o755)
  await symlink(home, link)
  return home
}

async function removeInterruptedSetups(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (name.includes('.new-')) await rm(join(home, name), { recursive: true, force: true })
  }
}

/** A cluster appears under its name only when it is complete, so an interrupted first start leaves nothing half-made behind. */
async function createCluster(options: {
  binaries: PostgresBinaries
  home: string
  cluster: string
  identity: UnixIdentity
}): Promise<void> {
  const draft = join(options.home, `cluster.new-${process.pid}`)
  const args = ['-D', draft, '-U', superuser, '--encoding=UTF8', '--locale=C', '--auth=trust']
  const child = spawn(options.binaries.initdb, args, {
    ...options.identity,
    cwd: options.home,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: postgresEnvironment(),
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new StartupError(`The database could not be created in ${options.home}:\n${output.trim()}`)
  await rename(draft, options.cluster)
  await syncFolder(options.home)
}

async function prepareSocketDir(home: string, isRoot: boolean): Promise<string> {
  const preferred = join(home, 'run')
  const path =
    Buffer.byteLength(preferred) <= socketDirMaxBytes ? preferred : join(tmpdir(), `banyan-${shortHash(preferred)}`)
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (!hasCode(error, 'EEXIST')) throw error
  })
  const entry = await lstat(path)
  const owner = isRoot ? unprivilegedId : process.getuid?.()
  if (!entry.isDirectory() || (entry.uid !== owner && entry.uid !== process.getuid?.())) {
    throw new StartupError(`The folder ${path} for the database's socket belongs to somebody else. Remove it.`)
  }
  if (isRoot) await chown(path, unprivilegedId, unprivilegedId)
  return path
}

async function launch(options: {
  binaries: PostgresBinaries
  cluster: string
  socketDir: string
  identity: UnixIdentity
  dataDir: string
  log: Log
}): Promise<EmbeddedPostgres> {
  const { socketDir, log } = options
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    max_connections: '60',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    log_min_messages: 'warning',
  }
  const logPath = join(options.dataDir, 'postgres.log')
  const logFile = await open(logPath, 'a', 0o600)
  const child = spawn(
    options.binaries.postgres,
    ['-D', options.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // A process group of its own: Ctrl-C in the terminal reaches the server, which drains before it stops the database.
    {
      ...options.identity,
      cwd: options.cluster,
      detached: true,
      stdio: ['ignore', logFile.fd, logFile.fd],
      env: postgresEnvironment(),
    },
  )
  await logFile.close()
  let isStopping = false
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.once('error', (error) => log.error({ error }, 'the database could not be started'))
  child.once('exit', (code) => {
    if (!isStopping) log.error({ code, logPath }, 'the database stopped unexpectedly')
  })
  // However this process ends short of being killed, the database ends with it.
  const endWithUs = (): void => void child.kill('SIGINT')
  process.once('exit', endWithUs)
  const stop = async (): Promise<void> => {
    isStopping = true
    process.off('exit', endWithUs)
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    child.kill('SIGINT')
    if (await waitForExit(child.pid, 15_000, exited)) return
    child.kill('SIGQUIT')
    await exited
  }
  try {
    await waitUntilReady(socketDir, exited, logPath)
  } catch (error) {
    await stop()
    throw error
  }
  return { socketDir, user: superuser, stop }
}

async function waitUntilReady(socketDir: string, exited: Promise<void>, logPath: string): Promise<void> {
  let hasExited = false
  void exited.then(() => (hasExited = true))
  const deadline = Date.now() + 60_000
  for (;;) {
    const client = new pg.Client({
      host: socketDir,
      user: superuser,
      database: 'postgres',
      connectionTimeoutMillis: 5000,
    })
    try {
      await client.connect()
      await client.end()
      return
    } catch (cause) {
      await client.end().catch(() => undefined)
      if (hasExited) throw new StartupError(`The database did not start. Its log is ${logPath}.`, { cause })
      if (Date.now() > deadline)
        throw new StartupError(`The database is not ready after 60 s; see ${logPath}.`, { cause })
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
  }
}

/** The operator's own PG* variables must not reach the embedded database. */
function postgresEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
