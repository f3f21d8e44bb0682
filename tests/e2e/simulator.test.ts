/** Each panel of the simulator, used as a developer uses it. */
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openSimulator, type Simulator } from '../support/simulator.ts'

let browser: Browser
let simulator: Simulator

beforeAll(async () => {
  browser = await launchBrowser()
  simulator = await openSimulator(browser)
})
/** What one test has left half done must not decide about the next. */
let isSpoilt = false
afterEach(({ task }) => {
  isSpoilt = task.result?.state === 'fail'
})
beforeEach(async () => {
  if (!isSpoilt) return
  await simulator.stop()
  simulator = await openSimulator(browser)
  isSpoilt = false
})
afterAll(async () => {
  await simulator?.stop()
  await browser?.close()
})

async function tap(name: string): Promise<void> {
  await (await simulator.app()).locator(`.do-${name}`).click()
}

async function setting(label: string, value: string): Promise<void> {
  const field = simulator.page.locator(`label:has(> span:text-is("${label}"))`).locator('select, input')
  if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
  else {
    await field.fill(value)
    await field.press('Enter')
  }
}

test('Console: what the code prints, with its place; functions of wx are called; a place opens the editor', async () => {
  const { page } = simulator
  await tap('print')
  const line = page.locator('.log li', { hasText: 'printed' })
  await line.waitFor()
  expect(await line.textContent()).toContain('pages/home/home.js:11')
  await page.getByLabel('Run').fill('wx.setStorageSync("from-console", 5)')
  await page.getByRole('button', { name: 'Run' }).click()
  await page.getByLabel('Run').fill('wx.getStorageSync("from-console")')
  await page.getByRole('button', { name: 'Run' }).click()
  await page.locator('.log li.log', { hasText: /^5$/ }).waitFor()
  await line.getByRole('button').click()
  await expect.poll(() => simulator.opened()).toContain('pages/home/home.js')
})

test('the overlay shows an error with its place, which opens the editor', async () => {
  await tap('fail')
  const overlay = simulator.host().locator('banyan-overlay')
  await overlay.getByText('thrown on purpose').first().waitFor()
  const place = overlay.getByRole('button', { name: /pages\/home\/home\.js:\d+:\d+/ })
  const before = await simulator.opened()
  await place.click()
  await expect.poll(() => simulator.opened()).not.toBe(before)
  await overlay.getByRole('button', { name: 'Close' }).click()
})

test('Network shows a request with its answer; Mock answers requests and functions of wx in their place', async () => {
  const { page } = simulator
  await simulator.panel('Network')
  await tap('ask')
  await simulator.shows('answer from the server')
  await page.getByRole('button', { name: /\/word/ }).click()
  await page.locator('.detail', { hasText: 'from the server' }).waitFor()

  await simulator.panel('Mock')
  await page.getByRole('button', { name: /^Add request/i }).click()
  await page.getByLabel('Match').fill('*/word')
  await page.getByLabel('Match').press('Enter')
  await page.getByLabel('Result (JSON)').fill('{"word":"made up"}')
  await page.getByLabel('Result (JSON)').blur()
  await tap('ask')
  await simulator.shows('answer made up')
  await page.getByRole('button', { name: /^Add API/i }).click()
  await page.getByLabel('Match').nth(1).fill('getLocation')
  await page.getByLabel('Match').nth(1).press('Enter')
  await page.getByLabel('Result (JSON)').nth(1).fill('{"latitude":12.5}')
  await page.getByLabel('Result (JSON)').nth(1).blur()
  // Rules travel to the app by way of the server.
  await expect.poll(() => simulator.host().evaluate(() => JSON.stringify(sessionStorage))).toContain('12.5')
  await tap('locate')
  await simulator.shows('place 12.5')
  await page.getByRole('button', { name: 'Remove' }).first().click()
  await page.getByRole('button', { name: 'Remove' }).first().click()
})

test('AppData is edited by setData; Storage by key', async () => {
  const { page } = simulator
  await simulator.panel('AppData')
  const count = page.getByLabel('count')
  await count.fill('41')
  await count.blur()
  await simulator.shows('count 41')
  await tap('add')
  await simulator.shows('count 42')
  await expect.poll(() => count.inputValue()).toBe('42')

  await tap('keep')
  await simulator.panel('Storage')
  await page.getByLabel('kept').fill('changed here')
  await page.getByLabel('kept').blur()
  await simulator.page.getByRole('button', { name: 'Restart' }).click()
  await simulator.shows('kept changed here')
})

test('WXML: the tree, the box of a node in the phone, computed styles', async () => {
  const { page } = simulator
  await simulator.panel('WXML')
  const node = page.locator('summary', { hasText: 'class="mark"' })
  await node.hover()
  await simulator.host().locator('div[style*="2147483646"]').first().waitFor()
  await node.click()
  await page.locator('.detail tr', { hasText: 'font-size' }).getByText('17px').waitFor()
})

test('Performance has the launch and setData; Audits name what is missing', async () => {
  const { page } = simulator
  await simulator.panel('Performance')
  await page.locator('tr', { hasText: 'onLoad' }).first().waitFor()
  await tap('add')
  await page.locator('tr', { hasText: 'pages/home/home' }).filter({ hasText: 'count' }).first().waitFor()
  await simulator.panel('Audits')
  await page.getByText('A picture without words').waitFor()
})

test('the phone: size and notch, theme, language, scene, parameters, location, permission, network, user', async () => {
  const { page } = simulator
  await setting('Device', 'iphone-se')
  await simulator.shows('width 375')
  await simulator.shows('top 20')
  await setting('Device', 'iphone-15')
  await simulator.shows('top 59')
  await setting('Theme', 'dark')
  await simulator.shows('dark en')

  await simulator.panel('Settings')
  await setting('Language', 'zh_CN')
  await simulator.shows('dark zh_CN')
  await setting('Scene', '1047')
  await simulator.shows('scene 1047')
  await setting('Launch query', 'shop=tea')
  await simulator.shows('shop tea')
  await setting('Start page', 'pages/second/second')
  await simulator.shows('begun with pages/second/second')
  await setting('Start page', '')
  await simulator.shows('shop tea')
  await page.getByRole('button', { name: 'Rotate' }).click()
  await simulator.shows('top 0 ')
  await page.getByRole('button', { name: 'Rotate' }).click()
  await simulator.shows('top 59 width 393')
  const size = page.viewportSize() ?? { width: 1280, height: 1100 }
  await page.setViewportSize({ ...size, height: 700 })
  const place = () => page.locator('.shell').boundingBox()
  await expect.poll(async () => (await place())?.height).toBeLessThan(660)
  const { y = 0, height = 0 } = (await place()) ?? {}
  expect(y + height).toBeLessThan(700)
  await page.setViewportSize(size)
  await setting('Text size', '1.5')
  await simulator.shows('text 24')
  await setting('Text size', '1')
  await setting('userLocation', 'true')
  await setting('Location', '31.2,121.5')
  await simulator.shows('count 0')
  await tap('locate')
  await simulator.shows('place 31.2')
  await setting('userLocation', 'false')
  await simulator.shows('place kept')
  await tap('locate')
  await simulator.shows('place refused')
  await setting('Network', 'offline')
  await tap('ask')
  await simulator.shows('answer no answer')
  await setting('Network', 'online')
  await simulator.shows('kept changed here')
  await setting('User', 'b')
  await simulator.shows('kept shop')
  expect(await page.locator('.notch.island').count()).toBe(1)
})
