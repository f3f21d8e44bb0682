/** What saving a file does to an app that is open in the simulator. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startDevServer } from '@banyan/simulator'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openApp, type Phone } from '../support/phone.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const list = (word: string) => `
const { greeting } = require('../../words')
getApp().pages += 1
Page({
  data: { word: '${word}', greeting, taps: 0, starts: 0 },
  onLoad() { this.setData({ starts: getApp().starts }) },
  tap() { this.setData({ taps: this.data.taps + 1 }) },
  go() { wx.navigateTo({ url: '/pages/detail/detail?id=7' }) },
  fail() { throw new Error('thrown on purpose') },
})
`
const card = (word: string) => `Component({ data: { word: '${word}' } })\n`
const source: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({ pages: ['pages/list/list', 'pages/detail/detail'] }),
  'app.js': 'App({ starts: Date.now(), pages: 0 })\n',
  'words.js': "exports.greeting = 'hello'\n",
  'pages/list/list.js': list('first'),
  'pages/list/list.json': '{}',
  'pages/list/list.wxml':
    '<view class="mark">{{word}} {{greeting}} {{taps}} {{starts}}</view><view class="tap" bindtap="tap">tap</view><view class="go" bindtap="go">go</view><view class="fail" bindtap="fail">fail</view><import src="/part.wxml" /><template is="part" />',
  'part.wxml': '<template name="part"><view>a part</view></template>',
  'pages/detail/detail.js': 'Page({ data: { id: 0, note: "" }, onLoad({ id }) { this.setData({ id }) } })\n',
  'pages/detail/detail.json': JSON.stringify({ usingComponents: { card: '/card/card' } }),
  'pages/detail/detail.wxml': '<view class="detail">detail {{id}}</view><card />',
  'card/card.js': card('card one'),
  'card/card.json': JSON.stringify({ component: true }),
  'card/card.wxml': '<view>{{word}}</view>',
}

interface Project {
  readonly phone: Phone
  /** How often the page around the app has been loaded. */
  readonly loads: () => number
  readonly save: (path: string, text: string) => Promise<void>
}

async function open(): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-hot-'))
  const save = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(source)) await save(path, text)
  const server = await startDevServer({ root: folder, port: 0, hasSimulator: true })
  const phone = await openApp(browser, server.url)
  let loads = 1
  phone.page.on('load', () => (loads += 1))
  onTestFinished(async () => {
    await phone.close()
    await server.close()
    await rm(folder, { recursive: true, force: true })
  })
  await phone.waitForText('first hello 0')
  return { phone, save, loads: () => loads }
}

test('code of a page and of a component takes effect without a new start; pages, their data and the app stay', async () => {
  const { phone, save, loads } = await open()
  const starts = /\d{10,}/.exec(await phone.text())?.[0] ?? 'none'
  await phone.tap('.tap')
  await phone.waitForText('first hello 1')
  await save('pages/list/list.js', list('second'))
  await phone.waitForText(`second hello 1 ${starts}`)

  await phone.settle()
  await phone.tap('.go')
  await phone.waitForText('detail 7')
  await save('card/card.js', card('card two'))
  await phone.waitForText('card two')
  await phone.waitForText('detail 7')
  await phone.settle()
  await phone.page.goBack()
  await phone.waitForText(`second hello 1 ${starts}`)
  expect(loads()).toBe(1)
  expect(phone.faults.list).toEqual([])
})

test('a module reaches all that was made with it; one that throws names its own line', async () => {
  const { phone, save, loads } = await open()
  await save('words.js', "\n\nexports.greeting = 'good morning'\n")
  await phone.waitForText('first good morning')
  await save('pages/list/list.js', `\n\n${list('third')}`)
  await phone.waitForText('third good morning')
  await phone.settle()
  await phone.tap('.fail')
  await expect.poll(() => phone.faults.describe()).toContain('pages/list/list.js:11')
  expect(loads()).toBe(1)
})

test('a template that others import changes them; what cannot be replaced starts anew and brings the pages back', async () => {
  const { phone, save, loads } = await open()
  await save('part.wxml', '<template name="part"><view>another part</view></template>')
  await phone.waitForText('another part')
  expect(loads()).toBe(1)
  await phone.tap('.tap')
  await phone.waitForText('first hello 1')
  await save('app.js', "App({ starts: 'anew', pages: 0 })\n")
  await expect.poll(loads, { timeout: 10_000 }).toBe(2)
  await phone.waitForText('first hello 1')
})
