/**
 * The globals of an app whose pages are only drawn: what depends on the moment stands still, so that the same source gives the same bytes,
 * and the life of app and pages does not begin. Components live: many make their look when they are attached.
 */
import { createContext, runInContext } from 'node:vm'

/** The first of January 2025, noon in Shanghai. */
const stillMs = 1_735_704_000_000

const standStill = `{
  const RealDate = Date
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, as) => Reflect.construct(target, args.length === 0 ? [${stillMs}] : args, as),
    apply: () => new RealDate(${stillMs}).toString(),
    get: (target, name) => (name === 'now' ? () => ${stillMs} : Reflect.get(target, name)),
  })
  let seed = 1
  Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
}`

const appLife = new Set(['onLaunch', 'onShow', 'onHide', 'onError', 'onPageNotFound', 'onUnhandledRejection'])
const pageLife = new Set([
  ...['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload', 'onRouteDone', 'onTabItemTap', 'onResize'],
  ...['lifetimes', 'pageLifetimes', 'created', 'attached', 'ready', 'moved', 'detached'],
])

type Register = (options: unknown) => unknown

export interface AppContext {
  readonly globals: object
  run(code: string): void
  /** After the runtime has defined the globals of apps. */
  silenceLife(isPage: (path: string) => boolean): void
}

export function createAppContext(): AppContext {
  const nothing = (): number => 0
  const globals = createContext({
    // What comes later is not part of a snapshot.
    ...{ setTimeout: nothing, setInterval: nothing, clearTimeout: nothing, clearInterval: nothing },
    queueMicrotask,
    console: Object.fromEntries(
      ['log', 'info', 'warn', 'error', 'debug', 'group', 'groupEnd'].map((name) => [name, nothing]),
    ),
  })
  runInContext(standStill, globals)
  const wrap = (name: string, change: (options: Readonly<Record<string, unknown>>) => unknown): void => {
    const register: unknown = Reflect.get(globals, name)
    if (typeof register !== 'function') return
    const wrapped: Register = (options) =>
      register.call(undefined, typeof options === 'object' && options !== null ? change({ ...options }) : options)
    Reflect.set(globals, name, wrapped)
  }
  return {
    globals,
    run: (code) => void runInContext(code, globals),
    silenceLife(isPage) {
      wrap('App', (options) => without(options, appLife))
      wrap('Page', (options) => without(options, pageLife))
      wrap('Component', (options) => {
        const path: unknown = Reflect.get(globals, '__wxRoute')
        if (typeof path !== 'string' || !isPage(path)) return options
        const { methods } = options
        const own =
          typeof methods === 'object' && methods !== null ? { methods: without({ ...methods }, pageLife) } : {}
        return { ...without(options, pageLife), ...own }
      })
    },
  }
}

function without(options: Readonly<Record<string, unknown>>, names: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !names.has(name)))
}
