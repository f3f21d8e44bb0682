import type { LogicArea, LogicContext } from '../../logic/context.ts'
import { isFunction, isRecord } from '../../logic/values.ts'

interface Entry {
  entryType: 'navigation' | 'render' | 'script'
  name: string
  startTime: number
  duration: number
  path: string
  pageId: number
  navigationStart?: number
  navigationType?: string
}

interface Observer {
  types: Set<string>
  tell(entries: readonly Entry[]): void
}

const supported = ['navigation', 'render'] as const
const defaultBufferSize = 30

/** What the worker itself can measure: the launch, changes of pages, and a page's first render. Times are milliseconds since 1970. */
export const performanceArea: LogicArea = (context) => {
  const timeline = new Timeline()
  watchRoutes(context, timeline)
  const { platform } = context
  return {
    reportPerformance: () => undefined,
    getPerformance: () => ({
      now: () => platform.now(),
      timeOrigin: platform.timeOrigin,
      getEntries: () => listOf(timeline.entries),
      getEntriesByType: (type: unknown) => listOf(timeline.entries.filter(({ entryType }) => entryType === type)),
      getEntriesByName: (name: unknown, type?: unknown) =>
        listOf(
          timeline.entries.filter((entry) => entry.name === name && (type === undefined || entry.entryType === type)),
        ),
      setBufferSize: (size: unknown) => timeline.resize(size),
      createObserver: (callback: unknown) => createObserver(timeline, callback),
    }),
  }
}

class Timeline {
  entries: Entry[] = []
  readonly observers = new Set<Observer>()
  private size = defaultBufferSize

  add(...entries: readonly Entry[]): void {
    this.entries = [...this.entries, ...entries].slice(-this.size)
    for (const observer of this.observers) {
      const wanted = entries.filter(({ entryType }) => observer.types.has(entryType))
      if (wanted.length > 0) observer.tell(wanted)
    }
  }

  resize(size: unknown): void {
    if (typeof size !== 'number' || !(size >= 0)) return
    this.size = Math.floor(size)
    this.entries = this.size === 0 ? [] : this.entries.slice(-this.size)
  }
}

function watchRoutes({ appEvents, platform }: LogicContext, timeline: Timeline): void {
  const started = new Map<unknown, number>()
  appEvents.on('appRoute', (value) => {
    if (isRecord(value)) started.set(value.routeEventId, Date.now())
  })
  appEvents.on('appRouteDone', (value) => {
    if (!isRecord(value)) return
    const isLaunch = value.openType === 'appLaunch'
    const startTime = started.get(value.routeEventId) ?? Date.now()
    started.delete(value.routeEventId)
    const now = Date.now()
    const page = { path: String(value.path), pageId: Number(value.webviewId) }
    const launched = Math.floor(platform.timeOrigin)
    const navigation = { ...page, entryType: 'navigation', navigationType: String(value.openType) } as const
    timeline.add(
      isLaunch
        ? { ...navigation, name: 'appLaunch', startTime: launched, duration: now - launched, navigationStart: launched }
        : { ...navigation, name: 'route', startTime, duration: now - startTime, navigationStart: startTime },
      ...(value.openType === 'navigateBack'
        ? []
        : [{ ...page, entryType: 'render', name: 'firstRender', startTime, duration: now - startTime } as const]),
    )
  })
}

function createObserver(timeline: Timeline, callback: unknown): Record<string, unknown> {
  const observer: Observer = {
    types: new Set(),
    tell: (entries) => {
      if (isFunction(callback)) setTimeout(() => void callback(listOf(entries)))
    },
  }
  return {
    supportedEntryTypes: [...supported],
    observe(options: unknown) {
      const { type, entryTypes } = isRecord(options) ? options : {}
      observer.types = new Set(Array.isArray(entryTypes) ? entryTypes.map(String) : [String(type)])
      timeline.observers.add(observer)
    },
    disconnect: () => void timeline.observers.delete(observer),
  }
}

/** The list that `getEntries` and observers give; both forms are in use, an array and an object with methods. */
function listOf(entries: readonly Entry[]): object {
  const list = entries.map((entry) => ({ ...entry }))
  return Object.defineProperties(list, {
    getEntries: { value: () => list },
    getEntriesByType: { value: (type: unknown) => list.filter(({ entryType }) => entryType === type) },
    getEntriesByName: { value: (name: unknown) => list.filter((entry) => entry.name === name) },
  })
}
