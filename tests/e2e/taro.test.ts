/** A Taro 4 React app, built here from the framework's own template, opens and reacts to a tap. Building it takes a minute, so `npm test -- --whole` does it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startDev } from '../support/dev-process.ts'
import type { DevProcess } from '../support/dev-process.ts'
import { openApp } from '../support/phone.ts'
import { isWhole } from '../support/sample.ts'
import { buildTaroApp } from '../support/taro-app.ts'

let dev: DevProcess
let browser: Browser

beforeAll(async () => {
  dev = await startDev(await buildTaroApp())
  browser = await launchBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await dev?.stop()
})

test.runIf(isWhole)('opens and reacts to taps: state, conditions and keyed lists', async () => {
  const phone = await openApp(browser, dev.url)
  await phone.waitForText('Hello world!')
  await phone.waitForText('Loaded.')
  await phone.tap('.add')
  await phone.waitForText('tap 1')
  await phone.tap('.add')
  await phone.waitForText('tap 2')
  await phone.tap('.remove')
  await phone.waitUntil((text) => !text.includes('tap 1') && text.includes('tap 2'))
  expect(phone.faults.describe()).toBe('')
  await phone.close()
})
