/**
 * The page stack as a pure state machine. Every change says what the worker must unload, hide, show and open, and how the browser's
 * history follows. `depth` is a page's index among the history entries of this app.
 */
import type { Place } from './urls.ts'

export interface PageSlot {
  readonly id: number
  readonly place: Place
  readonly depth: number
}

export interface StackState {
  /** Bottom first. */
  readonly stack: readonly PageSlot[]
  /** Tab pages that are kept alive outside the stack. */
  readonly keptTabs: readonly PageSlot[]
  readonly nextId: number
}

export type HistoryStep =
  | { readonly kind: 'none' }
  | { readonly kind: 'push' }
  | { readonly kind: 'replace' }
  | { readonly kind: 'back'; readonly by: number }
  /** To an older entry whose page is not alive: what happens then is decided when the browser has arrived there. */
  | { readonly kind: 'travel'; readonly by: number }
  /** Back to an older entry, which then becomes the new page's. */
  | { readonly kind: 'backAndReplace'; readonly by: number }

export interface StackChange {
  readonly state: StackState
  /** Top first. */
  readonly unload: readonly PageSlot[]
  readonly hide?: PageSlot
  readonly show?: PageSlot
  readonly open?: PageSlot
  readonly history: HistoryStep
}

export interface StackRefusal {
  readonly refusal: string
}

export const maxPages = 10
export const emptyStack: StackState = { stack: [], keptTabs: [], nextId: 1 }

export function topPage(state: StackState): PageSlot | undefined {
  return state.stack.at(-1)
}

export function launch(state: StackState, place: Place, depth: number): StackChange {
  const open = { id: state.nextId, place, depth }
  return {
    state: { stack: [open], keptTabs: [], nextId: state.nextId + 1 },
    unload: [],
    open,
    history: { kind: 'replace' },
  }
}

export function navigateTo(state: StackState, place: Place): StackChange | StackRefusal {
  const top = topPage(state)
  if (state.stack.length >= maxPages) return { refusal: `webview count limit exceed` }
  const open = { id: state.nextId, place, depth: top === undefined ? 0 : top.depth + 1 }
  return {
    state: { ...state, stack: [...state.stack, open], nextId: state.nextId + 1 },
    unload: [],
    ...(top === undefined ? {} : { hide: top }),
    open,
    history: { kind: 'push' },
  }
}

export function redirectTo(state: StackState, place: Place): StackChange {
  const top = topPage(state)
  const open = { id: state.nextId, place, depth: top?.depth ?? 0 }
  return {
    state: { ...state, stack: [...state.stack.slice(0, -1), open], nextId: state.nextId + 1 },
    unload: top === undefined ? [] : [top],
    open,
    history: { kind: 'replace' },
  }
}

/** With one live page above older history entries (after a reload) only the history moves; `popTo` then opens the older page. */
export function navigateBack(state: StackState, delta: number): StackChange | StackRefusal {
  const top = topPage(state)
  if (top === undefined) return { refusal: 'cannot navigate back at first page.' }
  if (state.stack.length === 1) {
    if (top.depth === 0) return { refusal: 'cannot navigate back at first page.' }
    return { state, unload: [], history: { kind: 'travel', by: Math.min(delta, top.depth) } }
  }
  const count = Math.min(Math.max(1, delta), state.stack.length - 1)
  return backBy(state, count, true)
}

/** Tab pages stay alive; whatever is not a tab page leaves. */
export function switchTab(state: StackState, place: Place, isTab: (route: string) => boolean): StackChange {
  const top = topPage(state)
  const [bottom] = state.stack
  const oldTab = bottom !== undefined && isTab(bottom.place.route) ? bottom : undefined
  const unload = state.stack.filter((slot) => slot !== oldTab).toReversed()
  const alive = oldTab === undefined ? state.keptTabs : [...state.keptTabs, oldTab]
  const known = alive.find((slot) => slot.place.route === place.route)
  const history: HistoryStep =
    top === undefined || top.depth === 0 ? { kind: 'replace' } : { kind: 'backAndReplace', by: top.depth }
  if (known !== undefined && known === top) return { state, unload: [], history: { kind: 'none' } }
  const target =
    known === undefined ? { id: state.nextId, place, depth: 0 } : { ...known, place: known.place, depth: 0 }
  return {
    state: {
      stack: [target],
      keptTabs: alive.filter((slot) => slot !== known),
      nextId: known === undefined ? state.nextId + 1 : state.nextId,
    },
    unload,
    ...(oldTab !== undefined && oldTab === top ? { hide: oldTab } : {}),
    ...(known === undefined ? { open: target } : { show: target }),
    history,
  }
}

export function reLaunch(state: StackState, place: Place): StackChange {
  const depth = topPage(state)?.depth ?? 0
  const open = { id: state.nextId, place, depth: 0 }
  return {
    state: { stack: [open], keptTabs: [], nextId: state.nextId + 1 },
    unload: [...state.stack.toReversed(), ...state.keptTabs],
    open,
    history: depth === 0 ? { kind: 'replace' } : { kind: 'backAndReplace', by: depth },
  }
}

/** The user moved through the browser's history; the history itself has moved already. */
export function popTo(state: StackState, depth: number, place: Place): StackChange {
  const top = topPage(state)
  const at = state.stack.findIndex((slot) => slot.depth === depth)
  if (top !== undefined && at >= 0) {
    if (at === state.stack.length - 1) return { state, unload: [], history: { kind: 'none' } }
    return backBy(state, state.stack.length - 1 - at, false)
  }
  const open = { id: state.nextId, place, depth }
  const nextId = state.nextId + 1
  if (top !== undefined && depth > top.depth && state.stack.length < maxPages) {
    return {
      state: { ...state, stack: [...state.stack, open], nextId },
      unload: [],
      hide: top,
      open,
      history: { kind: 'none' },
    }
  }
  return {
    state: { ...state, stack: [open], nextId },
    unload: state.stack.toReversed(),
    open,
    history: { kind: 'none' },
  }
}

function backBy(state: StackState, count: number, movesHistory: boolean): StackChange {
  const stack = state.stack.slice(0, -count)
  const show = stack.at(-1)
  const by = (topPage(state)?.depth ?? 0) - (show?.depth ?? 0)
  return {
    state: { ...state, stack },
    unload: state.stack.slice(-count).toReversed(),
    ...(show === undefined ? {} : { show }),
    history: movesHistory && by > 0 ? { kind: 'back', by } : { kind: 'none' },
  }
}
