/** `wux-weapp@3.11.3` `example/`: a complete native app that nobody here wrote, unmodified, through `banyan dev`. */
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
import { shareShown, staticTexts } from '../support/static-texts.ts'

const example = join(dirname(createRequire(import.meta.url).resolve('wux-weapp/package.json')), 'example')
/** The example's own mistakes, which WeChat reports as well: these pages stand all the same. */
const ownMistakes: Readonly<Record<string, RegExp>> = {
  // `pages/index/ad.js` calls onLoad without its argument on a phone.
  'pages/barcode/index': /Cannot read properties of undefined \(reading 'detail'\)/,
}
/** What the example says when it is shown no advertisement. */
const withoutAd = / - ad: onShow event emit/
/** What a finger can do something with. */
const touchable =
  'wx-button, wx-switch, wx-radio, wx-checkbox, wx-input, [class*="wux-button"], [class*="wux-cell--access"], [class*="wux-cell"]'
const taps = 3
const answerFrames = 10
const settlingFrames = 4
/** The rest stands in what is closed or hidden until somebody taps. */
const neededShare = 0.5
const tabs = 2
const sampleStep = 2

let dev: DevProcess
let browser: Browser

beforeAll(async () => {
  ;[dev, browser] = await Promise.all([startDev(example), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await dev?.stop()
})

test('starts, and its home leads to a page and back', async () => {
  const phone = await openApp(browser, dev.url)
  await phone.waitForText('Wux Weapp')
  await phone.waitForText('一套组件化、可复用、易扩展的微信小程序 UI 组件库')
  await phone.tap('text=Basic 基础组件')
  await phone.tap('text=Button')
  await phone.waitForText('按钮')
  expect(phone.page.url()).toContain('pages/button/index')
  await phone.page.goBack()
  await phone.waitForText('Wux Weapp')
  expect(phone.faults.describe()).toBe('')
  await phone.close()
})

test('opens its pages without any fault; they show their own texts and answer a finger', async () => {
  const { pages }: { pages: string[] } = JSON.parse(await readFile(join(example, 'app.json'), 'utf8'))
  expect(pages).toHaveLength(97)
  const waiting = [...sampleOf(pages, sampleStep)]
  const failures = new Map<string, string>()
  const silent: string[] = []
  async function work(): Promise<void> {
    const phone = await openApp(browser, dev.url)
    // One app lives through page after page; the first one, and what follows a failure or a sheet of the host, is opened by its address.
    let isFree = false
    for (let route = waiting.shift(); route !== undefined; route = waiting.shift()) {
      let reason = await openPage(phone, route, isFree)
      isFree = reason === undefined
      if (reason === undefined) {
        const answer = await touchFirst(phone)
        if (answer === 'silent') silent.push(route)
        isFree = answer !== 'answered by the host'
        reason = faultOf(phone, route)
      }
      if (reason !== undefined) failures.set(route, reason)
    }
    await phone.close()
  }
  await Promise.all(Array.from({ length: tabs }, work))

  expect(Object.fromEntries(failures)).toEqual({})
  expect(silent).toEqual([])
}, 400_000)

/** Why the page does not count as opened, or undefined when it does. */
async function openPage(phone: Phone, route: string, isFree: boolean): Promise<string | undefined> {
  const words = staticTexts(await readFile(join(example, `${route}.wxml`), 'utf8'))
  try {
    await (isFree ? phone.visit(route) : phone.goto(new URL(route, dev.url).href))
    await phone.waitUntil((text) => shareShown(words, text) >= neededShare)
    await phone.settle(settlingFrames)
  } catch (error) {
    const shown = await phone.text().catch(() => '')
    const share = Math.round(shareShown(words, shown) * 100)
    return faultOf(phone, route) ?? `shows ${share}% of its texts: ${String(error).split('\n', 1)}`
  }
  return undefined
}

function faultOf(phone: Phone, route: string): string | undefined {
  const fault = phone.faults
    .take()
    .find(({ message }) => !withoutAd.test(message) && ownMistakes[route]?.test(message) !== true)
  return fault && `${fault.kind}: ${fault.message}`
}

/** Touches one thing after the other until something is different: `silent` when nothing ever was. */
async function touchFirst(phone: Phone): Promise<'answered' | 'answered by the host' | 'silent' | 'nothing to touch'> {
  let touched = 0
  for (let index = 0; index < taps; index++) {
    const target = (await phone.frame()).locator(touchable).nth(index)
    if (!(await target.isVisible())) break
    const before = await look(phone)
    // What lies over it may be meant to.
    const isTouched = await target.tap({ timeout: 1500 }).then(
      () => true,
      () => false,
    )
    if (!isTouched) break
    touched += 1
    for (let frame = 0; frame < answerFrames; frame++) {
      await phone.settle(1)
      const now = await look(phone)
      if (now.host === before.host && now.pages === before.pages) continue
      await phone.settle(settlingFrames)
      return now.host === before.host ? 'answered' : 'answered by the host'
    }
  }
  return touched === 0 ? 'nothing to touch' : 'silent'
}

interface Look {
  /** What the host shows beside the pages. */
  host: string
  pages: string
}

/** Everything that stands on the glass. */
async function look(phone: Phone): Promise<Look> {
  const host = phone.page.evaluate(() => {
    const read = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .map((each) => (each.shadowRoot ? each.shadowRoot.innerHTML + read(each.shadowRoot) : ''))
        .join('')
    return document.body.innerHTML + read(document)
  })
  const pages = phone.page.frames().map((frame) =>
    frame
      .evaluate(() => {
        const values = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value)
        return `${document.body.innerHTML} ${values.join()} ${document.activeElement?.tagName}`
      })
      // A page may go while it is read.
      .catch(() => ''),
  )
  return { host: await host, pages: (await Promise.all(pages)).join() + phone.page.url() }
}
