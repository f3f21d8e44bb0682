import { wxFunctions } from '@banyan/contract/wx-api'
import { bridgeFunctions, bridgePrivacy, bridgeScopes } from '@banyan/contract/wx-api/bridge'
import { expect, test } from 'vitest'
import { createTestContext } from '../testing/logic-context.ts'
import { laterHostMethods } from './host-areas-later.ts'
import { hostMethods } from './host-areas.ts'
import { laterLogicAreas } from './logic-areas-later.ts'
import { logicAreas } from './logic-areas.ts'

function createWx(context = createTestContext()): Record<string, unknown> {
  const wx: Record<string, unknown> = {}
  for (const area of [...logicAreas, ...laterLogicAreas]) Object.assign(wx, area(context))
  return wx
}

test('every name of the manifest exists in wx', () => {
  const wx = createWx()
  expect(Object.keys(wxFunctions).filter((name) => wx[name] === undefined)).toEqual([])
})

test('what counts as supported is not the soft stand-in', () => {
  const wx = createWx()
  const soft = logicAreas[0]?.(createTestContext()) ?? {}
  const claimed = Object.entries(wxFunctions).filter(([name, row]) => row.support !== 'soft' && name in soft)
  expect(claimed).toEqual([])
  const missing = Object.entries(wxFunctions).filter(([name, row]) => row.support === 'soft' && !(name in soft))
  expect(missing).toEqual([])
  expect(typeof wx.request).toBe('function')
})

test('every function of the bridge has a host method, and no other can be reached', () => {
  const all = { ...hostMethods, ...laterHostMethods }
  expect(bridgeFunctions.filter((name) => all[name] === undefined)).toEqual([])
  expect(Object.keys(all).filter((name) => !bridgeFunctions.includes(name))).toEqual([])
})

test('what needs a permission comes with the guards of the later part', () => {
  const guarded = [...Object.keys(bridgeScopes), ...bridgePrivacy]
  expect(guarded.filter((name) => name in hostMethods)).toEqual([])
  expect(guarded.filter((name) => !(name in laterHostMethods))).toEqual([])
})

test('wx is one plain, extensible, enumerable object', () => {
  const wx = createWx()
  expect(Object.keys(wx).length).toBeGreaterThan(490)
  wx.mine = 1
  expect(Object.keys(wx)).toContain('mine')
})

test('an unsupported function calls fail and complete, and leaves no rejection behind without them', async () => {
  const wx = createWx()
  const heard: unknown[] = []
  const call = wx.editImage
  if (typeof call !== 'function') throw new Error('editImage is missing')
  call({ fail: (error: unknown) => heard.push(error), complete: (error: unknown) => heard.push(error) })
  await expect.poll(() => heard.length).toBe(2)
  expect(heard[0]).toEqual({ errMsg: 'editImage:fail not supported' })
  const rejections: unknown[] = []
  const note = (reason: unknown) => rejections.push(reason)
  process.on('unhandledRejection', note)
  void call()
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', note)
  expect(rejections).toEqual([])
  await expect(call()).rejects.toEqual({ errMsg: 'editImage:fail not supported' })
})

test('inert objects take any chain of calls', () => {
  const wx = createWx()
  const { cloud, createCameraContext: create } = wx
  const chain: unknown = cloud
  expect(typeof create).toBe('function')
  const call = (target: unknown, name: string): unknown => {
    const method: unknown = Reflect.get(Object(target), name)
    if (typeof method !== 'function') throw new Error(name)
    return method('x')
  }
  expect(call(call(call(chain, 'database'), 'collection'), 'where')).toBeDefined()
})
