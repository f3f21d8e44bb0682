/** Every address of the development server, all below the app's base path except the redirect from `/`. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Build } from '@banyan/compiler'
import type { BootData } from '@banyan/contract/boot'
import type { AppConfig } from '@banyan/contract/package-format'
import { renderSVG } from 'uqr'
import type { BrowserScripts } from './browser-scripts.ts'
import type { EventStream } from './event-stream.ts'
import { passThroughGateway } from './gateway.ts'
import { openInEditor } from './open-editor.ts'
import { renderPage, renderSimulator, renderWaitingPage } from './page.ts'
import type { ProjectBuilds } from './project-builds.ts'
import { panelStyles } from './panel-styles.ts'
import type { RuntimeFiles } from './runtime-files.ts'

export interface ServerState {
  appId: string
  basePath: string
  locale: 'zh_CN' | 'en'
  /** Names that requests may have in `Host`. */
  hostNames: ReadonlySet<string>
  /** This machine's address in its network, when the server listens there. */
  lanAddress: string | undefined
  runtime: RuntimeFiles
  scripts: BrowserScripts
  /** The simulator is on: pages carry its agents. */
  hasSimulator: boolean
  /** The project folder. */
  root: string
  builds: ProjectBuilds
  /** Name of the current build, as the overlay script compares it. */
  buildName: () => string
  events: EventStream
}

const scriptType = 'text/javascript; charset=utf-8'

export async function answerRequest(
  state: ServerState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const host = URL.parse(`http://${request.headers.host ?? ''}`)
  // A page of another site that points its own name at this machine must not reach the gateway or the source.
  if (host === null || !state.hostNames.has(host.hostname)) {
    sendText(response, 403, 'This address is not the development server.')
    return
  }
  const url = URL.parse(request.url ?? '/', host.href)
  const path = url?.pathname ?? '/'
  if (path === '/' || path === state.basePath.slice(0, -1)) {
    response.writeHead(302, { location: state.basePath, 'cache-control': 'no-store' }).end()
    return
  }
  if (path === '/favicon.ico') {
    response.writeHead(204).end()
    return
  }
  if (!path.startsWith(state.basePath)) {
    sendText(response, 404, `Nothing here. The app is at ${state.basePath}`)
    return
  }
  const rest = path.slice(state.basePath.length)
  if (rest.startsWith('-/')) await answerService(state, rest.slice(2), request, response)
  else sendPage(state, request, response)
}

async function answerService(
  state: ServerState,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const slash = name.indexOf('/')
  const file = name.slice(slash + 1)
  switch (slash < 0 ? name : name.slice(0, slash)) {
    case 'files':
      sendImmutable(response, state.builds.readFile(file), 'application/octet-stream')
      return
    case 'runtime':
      sendImmutable(response, state.runtime.files.get(file), file.endsWith('.json') ? 'application/json' : scriptType)
      return
    case 'overlay.js':
      response.writeHead(200, { 'content-type': scriptType, 'cache-control': 'no-store' }).end(state.scripts.overlay)
      return
    case 'panel.js':
      response.writeHead(200, { 'content-type': scriptType, 'cache-control': 'no-store' }).end(state.scripts.panel)
      return
    case 'panel.css':
      response
        .writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-store' })
        .end(panelStyles)
      return
    case 'simulator':
      sendSimulator(state, response)
      return
    case 'phone-code':
      sendJson(response, 200, phoneCode(state, request))
      return
    case 'start-pages':
      sendJson(response, 200, state.builds.current().build.stats.pages === 0 ? [] : startPages(state))
      return
    case 'open-editor':
      openEditor(state, request, response)
      return
    case 'jweixin.js':
      response
        .writeHead(302, { location: `${state.basePath}-/runtime/${state.runtime.build.parts['jweixin'] ?? ''}` })
        .end()
      return
    case 'events':
      state.events.connect(response)
      return
    case 'gateway':
      if (!comesFromOwnPage(request)) sendText(response, 403, 'Only pages of this server may use the gateway.')
      else if (request.method !== 'POST') response.writeHead(405, { allow: 'POST' }).end()
      else await passThroughGateway(request, response, state.builds.current().build.project.upstreams)
      return
    case 'login':
    case 'phone-number':
      sendJson(response, 200, { code: `develop-${userOf(request)}${crypto.randomUUID()}` })
      return
    case 'user-info':
      sendJson(response, 200, {})
      return
    default:
      sendText(response, 404, `No such service: -/${name}`)
  }
}

