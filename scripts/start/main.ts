/** Runs the platform with its demo workspace until it is asked to stop. */
import { basename, join, resolve } from 'node:path'
import type { RequestDomain } from '@banyan/contract/apps'
import { type Client, createClient } from '@banyan/sdk'
import { announce } from './announce.ts'
import { type DemoApp, demoApps, readRecord, startDemoApi, writeRecord } from './demo-apps.ts'
import { CompileError, publishProject } from './seed.ts'
import { type ReadyMessage, startServer } from './server-process.ts'

const startedAt = performance.now()
const dataFolder = resolve(process.env['BANYAN_DATA'] || './data')
const closers: (() => Promise<void>)[] = []
const server = startServer()
let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
  process.on(signal, () => {
    isStopping = true
    server.drain()
  })
}

const ready = await server.ready
let exitCode = 0
if (ready !== undefined) {
  try {
    await openDemo(ready)
  } catch (error) {
    // Asked to stop in the middle of it: the next start takes up where this one was.
    if (!isStopping) {
      exitCode = 1
      console.error('banyan: the demo workspace could not be prepared; the next start tries again.')
      console.error(error instanceof CompileError ? error.message : error)
      server.drain()
    }
  }
}
exitCode = (await server.exitCode) || exitCode
await Promise.all(closers.map((close) => close()))
// The channel to the launcher would keep this process alive.
process.exit(exitCode)

async function openDemo({ url, localUrl, setupUrl, seed }: ReadyMessage): Promise<void> {
  const client = createClient({ baseUrl: localUrl, apiKey: seed.apiKey ?? undefined })
  const apps: { name: string; url: string }[] = []
  for (const app of demoApps) {
    const appId = await openDemoApp(app, seed.needed ? client : undefined)
    if (appId !== undefined) apps.push({ name: app.name, url: `${url}/a/${appId}/` })
  }
  if (seed.needed) server.reportSeeded()
  announce({ url, setupUrl, apps, seconds: (performance.now() - startedAt) / 1000 })
}

/** Starts the API that a demo mini-program calls and, with a client, publishes the mini-program. Answers with its id if it has one. */
async function openDemoApp(app: DemoApp, client: Client | undefined): Promise<string | undefined> {
  const name = basename(app.folder)
  const file = join(dataFolder, 'demo', `${name}.json`)
  const record = readRecord(file)
  const boundPort = client === undefined ? record?.port : undefined
  const domains: RequestDomain[] = []
  if (app.api !== undefined) {
    const api = await startDemoApi(app.api, boundPort, join(dataFolder, 'demo', `${name}-orders.json`))
    if (api === undefined) {
      console.log(`banyan: port ${boundPort} is taken, so the demo API of ${name} is off until the next start.`)
      return record?.appId
    }
    closers.push(() => api.close())
    domains.push({ origin: app.api.origin, upstream: api.url })
  }
  let appId = record?.appId
  if (client !== undefined) {
    console.log(`banyan: compiling and publishing ${name} ...`)
    appId = await publishProject(client, app, domains)
  }
  const [domain] = domains
  writeRecord(file, {
    ...(domain?.upstream !== undefined && { port: Number(new URL(domain.upstream).port) }),
    ...(appId !== undefined && { appId }),
  })
  return appId
}
