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

test('of 10,000 forged messages none carries anything beyond its type’s own fields, and none changes a prototype', () => {
  const fields: Readonly<Record<string, readonly string[]>> = {
    ready: [],
    loadLater: [],
    pong: ['id'],
    pageReady: ['pageId'],
    loadPackage: ['root'],
    call: ['id', 'name', 'pageId', 'params'],
    callSignal: ['id', 'signal', 'value'],
    route: ['requestId', 'openType', 'route', 'query', 'delta'],
    appFault: ['kind', 'message', 'pageId', 'stack'],
    console: ['level', 'args'],
  }
  const text = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'toString', 'navigateTo', 'error', 'log', ...Object.keys(fields)),
    fc.string(),
  )
  const number = fc.oneof(fc.nat(), fc.constantFrom(-1, 0.5, Number.NaN, Infinity, 2 ** 53))
  const value = fc.oneof(text, number, fc.anything({ withMap: true, withBigInt: true, withTypedArray: true }))
  const message = fc.record(
    {
      type: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...Object.keys(fields)) }, { weight: 1, arbitrary: text }),
      ...{ id: value, name: value, pageId: value, params: value, root: value, signal: value, value, requestId: value },
      ...{ openType: value, route: value, query: value, delta: value, kind: value, message: value, stack: value },
      ...{ level: value, args: value, appId: text, origin: text, isPrivileged: fc.constant(true), permissions: value },
    },
    { requiredKeys: ['type'] },
  )
  let accepted = 0
  fc.assert(
    fc.property(message, (forged) => {
      const parsed = parseFromWorker(forged)
      if (parsed === undefined) return
      accepted += 1
      const { type, ...rest } = parsed
      for (const key of Object.keys(rest)) expect(fields[type]).toContain(key)
    }),
    { numRuns: 10_000 },
  )
  expect(accepted).toBeGreaterThan(500)
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(Reflect.get({}, 'isPrivileged')).toBeUndefined()
})
