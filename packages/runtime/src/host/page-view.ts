/** One page on the screen: its navigation bar and its sandboxed frame. It may be prepared long before it is a page. */
import type { HostToView, ViewEnvironment, ViewToHost } from '../bridge/frame-messages.ts'
import type { WindowConfig } from '@banyan/contract/package-format'
import { openViewFrame, takeFirstFrame } from './frames.ts'
import { element, isMotionReduced } from './ui/dom.ts'
import { createNavigationBar, type Leading, type NavigationBar } from './ui/navigation-bar.ts'
import type { Texts } from './ui/texts.ts'

export interface AppPage {
  readonly id: number
  readonly route: string
  readonly bar: NavigationBar
  readonly isCustom: boolean
  readonly section: HTMLElement
  readonly frame: HTMLIFrameElement
  /** Runs when the page is gone for good. */
  onClosed(listener: () => void): void
  /** Runs before the page is taken away, which waits for it. */
  onLeaving(listener: () => Promise<void>): void
  /** What the user is asked before the arrow in the bar leads back. */
  leaveWarning: string | undefined
  setBackground(color: string): void
  hideHomeButton(): void
}

export interface PageEvents {
  onLeading: (leading: Leading) => void
  onMessage: (message: ViewToHost, page: PageView) => void
}

export interface OpenPageOptions {
  id: number
  route: string
  window: WindowConfig
  /** App-wide theme values are resolved already. */
  styles: readonly string[]
  workerPort: MessagePort
  isTab: boolean
  isAboveTabs: boolean
  leading: Leading
}

/** Longer than any transition; the end of an animation may never come in a hidden window. */
const transitionLimitMs = 400

export class PageView implements AppPage {
  readonly section: HTMLElement
  readonly bar: NavigationBar
  readonly frame: HTMLIFrameElement
  readonly #port: MessagePort
  id = 0
  route = ''
  isCustom = false
  isPainted = false
  /** The component that a step back closes first. */
  heldBy: number | undefined
  leaveWarning: string | undefined
  #leading: Leading = 'none'
  /** Drawn by the server; it goes when the real one has its title and colours. */
  #firstBar: Element | null | undefined
  readonly leaving: (() => Promise<void>)[] = []
  readonly #closed: (() => void)[] = []

  constructor(
    root: HTMLElement,
    options: { lang: string; source: string; environment: ViewEnvironment; texts: Texts },
    events: PageEvents,
  ) {
    this.bar = createNavigationBar(options.texts, events.onLeading)
    const first = takeFirstFrame(options)
    const section = first?.element.parentElement
    this.#firstBar = section?.firstElementChild
    this.section = section ?? element('section', { class: 'page' }, this.bar.root)
    if (first === undefined) root.append(this.section)
    const { element: frame, port } = first ?? openViewFrame(this.section, options)
    this.frame = frame
    this.#port = port
    this.section.inert = true
    port.addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
      const message = parseFromView(data, ports[0])
      if (message !== undefined) events.onMessage(message, this)
    })
    port.start()
  }

  send(message: HostToView, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer)
  }

  open(options: OpenPageOptions): void {
    const { window } = options
    this.id = options.id
    this.route = options.route
    this.isCustom = window.navigationStyle === 'custom'
    this.section.dataset.route = options.route
    this.section.classList.toggle('tabbed', options.isTab)
    this.section.classList.toggle('above', options.isAboveTabs)
    this.frame.title = window.navigationBarTitleText ?? options.route
    this.bar.setCustom(this.isCustom)
    this.bar.setTitle(window.navigationBarTitleText ?? '')
    this.setWindowColors(window)
    this.#leading = options.leading
    this.bar.setLeading(options.leading)
    this.#firstBar?.replaceWith(this.bar.root)
    this.#firstBar = undefined
    this.send(
      {
        type: 'open',
        pageId: options.id,
        route: options.route,
        styles: options.styles,
        window: {
          enablePullDownRefresh: window.enablePullDownRefresh ?? false,
          disableScroll: window.disableScroll ?? false,
          backgroundColor: window.backgroundColor ?? '#ffffff',
          backgroundTextStyle: window.backgroundTextStyle ?? 'dark',
        },
      },
      [options.workerPort],
    )
  }

  setWindowColors(window: WindowConfig): void {
    this.bar.setColors({
      background: window.navigationBarBackgroundColor ?? '#000000',
      text: window.navigationBarTextStyle === 'black' ? 'black' : 'white',
    })
    this.setBackground(window.backgroundColorContent ?? window.backgroundColor ?? '#ffffff')
  }

  setBackground(color: string): void {
    this.section.style.backgroundColor = color
  }

  onLeaving(listener: () => Promise<void>): void {
    this.leaving.push(listener)
  }

  onClosed(listener: () => void): void {
    this.#closed.push(listener)
  }

  hideHomeButton(): void {
    if (this.#leading === 'home') this.bar.setLeading('none')
  }

  show(): void {
    this.section.classList.add('shown')
    this.section.inert = false
    this.send({ type: 'visibility', visible: true })
  }

  hide(): void {
    this.section.classList.remove('shown')
    this.section.inert = true
    this.send({ type: 'visibility', visible: false })
  }

  /** Answers whether there was something to close. */
  closeOverlay(): boolean {
    const node = this.heldBy
    if (node === undefined) return false
    this.heldBy = undefined
    this.send({ type: 'closeOverlay', node })
    return true
  }

  /** The page can be used at once; the movement is only seen. */
  playPush(onEnd: () => void): void {
    this.#play('pushing', onEnd)
  }

  playPopAndRemove(): void {
    this.#close()
    this.#play('popping', () => this.remove())
  }

  /** Gone for the user at once; the frame itself goes when the tap that closed it has run its course in the browser. */
  remove(): void {
    this.#close()
    setTimeout(() => this.section.remove(), transitionLimitMs)
  }

  #close(): void {
    this.section.classList.remove('shown')
    this.section.inert = true
    this.#port.close()
    for (const listener of this.#closed.splice(0)) listener()
  }

  #play(className: string, onEnd: () => void): void {
    if (isMotionReduced() || document.visibilityState === 'hidden') {
      onEnd()
      return
    }
    let isOver = false
    const finish = () => {
      if (isOver) return
      isOver = true
      this.section.classList.remove(className)
      onEnd()
    }
    this.section.classList.add(className)
    this.section.addEventListener('animationend', finish, { once: true })
    setTimeout(finish, transitionLimitMs)
  }
}

const maxText = 16_384

function parseFromView(data: unknown, port: MessagePort | undefined): ViewToHost | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined
  const message: Record<string, unknown> = { ...data }
  const { type, id, name, url } = message
  switch (type) {
    case 'prepared':
    case 'interacted':
    case 'edgeBack':
    case 'parts':
      return { type }
    case 'painted':
      return { type, at: typeof message.at === 'number' ? message.at : 0 }
    case 'resource':
      return typeof id === 'number' && typeof url === 'string' ? { type, id, url } : undefined
    case 'ask':
      return typeof id === 'number' && typeof name === 'string'
        ? { type, id, name, params: message.params, ...(port === undefined ? {} : { port }) }
        : undefined
    case 'fault':
      return { type, message: String(message.message).slice(0, maxText) }
    default:
      return undefined
  }
}
