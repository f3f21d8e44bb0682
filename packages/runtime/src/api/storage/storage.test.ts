import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTestContext, type TestContext } from '../../testing/logic-context.ts'
import { decodeStored, encodeStored } from './logic/stored-value.ts'
import { storageArea } from './logic.ts'

function open(context: TestContext) {
  const area = storageArea(context)
  return (name: string, ...args: unknown[]): unknown => {
    const member = area[name]
    if (typeof member !== 'function') throw new Error(name)
    return member(...args)
  }
}

const willing = { batchSetStorage: () => ({}), removeStorage: () => ({}), clearStorage: () => ({}) }

test('every value that JSON can hold comes back as it went in', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(decodeStored(encodeStored('set', value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  expect(decodeStored(encodeStored('set', undefined))).toBeUndefined()
  const date = new Date(5)
  expect(decodeStored(encodeStored('set', date))).toEqual(date)
})

test('a value can be read at once, and the host is told behind', () => {
  const context = createTestContext(willing)
  const wx = open(context)
  wx('setStorageSync', 'cart', { count: 2 })
  expect(wx('getStorageSync', 'cart')).toEqual({ count: 2 })
  expect(context.calls).toEqual([
    { name: 'batchSetStorage', params: { kvList: [{ key: 'cart', value: '{"type":"Object","data":{"count":2}}' }] } },
  ])
  wx('removeStorageSync', 'cart')
  expect(wx('getStorageSync', 'cart')).toBe('')
})

test('reads what an earlier session stored', () => {
  const wx = open(createTestContext(willing, new Map([['a', '{"type":"Number","data":3}']])))
  expect(wx('getStorageSync', 'a')).toBe(3)
  expect(wx('getStorageInfoSync')).toEqual({ keys: ['a'], currentSize: 1, limitSize: 10240 })
})

test('a missing key fails in the asynchronous form only', async () => {
  const wx = open(createTestContext(willing))
  await expect(wx('getStorage', { key: 'none' })).rejects.toEqual({ errMsg: 'getStorage:fail data not found' })
  expect(wx('getStorageSync', 'none')).toBe('')
})

test('one entry holds 1 MB, the app 10 MB', () => {
  const wx = open(createTestContext(willing))
  expect(() => wx('setStorageSync', 'big', 'x'.repeat(1024 * 1024))).toThrow('entry size limit')
  const megabyte = 'x'.repeat(1024 * 1000)
  for (let count = 0; count < 10; count++) wx('setStorageSync', `k${count}`, megabyte)
  expect(() => wx('setStorageSync', 'more', megabyte)).toThrow('exceed storage max size 10Mb')
  wx('clearStorageSync')
  wx('setStorageSync', 'more', megabyte)
})
