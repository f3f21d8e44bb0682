/** Starts the server, says where it is, and stops it in order when asked. */
import { z } from 'zod'
import { createLog } from '#infra/log/log.ts'
import { StartupError } from '#infra/startup-error.ts'
import { readConfig } from './config.ts'
import { startServer, type RunningServer } from './server.ts'

const launcherMessage = z.object({ type: z.literal('seeded') })

try {
  const config = readConfig(process.env, process.cwd())
  const starting = startServer(config, createLog(config.logLevel))
  stopOnRequest(starting)
  announce(await starting)
} catch (error) {
  if (!(error instanceof StartupError)) throw error
  process.stderr.write(`banyan: ${error.message}\n`)
  process.exit(1)
}

function announce(server: RunningServer): void {
  if (process.send === undefined) {
    const setup = server.setupUrl === null ? '' : `Set up the owner: ${server.setupUrl}\n`
    process.stdout.write(`Banyan is ready at ${server.url}/\n${setup}`)
    return
  }
  process.on('message', (message) => {
    if (launcherMessage.safeParse(message).success) void server.platform.identity.keys.recordSeeded()
  })
  // The launcher may be gone already; then 'disconnect' has asked us to stop.
  if (!process.connected) return
  const { url, localUrl, setupUrl, seed } = server
  process.send({ type: 'ready', url, localUrl, setupUrl, seed })
}

/** Asked to stop in the middle of starting, it first comes up: only then is everything there that has to be taken down. */
function stopOnRequest(starting: Promise<RunningServer>): void {
  let isStopping = false
  const stop = (): void => {
    if (isStopping) return
    isStopping = true
    starting
      .then((server) => server.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          if (error instanceof StartupError) return
          process.stderr.write(`banyan: could not stop cleanly: ${String(error)}\n`)
          process.exit(1)
        },
      )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('SIGHUP', stop)
  // The launcher is gone; nobody would stop us later.
  process.on('disconnect', stop)
}
