/**
 * The platform's service worker. It keeps what is public and named by its contents, and the pages of apps that were visited; everything
 * else (accounts, the gateway, the console) passes by it untouched. The network comes first for pages, so that a new release, a
 * roll-back or a take-down reaches whoever has a network; without one, or when it takes too long, the kept page starts.
 */
import { contentOriginName, keepHeader, type KeepApp } from '@banyan/contract/offline'
import { addressOf } from './addresses.ts'
import { withFreshNonce } from './fresh-nonce.ts'
import { openKeptApps } from './kept-apps.ts'

declare const self: ServiceWorkerGlobalScope

const megabyte = 1024 * 1024
const patienceMs = 1500
const frontCache = 'banyan:front'
const kept = openKeptApps({ apps: 30, totalBytes: 200 * megabyte, appBytes: 30 * megabyte, pagesPerApp: 12 }, () =>
  Date.now(),
)

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('message', (event) => {
  const data: unknown = event.data
  if (isKeepApp(data)) event.waitUntil(kept.keep(data).catch(() => undefined))
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || !isOurs(url)) return
  const address = addressOf(url.pathname)
  if (url.origin !== self.location.origin && address.kind !== 'file') return
  if (address.kind === 'file' && !request.headers.has('range')) {
    event.respondWith(answerFile(event, url.pathname, address.appId))
  } else if (request.mode === 'navigate' && address.kind === 'page') {
    event.respondWith(answerPage(event, address.appId, url.pathname))
  } else if (request.mode === 'navigate' && address.kind === 'front') {
    event.respondWith(answerFront(event))
  }
})

/** Files of apps may be on a site of their own; they are kept by their path, which names their contents. */
function isOurs({ origin }: URL): boolean {
  return origin === self.location.origin || origin === Reflect.get(self, contentOriginName)
}

async function activate(): Promise<void> {
  await self.clients.claim()
  // Whoever came to an app by a link finds the way to the others as well.
  await Promise.all(['/', '/favicon.svg'].map(keepFrontFile)).catch(() => undefined)
}

async function keepFrontFile(path: string): Promise<void> {
  const answer = await fetch(path)
  if (answer.ok && (path !== '/' || answer.headers.get(keepHeader) === 'public')) await keepForFront(path, answer)
}

async function answerFile(event: FetchEvent, path: string, owner: string | undefined): Promise<Response> {
  const found = await kept.findFile(path)
  if (found !== undefined) return found
  const answer = await fetch(event.request)
  if (answer.ok && (answer.type === 'basic' || answer.type === 'cors')) {
    const appId = owner ?? (await appOfClient(event.clientId))
    const copy = answer.clone()
    if (appId === undefined) event.waitUntil(keepForFront(path, copy))
    else event.waitUntil(kept.addFile(appId, path, copy).catch(() => undefined))
  }
  return answer
}

async function answerPage(event: FetchEvent, appId: string, path: string): Promise<Response> {
  const online = loadPage(event).then((answer) => {
    if (answer.ok && answer.headers.has(keepHeader)) {
      event.waitUntil(kept.see(appId, path, answer.clone()).catch(() => undefined))
    }
    // Taken down or gone: it must not come back when the network is away.
    if (answer.status === 404 || answer.status === 410) event.waitUntil(kept.forget(appId).catch(() => undefined))
    return answer
  })
  return firstOf(event, online, () => kept.findPage(appId, path))
}

async function answerFront(event: FetchEvent): Promise<Response> {
  const online = loadPage(event).then((answer) => {
    if (answer.ok && answer.headers.get(keepHeader) === 'public') event.waitUntil(keepForFront('/', answer.clone()))
    return answer
  })
  return firstOf(event, online, async () => (await caches.open(frontCache)).match('/'))
}

/** The network's answer; what is kept when there is none, or none in time. */
async function firstOf(
  event: FetchEvent,
  online: Promise<Response>,
  find: () => Promise<Response | undefined>,
): Promise<Response> {
  event.waitUntil(online.catch(() => undefined))
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs))
  const answer = await Promise.race([online, late]).catch(() => undefined)
  // A server that is being restarted answers 502 or 503 through what stands before it.
  if (answer !== undefined && answer.status < 500) return answer
  const found = await find()
  return found === undefined ? online : withFreshNonce(found)
}

/** Not by navigation preload: with it Firefox gives up when there is no network, whatever is kept. */
function loadPage(event: FetchEvent): Promise<Response> {
  return fetch(event.request)
}

async function keepForFront(path: string, answer: Response): Promise<void> {
  await (await caches.open(frontCache)).put(path, answer).catch(() => undefined)
}

async function appOfClient(clientId: string): Promise<string | undefined> {
  const client = clientId === '' ? undefined : await self.clients.get(clientId)
  const address = client === undefined ? undefined : addressOf(new URL(client.url).pathname)
  return address?.kind === 'page' ? address.appId : undefined
}

/** Only pages of this platform can send one; frames of apps have an origin of their own. */
function isKeepApp(data: unknown): data is KeepApp {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'banyan:keep'
}
