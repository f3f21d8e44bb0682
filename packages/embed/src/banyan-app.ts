import { embedFrameName } from '@banyan/contract/embed'
import type { EmbedHello, FromEmbedded, ToEmbedded } from '@banyan/contract/embed'
import { callFunction, functionNames } from './host-functions.ts'

/** Events of the element; none of them bubbles. */
export interface BanyanAppEvents {
  /** The first page has painted. */
  ready: CustomEvent<null>
  /** Another page of the app is on top; `path` as in the attribute `path`. */
  navigate: CustomEvent<{ path: string; title: string }>
  /** The user has closed the app. The element stays: take it away, or show something else. */
  close: CustomEvent<null>
}

/** What an app may ask the browser for; the user is still asked by both. */
const permissions = 'geolocation; camera; microphone; clipboard-read; clipboard-write; fullscreen; autoplay; web-share'

/** By the object model, not by text: a page's policy may forbid style elements and attributes. */
const frameStyle = { display: 'block', width: '100%', height: '100%', border: '0' } as const
const hostStyle = { display: 'block', width: '375px', height: '667px' } as const

export class BanyanAppElement extends HTMLElement {
  static readonly observedAttributes = ['src', 'app-id', 'path']
  readonly #root = this.attachShadow({ mode: 'closed' })
  #frame: HTMLIFrameElement | undefined
  #port: MessagePort | undefined
  readonly #hear = (event: MessageEvent<unknown>) => this.#greet(event)

  /** Origin of the platform. */
  get src(): string {
    return this.getAttribute('src') ?? ''
  }
  set src(value: string) {
    this.setAttribute('src', value)
  }

  get appId(): string {
    return this.getAttribute('app-id') ?? ''
  }
  set appId(value: string) {
    this.setAttribute('app-id', value)
  }

  /** Page and query; empty for the app's own first page. */
  get path(): string {
    return this.getAttribute('path') ?? ''
  }
  set path(value: string) {
    this.setAttribute('path', value)
  }

  connectedCallback(): void {
    addEventListener('message', this.#hear)
    // A page's own rules are stronger than these.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      `:host{${Object.entries(hostStyle)
        .map(([name, value]) => `${name}:${value}`)
        .join(';')}}`,
    )
    this.#root.adoptedStyleSheets = [sheet]
    this.#open()
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#hear)
    this.#close()
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (this.isConnected && before !== after) this.#open()
  }

  /** Starts the app anew. */
  reload(): void {
    if (this.isConnected) this.#open()
  }

  #open(): void {
    this.#close()
    const address = this.#address()
    if (address === undefined) return
    const frame = document.createElement('iframe')
    Object.assign(frame.style, frameStyle)
    frame.name = embedFrameName
    frame.allow = permissions
    frame.title = this.getAttribute('title') ?? ''
    frame.referrerPolicy = 'origin'
    frame.src = address.href
    this.#frame = frame
    this.#root.append(frame)
  }

  #close(): void {
    this.#port?.close()
    this.#port = undefined
    this.#frame?.remove()
    this.#frame = undefined
  }

  /** Undefined while the attributes name no app. A path can leave neither the app nor the platform. */
  #address(): URL | undefined {
    if (!/^by[0-9a-f]{16}$/.test(this.appId)) return undefined
    try {
      const platform = new URL(this.src, location.href)
      const home = `/a/${this.appId}/`
      const address = new URL(`${home}${this.path.replace(/^\/+/, '')}`, platform)
      const isInside = address.origin === platform.origin && address.pathname.startsWith(home)
      return isInside && /^https?:$/.test(address.protocol) ? address : undefined
    } catch {
      return undefined
    }
  }

  #greet({ source, origin, data, ports }: MessageEvent<unknown>): void {
    const frame = this.#frame
    const [port] = ports
    if (frame === undefined || port === undefined || source !== frame.contentWindow) return
    // The frame could have been led elsewhere: only the platform itself is talked to.
    if (origin !== this.#address()?.origin || !isHello(data) || data.appId !== this.appId) return
    this.#port?.close()
    this.#port = port
    port.addEventListener('message', (event: MessageEvent<FromEmbedded>) => this.#take(port, event.data))
    port.start()
    send(port, { type: 'welcome', functions: functionNames() })
  }

  #take(port: MessagePort, message: FromEmbedded): void {
    switch (message.type) {
      case 'call':
        void this.#answer(port, message)
        return
      case 'navigate':
        this.dispatchEvent(new CustomEvent('navigate', { detail: { path: message.path, title: message.title } }))
        return
      case 'ready':
      case 'close':
        this.dispatchEvent(new CustomEvent(message.type, { detail: null }))
    }
  }

  async #answer(port: MessagePort, { id, name, params }: Extract<FromEmbedded, { type: 'call' }>): Promise<void> {
    try {
      send(port, { type: 'answer', id, ok: true, value: await callFunction(name, params, { appId: this.appId }) })
    } catch (error) {
      // A value that cannot be copied ends here as well.
      send(port, { type: 'answer', id, ok: false, errMsg: error instanceof Error ? error.message : String(error) })
    }
  }
}

function isHello(data: unknown): data is EmbedHello {
  return typeof data === 'object' && data !== null && Reflect.get(data, 'type') === 'banyan:embed'
}

function send(port: MessagePort, message: ToEmbedded): void {
  port.postMessage(message)
}
