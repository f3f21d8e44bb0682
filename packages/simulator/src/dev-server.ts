import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import type { RuntimeBuild } from '@banyan/contract/boot'
import type { PackageManifest } from '@banyan/contract/package-format'
import { buildBrowserScripts } from './browser-scripts.ts'
import { compareBuilds } from './build-change.ts'
import { createRelay } from './devtools/relay.ts'
import { createEventStream } from './event-stream.ts'
import { listen } from './listen.ts'
import { watchProject } from './project-builds.ts'
import type { BuildReport } from './project-builds.ts'
import { answerRequest } from './requests.ts'
import type { ServerState } from './requests.ts'
import { loadRuntime } from './runtime-files.ts'

export interface DevServerOptions {
  /** The project folder: where `project.config.json` or `app.json` is. */
  root: string
  /** 0 takes any free port. Without it 5170, or any free port when that one is taken. */
  port?: number
  /** Address to listen on; default `127.0.0.1`. */
  host?: string
  locale?: 'zh_CN' | 'en'
  /** Serves the simulator around the app too, and the runtime with its agents; default false. */
  hasSimulator?: boolean
  /** Called after the first build and after each later one, with everything the compiler said. */
  onBuild?: (report: BuildReport) => void
  /** The compiler itself failed; what was served before is served on. */
  onCrash?: (error: unknown) => void
}

export interface DevServer {
  /** Where the app opens: `http://127.0.0.1:5170/a/touristappid/`. */
  readonly url: string
  /** Where the simulator opens; only with `hasSimulator`. */
  readonly simulatorUrl: string
  readonly appId: string
  close(): Promise<void>
}

/**
 * Compiles a mini-program folder and serves it alone, without a database, until closed. Pages reload when a source file changes.
 *
 * @example
 * const server = await startDevServer({ root: './my-app', port: 0 })
 * console.log(server.url)
 * await server.close()
 */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const hasSimulator = options.hasSimulator ?? false
  const [runtime, scripts] = await Promise.all([loadRuntime({ hasDevtools: hasSimulator }), buildBrowserScripts()])
  const describeBuild = ({ build }: BuildReport) => ({
    build: nameBuild(build.manifest, runtime.build),
    diagnostics: build.diagnostics,
  })
  let latest: BuildReport | undefined
  const relay = createRelay()
  const events = createEventStream(() => (latest ? [{ event: 'build', value: describeBuild(latest) }] : []))
  const builds = await watchProject(options.root, {
    onBuild(report) {
      const before = latest
      latest = report
      const { manifest } = report.build
      // What is open may be of the build before, and then it can take this one in without a new start.
      const kind = before && compareBuilds(before.build.manifest, manifest, report.changedPaths)
      const change = before && {
        from: describeBuild(before).build,
        kind,
        manifest,
        patches: kind === 'template' || kind === 'code' ? report.build.patches : [],
        changedAt: report.changedAt,
      }
      events.send('build', { ...describeBuild(report), ...change })
      options.onBuild?.(report)
    },
    onCrash: (error) => options.onCrash?.(error),
  })

  const appId = builds.current().build.project.appid || 'touristappid'
  const basePath = `/a/${encodeURIComponent(appId)}/`
  const host = options.host ?? '127.0.0.1'
  const state: ServerState = {
    appId,
    basePath,
    locale: options.locale ?? 'zh_CN',
    hostNames: namesOfHost(host),
    runtime,
    lanAddress: host === '0.0.0.0' || host === '::' ? lanAddress() : undefined,
    scripts,
    hasSimulator,
    root: resolve(options.root),
    builds,
    buildName: () => describeBuild(builds.current()).build,
    events,
  }
  const server = createServer((request, response) => {
    answerRequest(state, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined)
    })
  })
  server.on('upgrade', (request, socket, head) => {
    const name = URL.parse(`http://${request.headers.host ?? ''}`)?.hostname ?? ''
    const origin = request.headers.origin
    const isOwn = origin === undefined || URL.parse(origin)?.host === request.headers.host
    const path = (request.url ?? '').split('?')[0]
    // A page of another site must not listen to the app or act in it.
    if (!hasSimulator || !isOwn || !state.hostNames.has(name) || path !== `${basePath}-/devtools`) socket.destroy()
    else relay.accept(request, socket, head)
  })
  const close = async () => {
    relay.close()
    events.close()
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await Promise.all([closed, builds.close()])
  }
  try {
    const port = await listen(server, { host, ...(options.port === undefined ? {} : { port: options.port }) })
    const url = `http://${nameInUrl(host)}:${port}${basePath}`
    return { url, simulatorUrl: `${url}-/simulator`, appId, close }
  } catch (error) {
    await builds.close()
    events.close()
    throw error
  }
}

/** The same for the same output, so that a change that has no effect, or a restart, reloads nothing. */
function nameBuild(manifest: PackageManifest, runtime: RuntimeBuild): string {
  return createHash('sha256')
    .update(JSON.stringify([manifest, runtime]))
    .digest('hex')
    .slice(0, 16)
}

function namesOfHost(host: string): ReadonlySet<string> {
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address))
  return new Set(['localhost', '127.0.0.1', '[::1]', nameInUrl(host), ...own])
}

/** The first address of this machine that others in its network reach. */
function lanAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}

function nameInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
