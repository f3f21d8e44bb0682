import type { LogicArea } from '../../logic/context.ts'
import { isFunction, isRecord } from '../../logic/values.ts'

/** Among the app's own storage on the device; the app's copy of it does not have this key. */
const storageKey = 'banyan:exit-state'
const dayMs = 24 * 60 * 60 * 1000

interface Saved {
  place: string
  data: unknown
  expireTimeStamp: number
}

/**
 * `onSaveExitState` and `exitState`: a page that is shown when the app goes to the background may save something, and has it again when the
 * app is started anew at that page. The address bar names the page, so every start there is one with `homePageAndLatestPage`.
 */
export const exitStateArea: LogicArea = (context) => {
  const { appEvents, pages, storage } = context
  let saved = readSaved(storage.get(storageKey))
  let isStored = storage.delete(storageKey)
  const stop = (page: unknown) => {
    appEvents.off('pageCreated', stop)
    const place = placeOf(page)
    if (typeof page !== 'object' || page === null || saved?.place !== place) return
    Reflect.set(page, 'exitState', saved.data)
    saved = undefined
  }
  appEvents.on('pageCreated', stop)
  appEvents.on('appHide', () => {
    const page = pages.current().at(-1)
    const method: unknown = page === undefined ? undefined : Reflect.get(page, 'onSaveExitState')
    const answer: unknown = isFunction(method) ? method.call(page) : undefined
    const value = isRecord(answer) ? writeSaved(placeOf(page), answer) : undefined
    if (value !== undefined) void context.call('setStorage', { key: storageKey, value }).catch(() => undefined)
    else if (isStored) void context.call('removeStorage', { keys: [storageKey] }).catch(() => undefined)
    isStored = value !== undefined
  })
  return {}
}

/** What only JSON can say is saved; anything else, and what is over already, is not. */
function writeSaved(place: string, { data, expireTimeStamp }: Readonly<Record<string, unknown>>): string | undefined {
  const until = typeof expireTimeStamp === 'number' ? expireTimeStamp : Date.now() + dayMs
  if (data === undefined || until <= Date.now()) return undefined
  try {
    return JSON.stringify({ place, data, expireTimeStamp: until } satisfies Saved)
  } catch {
    return undefined
  }
}

function readSaved(text: unknown): Saved | undefined {
  try {
    const value: unknown = typeof text === 'string' ? JSON.parse(text) : undefined
    if (!isRecord(value)) return undefined
    const { place, data, expireTimeStamp } = value
    if (typeof place !== 'string' || typeof expireTimeStamp !== 'number' || expireTimeStamp <= Date.now())
      return undefined
    return { place, data, expireTimeStamp }
  } catch {
    return undefined
  }
}

/** Route and query: another query is another page. */
function placeOf(page: unknown): string {
  const { route, options } = Object(page)
  return JSON.stringify([route, options])
}
