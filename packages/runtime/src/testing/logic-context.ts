/** A context for areas of `wx.*` in tests: a host that answers from a table, and records what it was asked. */
import { takeBrowserParts } from '../logic/browser-parts.ts'
import type { Emitter, LogicContext } from '../logic/context.ts'
import { ApiError } from '../logic/context.ts'
import { platform } from '../logic/platform.ts'
import { Listeners } from '../logic/emitter.ts'

export interface TestContext extends LogicContext {
  calls: { name: string; params: unknown }[]
  hostEvents: Emitter
}

export function createTestContext(
  answers: Readonly<Record<string, (params: unknown) => unknown>> = {},
  storage: ReadonlyMap<string, string> = new Map(),
): TestContext {
  const calls: { name: string; params: unknown }[] = []
  const rethrow = (error: unknown) => {
    throw error
  }
  const hostEvents = new Listeners(rethrow)
  const launch = { path: 'a', query: { id: '1' }, scene: 1001, referrerInfo: {}, apiCategory: 'default' }
  const call = async (name: string, params: unknown) => {
    calls.push({ name, params })
    const answer = answers[name]
    if (answer === undefined) throw new ApiError(`${name}:fail not supported`)
    return answer(params)
  }
  return {
    calls,
    hostEvents,
    browser: takeBrowserParts({}),
    config: {
      pages: ['a', 'b'],
      entryPagePath: 'a',
      subPackages: [],
      preloadRule: {},
      window: {},
      pageConfigs: {},
      networkTimeout: {},
      darkmode: false,
      debug: false,
      source: { ext: { shop: 1 } },
    },
    launch,
    embedderFunctions: [],
    platform,
    enterOptions: () => launch,
    system: {
      device: { platform: 'ios' },
      window: { windowWidth: 375 },
      appBase: { theme: 'light' },
      setting: {},
      authorize: {},
      menuButton: { width: 87, height: 32, top: 6, right: 368, bottom: 38, left: 281 },
      account: { appId: 'test', envVersion: 'release', version: '1.0.0' },
    },
    storage: new Map(storage),
    call,
    open: (name, params) => ({ done: call(name, params), signal: () => undefined }),
    onHostEvent: (name, listener) => hostEvents.on(name, listener),
    appEvents: new Listeners(rethrow),
    router: {
      go: () => Promise.resolve(undefined),
      resolve: (url) => ({ route: url, query: {} }),
    },
    pages: {
      current: () => [],
      topId: () => 1,
      invoke: () => Promise.resolve(undefined),
      describeNode: () => undefined,
      createSelectorQuery: () => ({}),
      findNodes: () => Promise.resolve([]),
      createIntersectionObserver: () => ({}),
      createMediaQueryObserver: () => ({}),
      animateStylesWith: () => undefined,
    },
    nodeMakers: new Map(),
    nextTick: (work) => queueMicrotask(work),
    packageSource: () => undefined,
    loadPackage: () => Promise.resolve(),
  }
}
