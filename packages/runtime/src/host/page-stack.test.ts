import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  emptyStack,
  launch,
  maxPages,
  navigateBack,
  navigateTo,
  popTo,
  redirectTo,
  reLaunch,
  type StackChange,
  type StackRefusal,
  type StackState,
  switchTab,
} from './page-stack.ts'

const place = (route: string) => ({ route, query: {} })
const isTab = (route: string) => route.startsWith('tab')
const start = (route = 'tab1', depth = 0) => launch(emptyStack, place(route), depth).state

function accept(change: StackChange | StackRefusal): StackChange {
  if ('refusal' in change) throw new Error(change.refusal)
  return change
}

function routes(state: StackState): string[] {
  return state.stack.map((slot) => slot.place.route)
}

test('navigateTo hides the page below and adds a history entry', () => {
  const before = start()
  const change = accept(navigateTo(before, place('a')))
  expect(routes(change.state)).toEqual(['tab1', 'a'])
  expect(change).toMatchObject({ unload: [], hide: { id: 1 }, open: { id: 2, depth: 1 }, history: { kind: 'push' } })
})

test('an eleventh page is refused', () => {
  let state = start()
  for (let count = 1; count < maxPages; count++) state = accept(navigateTo(state, place('a'))).state
  expect(navigateTo(state, place('a'))).toEqual({ refusal: 'webview count limit exceed' })
})

test('navigateBack unloads from the top and stops at the first page', () => {
  let state = start()
  for (const route of ['a', 'b', 'c']) state = accept(navigateTo(state, place(route))).state
  const change = accept(navigateBack(state, 99))
  expect(change.unload.map(({ place: { route } }) => route)).toEqual(['c', 'b', 'a'])
  expect(change).toMatchObject({ show: { id: 1 }, history: { kind: 'back', by: 3 } })
  expect(navigateBack(change.state, 1)).toEqual({ refusal: 'cannot navigate back at first page.' })
})

test('after a reload, going back only moves the history, and the older page is opened again', () => {
  const state = start('b', 2)
  const change = accept(navigateBack(state, 1))
  expect(change).toMatchObject({ unload: [], history: { kind: 'travel', by: 1 } })
  expect(change.state).toBe(state)
  const older = popTo(state, 1, place('a'))
  expect(older).toMatchObject({ unload: [{ id: 1 }], open: { depth: 1 }, history: { kind: 'none' } })
})

test('redirectTo takes the place of the top page and of its history entry', () => {
  const change = redirectTo(accept(navigateTo(start(), place('a'))).state, place('b'))
  expect(routes(change.state)).toEqual(['tab1', 'b'])
  expect(change).toMatchObject({ unload: [{ id: 2 }], open: { depth: 1 }, history: { kind: 'replace' } })
})

test('switchTab keeps tab pages alive, unloads the others and shows a known tab again', () => {
  const first = switchTab(accept(navigateTo(start(), place('a'))).state, place('tab2'), isTab)
  expect(first.unload.map(({ place: { route } }) => route)).toEqual(['a'])
  expect(first.hide).toBeUndefined()
  expect(first).toMatchObject({ open: { id: 3 }, history: { kind: 'backAndReplace', by: 1 } })
  const second = switchTab(first.state, place('tab1'), isTab)
  expect(second).toMatchObject({ unload: [], hide: { id: 3 }, show: { id: 1 }, history: { kind: 'replace' } })
  expect(second.open).toBeUndefined()
  expect(switchTab(second.state, place('tab1'), isTab).history).toEqual({ kind: 'none' })
})

test('switchTab to the tab below shows it', () => {
  const change = switchTab(accept(navigateTo(start(), place('a'))).state, place('tab1'), isTab)
  expect(change).toMatchObject({ unload: [{ id: 2 }], show: { id: 1 }, history: { kind: 'backAndReplace', by: 1 } })
  expect(routes(change.state)).toEqual(['tab1'])
})

test('reLaunch unloads everything, sleeping tabs too', () => {
  const state = switchTab(start(), place('tab2'), isTab).state
  const change = reLaunch(state, place('a'))
  expect(change.unload.map(({ id }) => id)).toEqual([2, 1])
  expect(change.state.keptTabs).toEqual([])
})

test('forward in the history opens the page again above the others', () => {
  const change = popTo(start(), 1, place('a'))
  expect(change).toMatchObject({ hide: { id: 1 }, open: { depth: 1 }, unload: [] })
})

test('whatever happens, no page is lost or shown twice and the browser stands where the top page says', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('to' as const), route: fc.constantFrom('a', 'b') }),
    fc.record({ kind: fc.constant('redirect' as const), route: fc.constantFrom('a', 'b') }),
    fc.record({ kind: fc.constant('back' as const), delta: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ kind: fc.constant('tab' as const), route: fc.constantFrom('tab1', 'tab2', 'tab3') }),
    fc.record({ kind: fc.constant('relaunch' as const), route: fc.constantFrom('a', 'tab1') }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let state = start()
      let browserDepth = 0
      const alive = new Set([1])
      for (const each of steps) {
        const decided =
          each.kind === 'to'
            ? navigateTo(state, place(each.route))
            : each.kind === 'redirect'
              ? redirectTo(state, place(each.route))
              : each.kind === 'back'
                ? navigateBack(state, each.delta)
                : each.kind === 'tab'
                  ? switchTab(state, place(each.route), isTab)
                  : reLaunch(state, place(each.route))
        if ('refusal' in decided) continue
        for (const { id } of decided.unload) expect(alive.delete(id)).toBe(true)
        if (decided.open !== undefined) alive.add(decided.open.id)
        state = decided.state
        const { history } = decided
        if (history.kind === 'push') browserDepth += 1
        if (history.kind === 'back' || history.kind === 'backAndReplace') browserDepth -= history.by
        const ids = [...state.stack, ...state.keptTabs].map(({ id }) => id)
        expect(new Set(ids)).toEqual(alive)
        expect(new Set(ids).size).toBe(ids.length)
        expect(state.stack.length).toBeGreaterThan(0)
        expect(state.stack.length).toBeLessThanOrEqual(maxPages)
        expect(state.stack.at(-1)?.depth).toBe(browserDepth)
      }
    }),
  )
})
