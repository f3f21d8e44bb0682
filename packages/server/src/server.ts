/** Brings a platform up on a data folder and takes it down again, in order. */
import { access, constants, mkdir, readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Config } from './config.ts'
import { systemClock, type Clock } from '#infra/clock/clock.ts'
import { backUp } from '#infra/backup/back-up.ts'
import { lockDataDir } from '#infra/db/data-lock.ts'
import { connectionOf, openDb, type DbAddress } from '#infra/db/database.ts'
import { startEmbeddedPostgres } from '#infra/db/embedded-postgres.ts'
import { makeFolder } from '#infra/files.ts'
import { listen } from '#infra/http/http-server.ts'
import type { Log } from '#infra/log/log.ts'
import { createOutbound } from '#infra/outbound/outbound.ts'
import { StartupError } from '#infra/startup-error.ts'
import { createPlatform, type Platform } from './platform.ts'

export interface RunningServer {
  url: string
  /** Where this machine reaches the server, whatever PUBLIC_URL says. */
  localUrl: string
  port: number
  /** Where the first owner makes an account; null once there is one. */
  setupUrl: string | null
  seed: { needed: boolean; apiKey: string | null }
  platform: Platform
  stop(): Promise<void>
}

const drainMs = 10_000
const firstWorkspaceName = 'Demo'

export async function startServer(config: Config, log: Log, clock: Clock = systemClock): Promise<RunningServer> {
  const closers: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    for (let close = closers.pop(); close; close = closers.pop()) await close()
  }
  try {
    return await start(config, { log, clock, closers, stop })
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(
  config: Config,
  {
    log,
    clock,
    closers,
    stop,
  }: { log: Log; clock: Clock; closers: (() => Promise<void>)[]; stop: () => Promise<void> },
): Promise<RunningServer> {
  await prepareDataDir(config.dataDir)
  // A database elsewhere is made for several processes; the embedded one is not.
  if (config.databaseUrl === undefined) {
    const lock = await lockDataDir(config.dataDir)
    closers.push(() => lock.release())
  }
  const address = await databaseAddress(config, { log, closers })
  const opened = await openDb(address, log)
  closers.push(() => opened.close())
  const outbound = createOutbound()
  closers.push(() => outbound.close())

  let port = config.port
  const localUrl = (): string => `http://${hostForUrl(config.host)}:${port}`
  const origin = (): string => config.publicUrl ?? localUrl()
  const platform = await createPlatform({
    ...config,
    db: opened.db,
    queryAll: opened.queryAll,
    notifications: opened.notifications,
    isShared: config.databaseUrl !== undefined,
    log,
    clock,
    outbound,
    origin,
    localOrigin: localUrl,
    async backUp(target) {
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      return backUp({ connection: connectionOf(address), dataDir: config.dataDir, target, now: clock.now() })
    },
    isSecure: config.publicUrl?.startsWith('https:') ?? false,
  })
  closers.push(() => platform.stop())
  const { service, keys } = platform.identity
  const workspaceId = await service.ensureFirstWorkspace(firstWorkspaceName)
  const server = await listen(platform, config)
  port = server.port
  closers.push(() => server.drain(drainMs))
  const setupToken = await service.renewOwnerLink(workspaceId)
  const seedKey = await keys.renewSeedKey(workspaceId)
  platform.setReady(true)
  return {
    url: origin(),
    localUrl: localUrl(),
    port,
    setupUrl: setupToken === undefined ? null : `${origin()}/setup?token=${setupToken}`,
    seed: { needed: seedKey !== undefined, apiKey: seedKey ?? null },
    platform,
    async stop() {
      platform.setReady(false)
      await stop()
    },
  }
}

async function databaseAddress(
  config: Config,
  { log, closers }: { log: Log; closers: (() => Promise<void>)[] },
): Promise<DbAddress> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl }
  const embedded = await startEmbeddedPostgres(config.dataDir, log)
  closers.push(() => embedded.stop())
  return { embedded, database: 'banyan' }
}

async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir, 0o755)
    await readdir(dataDir)
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StartupError(
      `The data folder ${dataDir} cannot be used (${reason}). Make it writable for this user, or set BANYAN_DATA to another folder.`,
      { cause },
    )
  }
}

/** An address to show: "all addresses" is no place to go. */
function hostForUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1' || host === '::1') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
