/** `mp-colorui@0.6.19` `dist/`: an app that Taro 2 has built, unmodified, through `banyan dev`. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startDev } from '../support/dev-process.ts'
import type { DevProcess } from '../support/dev-process.ts'
import { openApp } from '../support/phone.ts'
import type { Phone } from '../support/phone.ts'
import { sampleOf } from '../support/sample.ts'

const app = join(dirname(createRequire(import.meta.url).resolve('mp-colorui/package.json')), 'dist')
/** What pages say that WeChat's console says as well; they stand all the same. */
const ownFaults: Readonly<Record<string, RegExp>> = {
  // Their author's server does not answer.
  'pages/index/index': /request:fail/,
  'pages/update/index': /request:fail/,
  // A component changes its state while its file is evaluated, so that an instance is rendered that belongs to no page.
  'package/formPackage/input/index': /invalid hooks call|reading 'data'/,
}
/** Nothing to show without its server. */
const empty = 'pages/update/index'
const tabs = 2
const sampleStep = 4
/** A start of the whole app for each page would take most of the time. */
const addressedEvery = 6

let dev: DevProcess
let browser: Browser

beforeAll(async () => {
  ;[dev, browser] = await Promise.all([startDev(app), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await dev?.stop()
})

test('opens its pages without any fault, by their addresses and from one another', async () => {
  const config: { pages: string[]; subPackages: { root: string; pages: string[] }[] } = JSON.parse(
    await readFile(join(app, 'app.json'), 'utf8'),
  )
  const inPackages = config.subPackages.flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  )
  const pages = [...config.pages, ...inPackages]
  expect(pages).toHaveLength(54)
  const waiting = [...sampleOf(pages, sampleStep)]
  const failures = new Map<string, string>()
  async function work(): Promise<void> {
    const phone = await openApp(browser, dev.url)
    for (let route = waiting.shift(); route !== undefined; route = waiting.shift()) {
      const reason = await openPage(phone, route, waiting.length % addressedEvery === 0)
      if (reason !== '') failures.set(route, reason)
    }
    await phone.close()
  }
  await Promise.all(Array.from({ length: tabs }, work))
  expect(Object.fromEntries(failures)).toEqual({})
}, 300_000)

/** Why the page does not count as opened, or nothing when it does. */
async function openPage(phone: Phone, route: string, isByAddress: boolean): Promise<string> {
  await (isByAddress ? phone.goto(new URL(route, dev.url).href) : phone.visit(route))
  const reason =
    route === empty
      ? ''
      : await phone
          .waitUntil((text) => text.trim() !== '')
          .then(
            () => '',
            (error: unknown) => String(error),
          )
  await phone.settle()
  const faults = phone.faults.take().filter(({ message }) => ownFaults[route]?.test(message) !== true)
  return reason + faults.map(({ message }) => message).join('\n')
}
