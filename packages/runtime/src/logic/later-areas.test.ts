import { expect, test } from 'vitest'
import { laterAreaNames, laterFunctions } from '../api/later-functions.ts'
import { runApp } from '../testing/run-app.ts'

const app = (script: string) => ({
  'app.json': '{"pages":["a"]}',
  'app.js': 'App({})',
  'a.wxml': '<view>a</view>',
  'a.js': script,
})

test('a build says which areas of wx its code names', async () => {
  const running = await runApp(
    app(
      `const { getFileSystemManager } = wx\nPage({ onLoad() { wx['createCanvasContext']('a'); wx.getLocation({ fail() {} }) } })`,
    ),
  )
  expect(running.build.manifest.areas).toEqual(['canvas', 'file'])
  expect(laterAreaNames).toContain('socket')
  running.stop()
})

test('functions whose code has not come yet wait for it, in their order', async () => {
  const script = `
    Page({
      onLoad() {
        const audio = wx.createInnerAudioContext()
        audio.onError(() => console.log('error'))
        audio.src = 'a.mp3'
        console.log(typeof wx.uploadFile, Object.keys(wx).includes('connectSocket'))
        wx.getLocation({ success: (found) => console.log('callback', found.latitude) })
        wx.getLocation({}).then((found) => console.log('promise', found.latitude, audio.src))
      },
    })`
  const running = await runApp(app(script), {
    holdsLaterBack: true,
    calls: { getLocation: () => ({ latitude: 22.5, longitude: 114 }), createInnerAudioContext: () => ({}) },
  })
  await running.settled()
  expect(running.messages.filter(({ type }) => type === 'loadLater').length).toBeGreaterThan(0)
  expect(running.log).toEqual([
    ['function', true],
    ['callback', 22.5],
    ['promise', 22.5, 'a.mp3'],
  ])
  expect(running.faults).toEqual([])
  running.stop()
})

test('a member that the app has replaced stays its own', async () => {
  const script = `
    const original = wx.getLocation
    wx.getLocation = (options) => original({ ...options, success: () => console.log('mine') })
    Page({ onLoad() { wx.getLocation({}) } })`
  const running = await runApp(app(script), { holdsLaterBack: true, calls: { getLocation: () => ({ latitude: 1 }) } })
  await running.settled()
  expect(running.log).toEqual([['mine']])
  running.stop()
})

test('every later function is real and has a kind', () => {
  expect(Object.keys(laterFunctions).length).toBeGreaterThan(20)
})
