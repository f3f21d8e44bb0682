/** Keeps the browser's address and history in step with the page stack. */
import type { HistoryStep } from './page-stack.ts'
import { formatPlace, type Place } from './urls.ts'

export interface AddressBar {
  /** Steps are carried out one after another: going back is asynchronous in browsers. */
  follow(step: HistoryStep, place: Place, depth: number): void
}

export interface HistoryEntry {
  depth: number
  place: Place
}

/** Longest wait for the browser to report a step back that it may have refused. */
const popTimeoutMs = 1000
const maxForeign = 20

export function createAddressBar(basePath: string, onUserMove: (entry: HistoryEntry) => void): AddressBar {
  let queue: Promise<void> = Promise.resolve()
  let expected: (() => void) | undefined
  let ownLength = history.length

  addEventListener('popstate', (event) => {
    if (expected !== undefined) {
      expected()
      return
    }
    const entry = readEntry(event.state)
    if (entry !== undefined) onUserMove(entry)
  })

  const stepBack = (by: number) =>
    new Promise<void>((resolve) => {
      const done = () => {
        expected = undefined
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(done, popTimeoutMs)
      expected = done
      move(-by)
    })

  const goBack = async (by: number) => {
    const wanted = (readEntry(history.state)?.depth ?? 0) - by
    const hasForeign = history.length > ownLength
    await stepBack(by)
    // A web page that went on by itself left entries of its own above ours.
    for (let tries = 0; hasForeign && tries < maxForeign && (readEntry(history.state)?.depth ?? 0) > wanted; tries++)
      await stepBack(1)
  }

  const carryOut = async (step: HistoryStep, entry: HistoryEntry) => {
    const url = formatPlace(basePath, entry.place)
    const state = { banyan: entry }
    switch (step.kind) {
      case 'none':
        return
      case 'push':
        history.pushState(state, '', url)
        ownLength = history.length
        return
      case 'replace':
        history.replaceState(state, '', url)
        return
      case 'back':
        await goBack(step.by)
        return
      case 'travel':
        move(-step.by)
        return
      case 'backAndReplace':
        await goBack(step.by)
        history.replaceState(state, '', url)
    }
  }

  return {
    follow(step, place, depth) {
      queue = queue.then(() => carryOut(step, { depth, place }))
    },
  }
}

/** By entries of this document: where browsers can count them, those of a web page inside of it are no steps. */
function move(by: number): void {
  const target =
    'navigation' in window ? navigation.entries()[(navigation.currentEntry?.index ?? -1) + by]?.key : undefined
  if (target === undefined) {
    history.go(by)
    return
  }
  // Another move may come first; the address follows that one then.
  const { committed, finished } = navigation.traverseTo(target)
  committed?.catch(() => undefined)
  finished?.catch(() => undefined)
}

/** What a reload or a step through the history finds; undefined for an entry that is not ours. */
export function readEntry(state: unknown): HistoryEntry | undefined {
  if (!isRecord(state) || !isRecord(state.banyan)) return undefined
  const { depth, place } = state.banyan
  if (typeof depth !== 'number' || !Number.isInteger(depth) || depth < 0 || !isRecord(place)) return undefined
  const { route, query } = place
  if (typeof route !== 'string' || !isRecord(query)) return undefined
  const texts: Record<string, string> = {}
  for (const [key, value] of Object.entries(query)) if (typeof value === 'string') texts[key] = value
  return { depth, place: { route, query: texts } }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
