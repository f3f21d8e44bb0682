/** After one visit an app starts with the server gone, in each engine; so does the portal. What is kept is public. */
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { EngineMissing, type EnginePhone } from '../support/engines/engine.ts'
import { engineNames, launchEngine } from '../support/engines/launch.ts'
import { type AppFiles, startPlatform } from '../support/platform.ts'

const topFrame = 'section.page.shown iframe'
const patienceMs = 40_000

const app: AppFiles = {
  'app.json': JSON.stringify({
    pages: ['pages/first/first', 'pages/second/second'],
    subPackages: [{ root: 'extra', pages: ['third/third'] }],
  }),
  'app.js': 'App({})',
  'pages/first/first.wxml': '<view>first {{count}}</view>',
  'pages/first/first.js': `Page({ data: { count: 0 }, onLoad() {
    this.setData({ count: (wx.getStorageSync('count') || 0) + 1 })
    wx.setStorageSync('count', this.data.count)
  } })`,
  'pages/second/second.wxml': '<view>second {{x}}</view>',
  'pages/second/second.js': 'Page({ data: {}, onLoad({ x }) { this.setData({ x }) } })',
  'extra/third/third.wxml': '<view>third</view>',
  'extra/third/third.js': 'Page({})',
}

async function waitForText(phone: EnginePhone, text: string): Promise<void> {
  const deadline = Date.now() + patienceMs
  let last: unknown
  while (Date.now() < deadline) {
    last = await phone.inFrame(topFrame, () => document.body.innerText, undefined).catch((error: unknown) => error)
    if (typeof last === 'string' && last.includes(text)) return
    await wait(100)
  }
  const host = await phone.inHost(() => document.body.innerText, undefined).catch(String)
  throw new Error(`never saw ${text}; last: ${String(last)}; the page: ${host}`)
}

/** The service worker has all that the app needs when the app stands in its index. */
async function waitUntilKept(phone: EnginePhone, appId: string): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline) {
    const isKept = await phone.inHost(async (id) => {
      const index = await caches.match('/-/offline/index')
      return index !== undefined && Object.hasOwn(JSON.parse(await index.text()), id)
    }, appId)
    const hasPortal = await phone.inHost(async () => (await caches.match('/')) !== undefined, undefined)
    if (isKept && hasPortal) return
    await wait(100)
  }
  throw new Error('the app was not kept')
}

async function keptPaths(phone: EnginePhone): Promise<string[]> {
  return phone.inHost(async () => {
    const paths: string[] = []
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname)
    }
    return paths
  }, undefined)
}

/** The same for everybody who asks: pages of published apps, their files, the portal. */
function isPublic(path: string, appId: string): boolean {
  const prefixes = [`/a/${appId}/`, `/p/${appId}/`, '/-/runtime/', `/-/app/${appId}/`]
  return ['/', '/favicon.svg', '/-/offline/index'].includes(path) || prefixes.some((prefix) => path.startsWith(prefix))
}

describe.each(engineNames)('in %s', (engine) => {
  test('an app, its other pages and the portal start with the server stopped', async ({ skip }) => {
    const driver = await launchEngine(engine).catch((error: unknown) => {
      if (error instanceof EngineMissing) skip(error.message)
      throw error
    })
    onTestFinished(() => driver.close())
    const platform = await startPlatform()
    onTestFinished(() => platform.stop())
    const appId = await platform.createApp('离线')
    await platform.publish(appId, '1.0.0', app)
    const url = platform.urlOf(appId)
    const phone = await driver.openPhone({ width: 390, height: 844, scheme: 'light' })

    await phone.goto(url)
    await waitForText(phone, 'first 1')
    await waitUntilKept(phone, appId)
    await phone.goto(`${platform.origin}/console`)
    await phone.inHost(async () => {
      for (const path of ['/api/v1/me', '/api/v1/apps', '/gateway/x']) await fetch(path).catch(() => undefined)
    }, undefined)
    expect((await keptPaths(phone)).filter((path) => !isPublic(path, appId))).toEqual([])
    await platform.halt()

    await phone.goto(url)
    await waitForText(phone, 'first 2')
    await phone.goto(`${url}pages/second/second?x=7`)
    await waitForText(phone, 'second 7')
    await phone.goto(`${url}extra/third/third`)
    await waitForText(phone, 'third')
    await phone.goto(`${platform.origin}/`)
    expect(await phone.inHost(() => document.body.innerText, undefined)).toContain('离线')
    await phone.close()
  })
})
