/** `@vant/weapp`: every component on a page that uses it mounts, updates and detaches without a fault and leaves no node behind. */
import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { routeOf, writeComponentApp } from '../support/component-app.ts'
import type { ComponentApp, HarnessPage } from '../support/component-app.ts'
import { startDev } from '../support/dev-process.ts'
import type { DevProcess } from '../support/dev-process.ts'
import { openApp } from '../support/phone.ts'
import type { Phone } from '../support/phone.ts'
import { innerComponents, vantCases } from './vant-weapp.cases.ts'
import type { VantCase } from './vant-weapp.cases.ts'

const library = join(dirname(createRequire(import.meta.url).resolve('@vant/weapp/package.json')), 'lib')
const tabs = 2

let app: ComponentApp
let dev: DevProcess
let browser: Browser

beforeAll(async () => {
  const pages = new Map(Object.entries(vantCases).map(([name, each]) => [name, harnessOf(name, each)]))
  app = await writeComponentApp(pages, ['@vant/weapp'])
  ;[dev, browser] = await Promise.all([startDev(app.root), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await dev?.stop()
  await app?.remove()
})

test('has a page for every component of the library', async () => {
  const files = (await readdir(library, { recursive: true })).filter((name) => name.endsWith('.json'))
  const components: string[] = []
  for (const file of files) {
    const isComponent = JSON.parse(await readFile(join(library, file), 'utf8')).component === true
    if (isComponent) components.push(file.replace(/(?:\/index)?\.json$/, ''))
  }
  expect(components).toHaveLength(71)
  expect([...Object.keys(vantCases), ...innerComponents].toSorted()).toEqual(components.toSorted())
})

test('mounts, updates and detaches every component without a fault and leaves no node behind', async () => {
  const waiting = Object.entries(vantCases)
  const failures = new Map<string, string>()
  async function work(): Promise<void> {
    const phone = await openApp(browser, new URL(routeOf('button'), dev.url).href)
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, each] = next
      const reason = await live(phone, name, each).then(
        () => phone.faults.describe(),
        (error: unknown) => `${error instanceof Error ? error.message : String(error)}\n${phone.faults.describe()}`,
      )
      if (reason !== '') failures.set(name, reason)
    }
    await phone.close()
  }
  await Promise.all(Array.from({ length: tabs }, work))
  expect(Object.fromEntries(failures)).toEqual({})
}, 300_000)

async function live(phone: Phone, name: string, each: VantCase): Promise<void> {
  await phone.goto(new URL(routeOf(name), dev.url).href)
  await phone.waitForText('empty')
  const before = await countElements(phone)
  await advance(phone, 'mounted')
  expect(await countElements(phone), `${name} shows nothing`).toBeGreaterThan(before)
  await advance(phone, 'updated')
  if (each.shows !== undefined) await phone.waitForText(each.shows)
  await advance(phone, 'detached')
  expect(await countElements(phone), `${name} leaves nodes behind`).toBe(before)
}

async function advance(phone: Phone, phase: string): Promise<void> {
  await phone.tap('.step')
  await phone.waitForText(phase)
  await phone.settle()
}

async function countElements(phone: Phone): Promise<number> {
  return (await phone.frame()).evaluate(() => document.body.querySelectorAll('*').length)
}

function harnessOf(name: string, { markup, uses = [], data = {}, update }: VantCase): HarnessPage {
  const using = Object.fromEntries([name, ...uses].map((each) => [`van-${each}`, `@vant/weapp/${each}/index`]))
  return { using, markup, data, update }
}
