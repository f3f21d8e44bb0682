/**
 * The first script of a page under development. Inside the simulator it puts the simulated phone in the place of what the browser knows:
 * theme, network, place, person and size of text. In any other window it does nothing.
 */
import { deviceOf, networks, parseQuery, type PhoneSettings, safeAreaOf } from './settings.ts'
import './window.ts'

const given = settingsAround()
if (given !== undefined) pretend(given)

function settingsAround(): PhoneSettings | undefined {
  if (window.parent === window) return undefined
  try {
    return window.parent.banyanPhoneSettings
  } catch {
    // A frame of another site.
    return undefined
  }
}

function pretend(first: PhoneSettings): void {
  let settings = first
  const device = deviceOf(first.device)
  const queries = pretendTheme(() => settings)
  pretendLocation(() => settings)
  pretendNetwork(() => settings)
  pretendPerson(first)
  pretendBoot(first)
  define(window, 'devicePixelRatio', () => device.pixelRatio)
  const style = document.documentElement.style
  const sides = safeAreaOf(device, first.isLandscape)
  for (const [side, px] of Object.entries(sides)) style.setProperty(`--simulated-safe-area-inset-${side}`, `${px}px`)
  const { brand, model, system, platform } = device
  window.banyanSimulator = {
    scene: first.scene,
    query: parseQuery(first.query),
    referrerInfo: first.referrerAppId === '' ? {} : { appId: first.referrerAppId, extraData: {} },
    textScale: first.textScale,
    device: { brand, model, system, platform },
    pixelRatio: device.pixelRatio,
  }
  window.banyanApplySettings = (next) => {
    const before = settings
    settings = next
    if (before.theme !== next.theme) for (const query of queries) query.dispatchEvent(new Event('change'))
    if (before.network !== next.network) {
      if ((before.network === 'offline') !== (next.network === 'offline')) {
        dispatchEvent(new Event(next.network === 'offline' ? 'offline' : 'online'))
      }
      Reflect.get(navigator, 'connection')?.dispatchEvent?.(new Event('change'))
    }
  }
}

function pretendTheme(settings: () => PhoneSettings): readonly MediaQueryList[] {
  const ask = window.matchMedia.bind(window)
  const queries: MediaQueryList[] = []
  window.matchMedia = (text) => {
    const query = ask(text)
    const scheme = /prefers-color-scheme:\s*(dark|light)/.exec(text)?.[1]
    if (scheme !== undefined) {
      define(query, 'matches', () => settings().theme === scheme)
      queries.push(query)
    }
    return query
  }
  return queries
}

function pretendLocation(settings: () => PhoneSettings): void {
  if (!('geolocation' in navigator)) return
  const answer = (done: PositionCallback): boolean => {
    const place = settings().location
    if (place === undefined) return false
    const none = { altitude: null, altitudeAccuracy: null, heading: null, speed: null }
    const coords = { ...place, ...none, toJSON: () => place }
    done({ coords, timestamp: Date.now(), toJSON: () => place })
    return true
  }
  const { geolocation } = navigator
  const once = geolocation.getCurrentPosition.bind(geolocation)
  geolocation.getCurrentPosition = (done, fail, options) => {
    if (!answer(done)) once(done, fail, options)
  }
  const watch = geolocation.watchPosition.bind(geolocation)
  geolocation.watchPosition = (done, fail, options) => (answer(done) ? 0 : watch(done, fail, options))
}

/** Only what the app asks for: its own files come as fast as they can. */
function pretendNetwork(settings: () => PhoneSettings): void {
  const send = window.fetch.bind(window)
  define(navigator, 'onLine', () => settings().network !== 'offline')
  const connection: unknown = Reflect.get(navigator, 'connection')
  if (typeof connection === 'object' && connection !== null) {
    define(connection, 'effectiveType', () => networks[settings().network].effectiveType)
    define(connection, 'type', () => (['online', 'offline'].includes(settings().network) ? 'wifi' : 'cellular'))
  }
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href)
    if (!url.pathname.endsWith('/-/gateway')) return send(input, init)
    const { network } = settings()
    if (network === 'offline') throw new TypeError('Failed to fetch')
    const { latencyMs, bytesPerMs } = networks[network]
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs))
    const answer = await send(input, init)
    if (bytesPerMs === 0 || answer.body === null) return answer
    const slowly = new TransformStream<Uint8Array, Uint8Array>({
      async transform(chunk, controller) {
        await new Promise((resolve) => setTimeout(resolve, chunk.byteLength / bytesPerMs))
        controller.enqueue(chunk)
      },
    })
    const { status, statusText, headers } = answer
    return new Response(answer.body.pipeThrough(slowly), { status, statusText, headers })
  }
}

/** Each person has a store and codes for signing in of his own. */
function pretendPerson({ user }: PhoneSettings): void {
  if (user === '') return
  const open = indexedDB.open.bind(indexedDB)
  indexedDB.open = (name, version) => open(name.startsWith('banyan:') ? `${name}@${user}` : name, version)
  const send = window.fetch
  window.fetch = (input, init) => {
    if (typeof input !== 'string' || !/\/-\/(?:login|phone-number|user-info)$/.test(input)) return send(input, init)
    return send(`${input}?user=${encodeURIComponent(user)}`, init)
  }
}

function pretendBoot({ locale, permissions }: PhoneSettings): void {
  const element = document.getElementById('banyan-boot')
  const boot: Record<string, unknown> = JSON.parse(element?.textContent ?? '{}')
  if (element !== null && locale !== '') {
    // The page's policy lets nobody write into a script, be it only data.
    const text = JSON.stringify({ ...boot, locale })
    define(element, 'textContent', () => text)
  }
  try {
    localStorage.setItem(`banyan:permissions:${String(boot['appId'])}`, JSON.stringify(permissions))
  } catch {
    // Without a store the page asks, as it would anyway.
  }
}

function define(target: object, name: string, get: () => unknown): void {
  Object.defineProperty(target, name, { get, configurable: true })
}
