/** The pages that are alive, also tab pages outside the stack, and what they bring over a restart. */
import { platform } from '../../logic/platform.ts'
import type { PageState } from '../../bridge/devtools-messages.ts'
import type { LogicApp } from '../../logic/app/logic-app.ts'
import { AppPage } from '../../logic/app/page.ts'
import { plain } from './plain.ts'

export interface LivePages {
  all(): readonly AppPage[]
  find(id: unknown): AppPage
  /** The stack, bottom first. */
  stack(): readonly AppPage[]
  states(): readonly PageState[]
  restore(states: readonly PageState[]): void
}

export function watchPages(app: LogicApp, tell: (name: string, value: unknown) => void): LivePages {
  const alive = new Map<number, AppPage>()
  const initial = new WeakMap<AppPage, Readonly<Record<string, unknown>>>()
  let waiting: readonly PageState[] = []

  // oxlint-disable-next-line typescript/unbound-method -- called with its own object below
  const { load, unload, call } = AppPage.prototype
  AppPage.prototype.load = function loadPage(this: AppPage): void {
    alive.set(this.id, this)
    initial.set(this, Object.freeze({ ...dataOf(this) }))
    const startedAt = platform.now()
    load.call(this)
    tell('span', { name: 'onLoad', page: this.route, startedAt: at(startedAt), ms: platform.now() - startedAt })
    const [state, ...rest] = waiting
    if (state === undefined || state.route !== this.route) return
    waiting = rest
    const changed = changesOf(state, initial.get(this) ?? {})
    if (Object.keys(changed).length > 0) this.element.setData(changed)
  }
  AppPage.prototype.unload = function unloadPage(this: AppPage): void {
    alive.delete(this.id)
    unload.call(this)
    tellStack()
  }
  AppPage.prototype.call = function callPage(this: AppPage, name: string, ...args: readonly unknown[]): unknown {
    const startedAt = platform.now()
    const result = call.call(this, name, ...args)
    if (name !== 'onPageScroll') {
      tell('life', { page: this.route, name, at: at(startedAt), ms: platform.now() - startedAt })
    }
    if (name === 'onShow') tellStack()
    return result
  }

  const launch = app.launch.bind(app)
  app.launch = () => {
    const startedAt = platform.now()
    launch()
    tell('span', { name: 'app.js', startedAt: at(startedAt), ms: platform.now() - startedAt })
  }

  function stack(): readonly AppPage[] {
    return app.currentPages().flatMap((instance) => [...alive.values()].filter((page) => page.instance === instance))
  }

  function tellStack(): void {
    queueMicrotask(() => tell('stack', { pages: stack().map(describe), top: stack().at(-1)?.id }))
  }

  return {
    all: () => [...alive.values()],
    find(id) {
      const page = typeof id === 'number' ? alive.get(id) : stack().at(-1)
      if (page === undefined) throw new Error('there is no such page')
      return page
    },
    stack,
    states: () =>
      stack().map((page) => ({
        route: page.route,
        query: { ...page.query },
        initial: copyOf(initial.get(page) ?? {}),
        data: copyOf(dataOf(page)),
      })),
    restore(states) {
      waiting = states
    },
  }
}

export function describe(page: AppPage): Readonly<Record<string, unknown>> {
  return { id: page.id, route: page.route, query: { ...page.query } }
}

/** Since 1970, in milliseconds: the one time that worker and page share. */
export function at(time: number): number {
  return platform.timeOrigin + time
}

function dataOf(page: AppPage): Record<string, unknown> {
  return page.element.data
}

function copyOf(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, plain(value)]))
}

/** What running has changed comes back, unless the code's own beginning is another now: then the developer wants to see that. */
function changesOf(state: PageState, initial: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const changed: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(state.data)) {
    const before = JSON.stringify(state.initial[key])
    const isSameCode = before === JSON.stringify(plain(initial[key]))
    if (isSameCode && JSON.stringify(value) !== before) changed[key] = value
  }
  return changed
}
