import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBounded, parseFromWorker } from './worker-messages.ts'

test('accepts what the worker sends and nothing of another shape', () => {
  const call = { type: 'call', id: 1, name: 'showToast', params: { title: 'a' }, pageId: 1 }
  expect(parseFromWorker(call)).toEqual(call)
  expect(
    parseFromWorker({ type: 'route', requestId: 1, openType: 'navigateTo', route: 'a', query: { id: '1', no: 2 } }),
  ).toEqual({
    type: 'route',
    requestId: 1,
    openType: 'navigateTo',
    route: 'a',
    query: { id: '1' },
  })
  for (const bad of [
    null,
    [],
    'call',
    { type: 'start' },
    { ...call, id: -1 },
    { ...call, id: 1.5 },
    { ...call, name: 5 },
    { ...call, name: 'a'.repeat(20_000) },
    { type: 'route', requestId: 1, openType: 'appLaunch' },
    { type: 'console', level: 'table', args: [] },
  ]) {
    expect(parseFromWorker(bad)).toBeUndefined()
  }
})

test('no message makes the parser fail', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      parseFromWorker(message)
    }),
  )
})

test('parameters that are too deep, too many or too big are refused', () => {
  let deep: unknown = 1
  for (let level = 0; level < 100; level++) deep = { deep }
  const cycle: Record<string, unknown> = {}
  cycle.self = cycle
  expect(isBounded({ list: [1, 'a', null, undefined, new Uint8Array(8)] })).toBe(true)
  expect(isBounded(deep)).toBe(false)
  expect(isBounded(cycle)).toBe(false)
  expect(isBounded(Array.from({ length: 250_000 }, () => 0))).toBe(false)
  expect(isBounded(new ArrayBuffer(30 * 1024 * 1024))).toBe(false)
})
