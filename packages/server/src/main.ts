/** Starts the server, says where it is, and stops it in order when asked. */
import { z } from 'zod'
import { createLog } from '#infra/log/log.ts'
import { StartupError } from '#infra/startup-error.ts'
import { readConfig } from './config.ts'
import { startServer, type RunningServer } from './server.ts'

const launcherMessage = z.object({ type: z.literal('seeded') })

try {
  const config = readConfig(process.env, process.cwd())
  const server = await startServer(config, createLog(config.logLevel))
  announce(server)
  stopOnRequest(server)
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
    if (launcherMessage.safeParse(message).success) void server.platform.identity.service.recordSeeded()
  })
  const { url, localUrl, setupUrl, seed } = server
  process.send({ type: 'ready', url, localUrl, setupUrl, seed })
}

function stopOnRequest(server: RunningServer): void {
  let stopping: Promise<void> | undefined
  const stop = (): void => {
    stopping ??= server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`banyan: could not stop cleanly: ${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // The launcher is gone; nobody would stop us later.
  process.on('disconnect', stop)
}
