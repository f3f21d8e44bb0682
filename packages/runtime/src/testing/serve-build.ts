/** Serves a compiled mini-program with the built runtime and a gateway of its own, for tests in a real browser. */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type BootData, fillHostPage, fillPolicy } from '@banyan/contract/boot'
import { decodeHeaderList, encodeHeaderList, gatewayHeader, type HeaderList } from '@banyan/contract/gateway'
import type { AppConfig } from '@banyan/contract/package-format'
import { snapshotSchema, snapshotTableSchema } from '@banyan/contract/snapshot'
import type { Snapshot } from '@banyan/contract/snapshot-markup'
import type { Build } from '@banyan/compiler'
import { type BuiltRuntime, buildRuntime } from '../../build.ts'

export interface Target {
  status?: number
  headers?: HeaderList
  body?: string
  /** A refusal of the gateway itself. */
  refusal?: string
  /** Answers only after this. */
  delayMs?: number
  /** Never answers, so that time-outs and aborts can be seen. */
  hangs?: boolean
}

export interface TargetRequest {
  url: string
  method: string
  headers: HeaderList
  body: Buffer
}

export interface ServeOptions {
  /** The world behind the gateway. */
  target?: (request: TargetRequest) => Target
  locale?: BootData['locale']
  name?: string
  /** Changes bytes of a file on their way, by its hash. */
  damage?: (hash: string, bytes: Uint8Array) => Uint8Array
  /** Built already, for a test that serves many apps; it stays when the app is closed. */
  runtime?: BuiltRuntime
  /** The host reports what the app prints, as in the simulator: `banyan:console`. */
  reportsConsole?: boolean
  /** Where maps draw their ground from. */
  map?: BootData['map']
  /** Sites that a web-view may show. */
  webViewOrigins?: readonly string[]
  /** Where the app's sockets may go; without it anywhere with TLS. */
  socketOrigins?: readonly string[]
  /** A script that runs before anything else in the host page. */
  firstScript?: string
}

export interface ServedApp {
  origin: string
  /** `/a/test/`, with an origin. */
  home: string
  requests: readonly TargetRequest[]
  close(): Promise<void>
}

export const appId = 'test'

