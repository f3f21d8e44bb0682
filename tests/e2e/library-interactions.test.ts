/** What the libraries' documentation says a finger can do, done with a finger: components that nobody here wrote, unmodified. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { routeOf } from '../support/component-app.ts'
import type { ComponentApp, HarnessPage } from '../support/component-app.ts'
import { componentFiles, componentsIn, writeLibraryApp } from '../support/component-life.ts'
import { startDev } from '../support/dev-process.ts'
import type { DevProcess } from '../support/dev-process.ts'
import { openApp } from '../support/phone.ts'
import type { Phone } from '../support/phone.ts'
import { sampleOf } from '../support/sample.ts'
import { drag } from '../support/touch.ts'
import {
  iviewInteractions,
  linInteractions,
  tdesignInteractions,
  vantInteractions,
  weuiInteractions,
  wuxInteractions,
} from './library-interactions.cases.ts'
import type { Hand, InteractionCase } from './library-interactions.cases.ts'

const libraries = [
  { package: '@vant/weapp', folder: 'lib', prefix: 'van', cases: vantInteractions },
  { package: 'tdesign-miniprogram', folder: 'miniprogram_dist', prefix: 't', cases: tdesignInteractions },
  {
    package: 'weui-miniprogram',
    folder: 'miniprogram_dist',
    prefix: 'mp',
    appStyle: 'weui-miniprogram/weui-wxss/dist/style/weui.wxss',
    cases: weuiInteractions,
  },
  { package: 'lin-ui', folder: 'dist', prefix: 'l', cases: linInteractions },
  { package: 'wux-weapp', folder: 'packages/lib', prefix: 'wux', cases: wuxInteractions },
  { package: 'iview-weapp', folder: 'dist', prefix: 'i', isCopied: true, cases: iviewInteractions },
]
const cases: (InteractionCase & { name: string; page: string })[] = libraries.flatMap(
  ({ package: library, prefix, cases: all }) =>
    Object.entries(all).map(([name, each], index) => ({
      ...each,
      name: `${library}: ${name}`,
      page: `${prefix}${index}`,
    })),
)
const picture = {
  name: 'picture.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=',
    'base64',
  ),
}

let app: ComponentApp
let dev: DevProcess
let browser: Browser
let phone: Phone
let isFree = false

beforeAll(async () => {
  const pages = new Map<string, HarnessPage>()
  for (const library of libraries) {
    const files = await componentFiles(library)
    for (const [index, each] of Object.values(library.cases).entries()) {
      pages.set(`${library.prefix}${index}`, {
        using: componentsIn(each.markup, library, files),
        // The harness's own step stands in the corner.
        markup: `<view style="height: 40px" />${each.markup}<view class="told">{{told}}</view>`,
        data: { isShown: true, told: '', ...each.data },
        update: {},
        methods: each.methods ?? '',
      })
    }
  }
  app = await writeLibraryApp(pages, libraries)
  ;[dev, browser] = await Promise.all([startDev(app.root), launchBrowser()])
  phone = await openApp(browser, dev.url)
})
afterAll(async () => {
  await phone?.close()
  await browser?.close()
  await dev?.stop()
  await app?.remove()
})

test.each(sampleOf(cases, 2))('$name', { timeout: 60_000 }, async (each) => {
  // One app lives through page after page; what follows a failure is opened by its address.
  await (isFree ? phone.visit(routeOf(each.page)) : phone.goto(new URL(routeOf(each.page), dev.url).href))
  isFree = false
  await phone.waitForText('empty')
  await phone.settle()
  await each.act(handOn(phone))
  await phone.waitForText(each.shows, 6_000)
  expect(phone.faults.describe()).toBe('')
  isFree = true
})

function handOn(on: Phone): Hand {
  const find = async (selector: string) => (await on.frame()).locator(selector).first()
  return {
    find,
    tap: async (selector) => {
      await (await find(selector)).waitFor()
      await on.settle()
      await on.tap(selector)
      await on.settle()
    },
    async tapNth(selector, index) {
      await (await on.frame()).locator(selector).nth(index).tap()
      await on.settle()
    },
    async drag(selector, how) {
      const element = await find(selector)
      await element.waitFor()
      await on.settle()
      await drag(on.page, element, how)
      await on.settle()
    },
    async type(selector, text) {
      const field = await find(selector)
      await field.tap()
      await field.fill(text)
      await field.press('Enter')
    },
    async chooseFile(selector) {
      const chooser = on.page.waitForEvent('filechooser')
      await on.tap(selector)
      await (await chooser).setFiles(picture)
    },
    waitForText: (text) => on.waitForText(text),
  }
}
