import { expect, test } from 'vitest'
import { canIUse } from './logic/can-i-use.ts'

test('answers true to the tables', () => {
  for (const yes of [
    'request',
    'wx.showToast',
    'getSystemInfoSync.return.screenWidth',
    'showModal.object.editable',
    'onAppShow.callback.scene',
    'App',
  ]) {
    expect(canIUse(yes), yes).toBe(true)
  }
  for (const no of [
    'request.nonsense',
    'openBluetoothAdapter',
    'nonsense',
    '',
    undefined,
    5,
    'constructor',
    '__proto__',
  ]) {
    expect(canIUse(no), String(no)).toBe(false)
  }
})

test('knows components, their attributes and events', () => {
  expect(canIUse('button')).toBe(true)
  expect(canIUse('button.open-type')).toBe(true)
  expect(canIUse('button.no-such-attribute')).toBe(false)
  expect(canIUse('no-such-tag')).toBe(false)
})
