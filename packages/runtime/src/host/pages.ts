/** The pages that have a frame, and the spare one that is prepared for the next. */
import type { BootData } from '@banyan/contract/boot'
import type { AppConfig, StyleMap, WindowConfig } from '@banyan/contract/package-format'
import { pageGround } from '@banyan/contract/tokens'
import type { PageFont } from '../bridge/frame-messages.ts'
import { resolveThemeValue, themeOf, viewEnvironment } from './environment.ts'
import type { StackChange, StackState } from './page-stack.ts'
import { topPage } from './page-stack.ts'
import { PageView, type PageEvents } from './page-view.ts'
import type { Leading } from './ui/navigation-bar.ts'
import type { Texts } from './ui/texts.ts'

export interface PagesOptions {
  root: HTMLElement
  boot: BootData
  config: AppConfig
  viewSource: string
  texts: Texts
  isTab: (route: string) => boolean
  events: PageEvents
}

const themedKeys = [
  'navigationBarBackgroundColor',
  'navigationBarTextStyle',
  'backgroundColor',
  'backgroundColorContent',
  'backgroundColorTop',
  'backgroundColorBottom',
  'backgroundTextStyle',
] as const

export class Pages {
  readonly #options: PagesOptions
  readonly #views = new Map<number, PageView>()
  readonly #styles: Record<string, string> = {}
  #spare: PageView | undefined
  readonly #fonts: PageFont[] = []
  #viewParts: Blob | undefined

  constructor(options: PagesOptions) {
    this.#options = options
  }

  get(id: number): PageView | undefined {
    return this.#views.get(id)
  }

  all(): readonly PageView[] {
    return [...this.#views.values()]
  }

  addStyles(styles: StyleMap): void {
    Object.assign(this.#styles, styles)
  }

  /** Makes the frame of the next page ready. */
  prepareSpare(): void {
    if (this.#spare !== undefined) return
    this.#spare = this.#createView()
    const app = this.#styles.app
    if (app !== undefined) this.#spare.send({ type: 'prepareStyles', styles: [app] })
    if (this.#viewParts !== undefined) this.#spare.send({ type: 'parts', source: this.#viewParts })
  }

  /** For one page, or for all that are and will be. */
  addFont(font: PageFont, pageId?: number): void {
    if (pageId === undefined) this.#fonts.push(font)
    const page = pageId === undefined ? undefined : this.#views.get(pageId)
    const spare = this.#spare === undefined || pageId !== undefined ? [] : [this.#spare]
    const views = page === undefined ? [...this.#views.values(), ...spare] : [page]
    for (const view of views) view.send({ type: 'font', font })
  }

  /** From now on frames get the view's later parts before they are pages. */
  addViewParts(source: Blob): void {
    this.#viewParts = source
    this.#spare?.send({ type: 'parts', source })
  }

  /** Shows on the screen what a change of the stack says. Returns the port of a page that was opened, for the worker. */
  apply(change: StackChange, before: StackState): MessagePort | undefined {
    let workerPort: MessagePort | undefined
    if (change.open !== undefined) {
      const channel = new MessageChannel()
      workerPort = channel.port1
      this.#open(change, channel.port2)
    }
    this.#move(change, before)
    return workerPort
  }

  /** Window of app.json, the page's own over it, colours of the theme in place. */
  windowOf(route: string): WindowConfig {
    const { config } = this.#options
    const page = Object.hasOwn(config.pageConfigs, route) ? config.pageConfigs[route] : undefined
    const window: WindowConfig = { ...config.window, ...page?.window }
    const theme = themeOf(config)
    const resolved: Record<string, string> = {}
    for (const key of themedKeys) {
      const value = window[key]
      if (value !== undefined) resolved[key] = resolveThemeValue(config, theme, value)
    }
    if (theme === 'dark' && window.backgroundColorContent === undefined) resolved['backgroundColor'] ??= pageGround.dark
    return { ...window, ...resolved }
  }

  /** The theme or the safe areas changed. */
  refreshEnvironment(): void {
    const environment = viewEnvironment(this.#options.boot, this.#options.config)
    for (const view of [...this.#views.values(), ...(this.#spare === undefined ? [] : [this.#spare])]) {
      view.send({ type: 'environment', environment })
      if (view.id !== 0) view.setWindowColors(this.windowOf(view.route))
    }
  }

  #open(change: StackChange, workerPort: MessagePort): void {
    const { open } = change
    if (open === undefined) return
    const { route } = open.place
    const isTab = this.#options.isTab(route)
    const view = this.#spare ?? this.#createView()
    this.#spare = undefined
    this.#views.set(open.id, view)
    const page = this.#options.config.pageConfigs
    const keys = Object.hasOwn(page, route) ? (page[route]?.styles ?? []) : []
    view.open({
      id: open.id,
      route,
      window: this.windowOf(route),
      styles: keys.flatMap((key) => (this.#styles[key] === undefined ? [] : [this.#styles[key]])),
      workerPort,
      isTab,
      isAboveTabs: !isTab,
      leading: this.#leadingOf(change.state, route),
    })
  }

  #leadingOf(state: StackState, route: string): Leading {
    if (this.#options.isTab(route)) return 'none'
    if (state.stack.length > 1 || (topPage(state)?.depth ?? 0) > 0) return 'back'
    return route === this.#options.config.entryPagePath ? 'none' : 'home'
  }

  #move(change: StackChange, before: StackState): void {
    const oldTop = topPage(before)
    const old = oldTop === undefined ? undefined : this.#views.get(oldTop.id)
    const top = topPage(change.state)
    const next = top === undefined ? undefined : this.#views.get(top.id)
    next?.show()
    const isPush =
      change.open !== undefined && oldTop !== undefined && change.hide === oldTop && change.state.stack.length > 1
    if (isPush) {
      next?.playPush(() => {
        // Back already, or another page came: the one below decides for itself.
        if (next.section.classList.contains('shown')) old?.hide()
      })
    } else if (change.hide !== undefined) {
      this.#views.get(change.hide.id)?.hide()
    }
    const isPop = change.show !== undefined && before.stack.length > 1 && change.unload[0] === oldTop && !isPush
    for (const slot of change.unload) {
      const view = this.#views.get(slot.id)
      this.#views.delete(slot.id)
      if (isPop && slot === oldTop) view?.playPopAndRemove()
      else view?.remove()
    }
  }

  #createView(): PageView {
    const { root, boot, config, viewSource, texts, events } = this.#options
    const lang = boot.locale === 'en' ? 'en' : 'zh-CN'
    const environment = viewEnvironment(boot, config)
    const view = new PageView(root, { lang, source: viewSource, environment, texts }, events)
    for (const font of this.#fonts) view.send({ type: 'font', font })
    return view
  }
}
