/** Decides every change of the page stack, for the app's requests, the user's taps and the browser's history alike. */
import type { AppConfig } from '@banyan/contract/package-format'
import type { OpenType, RouteRequest, ToWorker, TransitionMessage } from '../bridge/host-messages.ts'
import { type AddressBar, createAddressBar, type HistoryEntry, readEntry } from './address-bar.ts'
import * as stack from './page-stack.ts'
import type { StackChange, StackRefusal, StackState } from './page-stack.ts'
import type { SubPackages } from './sub-packages.ts'
import { parsePlace, type Place } from './urls.ts'

export interface NavigationOptions {
  basePath: string
  config: AppConfig
  packages: SubPackages
  isTab: (route: string) => boolean
  /** Changes the screen; answers with the worker's port of a page that was opened. */
  show(change: StackChange, before: StackState): MessagePort | undefined
  send(message: ToWorker, transfer?: Transferable[]): void
  /** Going back closes what lies over this page (`page-container`) instead of the page. */
  closesOverlay?(pageId: number): boolean
  /** Something on these pages still has to tell the app something before they go. */
  leaving?(pages: readonly number[]): Promise<unknown> | undefined
}

export interface Navigation {
  readonly state: StackState
  /** The place that the address names, or that was shown before a reload. */
  readonly launchEntry: HistoryEntry
  launch(): Promise<void>
  handle(request: RouteRequest): void
  /** The user did it: the back button, the home button, a navigator. */
  go(openType: Exclude<OpenType, 'appLaunch'>, target: { place?: Place; delta?: number }): void
  tapTab(index: number): void
}

interface Cause {
  requestId: number
  openType: OpenType
  tabItem?: NonNullable<TransitionMessage['tabItem']>
}

export function createNavigation(options: NavigationOptions): Navigation {
  const { config, packages, isTab, basePath } = options
  let state: StackState = stack.emptyStack
  let queue: Promise<void> = Promise.resolve()
  /** Why the history is on its way to an entry without a page; its request is answered on arrival. */
  let travel: Cause | undefined
  const address: AddressBar = createAddressBar(basePath, (entry) => userMoved(entry))
  const launchEntry = findLaunchEntry(basePath, config)

  const commit = (change: StackChange, cause: Cause) => {
    const before = state
    state = change.state
    const port = options.show(change, before)
    const top = stack.topPage(state)
    if (top !== undefined) address.follow(change.history, top.place, top.depth)
    if (change.history.kind === 'travel') {
      travel = cause
      return
    }
    const { open } = change
    options.send(
      {
        type: 'transition',
        ...cause,
        unload: change.unload.map(({ id }) => id),
        ...(change.hide === undefined ? {} : { hide: change.hide.id }),
        ...(change.show === undefined ? {} : { show: change.show.id }),
        ...(open === undefined || port === undefined
          ? {}
          : { open: { pageId: open.id, route: open.place.route, query: open.place.query, port } }),
        stack: state.stack.map(({ id }) => id),
      },
      port === undefined ? [] : [port],
    )
  }

  const run = (cause: Cause, place: Place | undefined, decide: () => StackChange | StackRefusal) => {
    const work = async () => {
      const fail = (reason: string) => {
        if (cause.requestId === 0) return
        const errMsg = `${cause.openType}:fail ${reason}`
        options.send({ type: 'routeFailed', requestId: cause.requestId, errMsg })
      }
      if (place !== undefined) {
        try {
          // Without waiting when everything is there: a tap must not lose a frame.
          const missing = packages.rootsOf(place.route).filter((root) => !packages.isLoaded(root))
          if (missing.length > 0) await Promise.all(missing.map((root) => packages.load(root)))
        } catch {
          fail('sub-package could not be loaded')
          return
        }
      }
      const change = decide()
      if ('refusal' in change) {
        fail(change.refusal)
        return
      }
      const leaving = options.leaving?.(change.unload.map(({ id }) => id))
      if (leaving !== undefined) await leaving
      commit(change, cause)
    }
    queue = queue.then(work, work)
  }

  /** The page stays, since something on it took the step back. */
  const overlayClosed = (kind: 'none' | 'push'): StackChange | undefined => {
    const top = stack.topPage(state)
    if (top === undefined || options.closesOverlay?.(top.id) !== true) return undefined
    return { state, unload: [], history: { kind } }
  }

  const decideFor = (openType: OpenType, place: Place, delta: number): (() => StackChange | StackRefusal) => {
    switch (openType) {
      case 'navigateTo':
        return () => stack.navigateTo(state, place)
      case 'redirectTo':
        return () => stack.redirectTo(state, place)
      case 'switchTab':
        return () => stack.switchTab(state, place, isTab)
      case 'reLaunch':
      case 'appLaunch':
        return () => stack.reLaunch(state, place)
      case 'navigateBack':
        return () => overlayClosed('none') ?? stack.navigateBack(state, delta)
    }
  }

  const userMoved = ({ depth, place }: HistoryEntry) => {
    const top = stack.topPage(state)
    const isBack = top === undefined || depth < top.depth
    const isLive = state.stack.some((slot) => slot.depth === depth)
    const openType = isBack ? (isLive ? 'navigateBack' : 'redirectTo') : 'navigateTo'
    const requestId = travel?.requestId ?? 0
    travel = undefined
    run(
      { requestId, openType },
      place,
      () => (isBack ? overlayClosed('push') : undefined) ?? stack.popTo(state, depth, place),
    )
  }

  return {
    get state() {
      return state
    },
    launchEntry,
    async launch() {
      const { place, depth } = launchEntry
      await Promise.all(packages.rootsOf(place.route).map((root) => packages.load(root)))
      commit(stack.launch(state, place, depth), { requestId: 0, openType: 'appLaunch' })
    },
    handle(request) {
      const { requestId, openType, route, query = {}, delta = 1 } = request
      const place = openType === 'navigateBack' ? undefined : { route: route ?? config.entryPagePath, query }
      // The app's side has refused it already, unless somebody else speaks in its name.
      if (place !== undefined && !config.pages.includes(place.route)) {
        const errMsg = `${openType}:fail page "${place.route}" is not found`
        options.send({ type: 'routeFailed', requestId, errMsg })
        return
      }
      run({ requestId, openType }, place, decideFor(openType, place ?? { route: '', query: {} }, delta))
    },
    go(openType, { place, delta = 1 }) {
      run({ requestId: 0, openType }, place, decideFor(openType, place ?? { route: '', query: {} }, delta))
    },
    tapTab(index) {
      const item = config.tabBar?.list[index]
      if (item === undefined) return
      const place = { route: item.pagePath, query: {} }
      const tabItem = { index, pagePath: item.pagePath, text: item.text }
      run({ requestId: 0, openType: 'switchTab', tabItem }, place, () => stack.switchTab(state, place, isTab))
    },
  }
}

/** A reload finds its entry in the history; otherwise the address decides. */
function findLaunchEntry(basePath: string, config: AppConfig): HistoryEntry {
  const fromAddress = parsePlace(basePath, location, config.entryPagePath)
  const entry = readEntry(history.state)
  return entry !== undefined && entry.place.route === fromAddress.route ? entry : { depth: 0, place: fromAddress }
}