function sendPage(state: ServerState, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const overlayUrl = `${state.basePath}-/overlay.js?build=${state.buildName()}`
  const boot = describeBoot(state)
  const page = boot
    ? renderPage(state.runtime.build, boot, {
        hostUrl: `${state.basePath}-/runtime/${state.runtime.build.host}`,
        overlayUrl,
        ...(state.hasSimulator ? { prelude: state.scripts.prelude } : {}),
        route: decodeRoute(request.url ?? '', state.basePath),
      })
    : renderWaitingPage(overlayUrl)
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': page.policy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  response.end(request.method === 'HEAD' ? undefined : page.html)
}

function sendSimulator(state: ServerState, response: ServerResponse): void {
  const service = `${state.basePath}-/`
  const page = renderSimulator({
    panelUrl: `${service}panel.js`,
    stylesUrl: `${service}panel.css`,
    locale: state.locale,
  })
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': page.policy,
    'cache-control': 'no-store',
  })
  response.end(page.html)
}

/** The app's address as phones in the same network reach it, and its code; none while the server listens to this machine alone. */
function phoneCode(state: ServerState, request: IncomingMessage): { url: string; svg: string } | Record<string, never> {
  if (state.lanAddress === undefined) return {}
  const url = `http://${state.lanAddress}:${request.socket.localPort ?? ''}${state.basePath}`
  return { url, svg: renderSVG(url) }
}

/** Routes that the app may start with; the one that it does start with comes first. */
function startPages({ builds }: ServerState): readonly string[] {
  const { entryPagePath, pages } = readConfig(builds.current().build)
  return [entryPagePath, ...pages.filter((route) => route !== entryPagePath)]
}

function openEditor(state: ServerState, request: IncomingMessage, response: ServerResponse): void {
  const query = new URL(request.url ?? '', 'http://localhost').searchParams
  const place = {
    file: query.get('file') ?? '',
    line: Number(query.get('line') ?? 1) || 1,
    column: Number(query.get('column') ?? 1) || 1,
  }
  // Opening a program of the developer's machine is for that machine alone.
  const isLocal = /^(?:::1|(?:::ffff:)?127\.)/.test(request.socket.remoteAddress ?? '')
  if (request.method !== 'POST' || !isLocal || !comesFromOwnPage(request)) {
    sendText(response, 403, 'Only a page on this machine may open the editor.')
  } else if (openInEditor(state.root, place)) sendJson(response, 200, {})
  else sendText(response, 404, 'No such file in the project.')
}

function userOf(request: IncomingMessage): string {
  const user = new URL(request.url ?? '', 'http://localhost').searchParams.get('user')
  return user === null ? '' : `${user.replace(/[^\w-]/g, '')}-`
}

function describeBoot(state: ServerState): BootData | undefined {
  const { build, sequence } = state.builds.current()
  // Without a page there is nothing to open, only errors to read.
  if (build.stats.pages === 0) return undefined
  const service = `${state.basePath}-/`
  return {
    appId: state.appId,
    name: build.project.projectName ?? state.appId,
    basePath: state.basePath,
    fileBase: `${service}files/`,
    manifest: build.manifest,
    config: readConfig(build),
    release: { version: '0.0.0', sequence, channel: 'develop' },
    runtime: {
      logicUrl: `${service}runtime/${state.runtime.build.logic}`,
      logicLaterUrl: `${service}runtime/${state.runtime.build.logicLater}`,
      viewUrl: `${service}runtime/${state.runtime.build.view}`,
    },
    gatewayUrl: `${service}gateway`,
    // A page's frame could send data to any of these sites by going there, so the developer must have said so.
    ...(build.project.opensAnySite === true ? { webViewOrigins: ['*'] } : {}),
    developmentEventsUrl: `${service}events`,
    locale: state.locale,
  }
}

/** The compiler of this process wrote it. */
function readConfig({ manifest, files }: Pick<Build, 'manifest' | 'files'>): AppConfig {
  return JSON.parse(new TextDecoder().decode(files.get(manifest.config.hash)))
}

function decodeRoute(url: string, basePath: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname.slice(basePath.length))
  } catch {
    return ''
  }
}

/** Browsers say where a request comes from; a command-line client says nothing and is the developer. */
function comesFromOwnPage(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin } = request.headers
  return origin === undefined || URL.parse(origin)?.host === request.headers.host
}

function sendImmutable(response: ServerResponse, bytes: Uint8Array | undefined, type: string): void {
  if (bytes === undefined) {
    sendText(response, 404, 'No such file in the recent builds.')
    return
  }
  response.writeHead(200, {
    'content-type': type,
    'content-length': bytes.length,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  response.end(bytes)
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(value))
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(text)
}