export async function serveBuild(build: Build, options: ServeOptions = {}): Promise<ServedApp> {
  const runtime = options.runtime ?? (await buildTestRuntime())
  const { outdir } = runtime
  const requests: TargetRequest[] = []
  const boot: BootData = {
    appId,
    name: options.name ?? '榕树',
    basePath: `/a/${appId}/`,
    fileBase: '/f/',
    manifest: build.manifest,
    config: configOf(build),
    release: { version: '1.0.0', sequence: 1, channel: 'release' },
    runtime: {
      logicUrl: `/r/${runtime.runtime.logic}`,
      logicLaterUrl: `/r/${runtime.runtime.logicLater}`,
      viewUrl: `/r/${runtime.runtime.view}`,
    },
    gatewayUrl: '/gateway',
    locale: options.locale ?? 'zh_CN',
    ...(options.map === undefined ? {} : { map: options.map }),
    ...(options.webViewOrigins === undefined ? {} : { webViewOrigins: options.webViewOrigins }),
    ...(options.socketOrigins === undefined ? {} : { socketOrigins: options.socketOrigins }),
    ...(options.reportsConsole === true ? { developmentEventsUrl: '/events' } : {}),
  }
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path === '/gateway') return answerGateway(request, response)
    // The same app under another id is another app to the browser: it has a storage of its own.
    const [, id = appId, rest] = /^\/a\/([\w-]+)\/(.*)$/.exec(path) ?? []
    if (rest === '-/login') return void json(response, { code: 'one-time-code' })
    if (path.startsWith('/r/')) {
      return void send(response, 'text/javascript', await readFile(join(outdir, path.slice('/r/'.length))), true)
    }
    if (path.startsWith('/f/')) {
      const hash = path.slice('/f/'.length)
      const bytes = build.files.get(hash)
      if (bytes === undefined) return void response.writeHead(404).end()
      return void send(
        response,
        'application/octet-stream',
        options.damage?.(hash, bytes) ?? bytes,
        options.damage === undefined,
      )
    }
    if (rest !== undefined) {
      const own = { ...boot, appId: id, basePath: `/a/${id}/` }
      return void sendPage(response, runtime, own, { ...options, route: rest, snapshot: snapshotOf(build, rest) })
    }
    response.writeHead(404).end('nothing here')
  }
  const answerGateway = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
    const header = (name: string) => String(request.headers[name] ?? '')
    const asked: TargetRequest = {
      url: decodeURIComponent(header(gatewayHeader.url)),
      method: header(gatewayHeader.method),
      headers: decodeHeaderList(header(gatewayHeader.headers)) ?? [],
      body: Buffer.concat(chunks),
    }
    requests.push(asked)
    const target = options.target?.(asked) ?? { status: 404 }
    if (target.hangs === true) return
    if (target.delayMs !== undefined) await wait(target.delayMs)
    if (target.refusal !== undefined) {
      response.writeHead(403, { 'content-type': 'application/problem+json' })
      response.end(JSON.stringify({ code: 'gateway.refused', title: 'refused', detail: target.refusal }))
      return
    }
    response.writeHead(200, {
      [gatewayHeader.status]: String(target.status ?? 200),
      [gatewayHeader.headers]: encodeHeaderList(target.headers ?? []),
    })
    response.end(target.body ?? '')
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const origin = `http://127.0.0.1:${portOf(server)}`
  return {
    origin,
    home: `${origin}${boot.basePath}`,
    requests,
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      if (options.runtime === undefined) await rm(outdir, { recursive: true, force: true })
    },
  }
}

async function buildTestRuntime(): Promise<BuiltRuntime> {
  const outdir = await mkdtemp(join(tmpdir(), 'banyan-runtime-'))
  return buildRuntime({ outdir, mode: 'development' })
}

function sendPage(
  response: ServerResponse,
  { runtime }: BuiltRuntime,
  boot: BootData,
  {
    firstScript,
    route,
    snapshot,
  }: Pick<ServeOptions, 'firstScript'> & { route: string; snapshot?: Snapshot | undefined },
): void {
  const nonce = createHash('sha256').update(String(performance.now())).digest('base64url')
  const values = { boot, nonce, hostUrl: `/r/${runtime.host}`, route, ...(snapshot === undefined ? {} : { snapshot }) }
  const html = fillHostPage(runtime, values).replace('<head>', () =>
    firstScript === undefined ? '<head>' : `<head><script nonce="${nonce}">${firstScript}</script>`,
  )
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': fillPolicy(runtime.policy, { ...boot, nonce }),
  })
  response.end(html)
}

function snapshotOf({ manifest, files }: Build, route: string): Snapshot | undefined {
  if (manifest.snapshots === undefined) return undefined
  const read = (hash: string): unknown => JSON.parse(new TextDecoder().decode(files.get(hash)))
  const table = snapshotTableSchema.parse(read(manifest.snapshots.hash))
  const ref = table[route === '' ? configOf({ manifest, files }).entryPagePath : route]
  return ref === undefined ? undefined : snapshotSchema.parse(read(ref.hash))
}

function configOf({ manifest, files }: Pick<Build, 'manifest' | 'files'>): AppConfig {
  return JSON.parse(new TextDecoder().decode(files.get(manifest.config.hash)))
}

/** The runtime's and the build's files are named by their contents; a test that damages them wants each one anew. */
function send(response: ServerResponse, type: string, body: Uint8Array, isImmutable = false): void {
  response.writeHead(200, {
    'content-type': type,
    ...(isImmutable ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}),
  })
  response.end(body)
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
