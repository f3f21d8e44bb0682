import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { startDev } from './dev-process.ts'
import type { DevProcess } from './dev-process.ts'
import { openApp } from './phone.ts'
import type { Phone } from './phone.ts'

const buildingMs = 600_000

/** Declares the tests of the app of `tests/fixtures/<framework>`: one app, written once for each framework and driven alike. */
export function testNotesApp(build: () => Promise<string>): void {
  let dev: DevProcess
  let browser: Browser
  let phone: Phone

  beforeAll(async () => {
    dev = await startDev(await build())
    browser = await launchBrowser()
    phone = await openApp(browser, dev.url)
  }, buildingMs)
  afterAll(async () => {
    await phone?.close()
    await browser?.close()
    await dev?.stop()
  })

  test('starts: life cycles, store, computed values, watchers, classes and styles that follow data', async () => {
    await phone.waitForText('Loaded, launched yes.')
    await phone.tap('.add')
    await phone.tap('.add')
    await phone.waitForText('count 2 double 4 seen 2')
    const row = (await phone.frame()).locator('.row').first()
    expect(await row.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(200, 0, 0)')
    expect(phone.faults.describe()).toBe('')
  })

  test('changes keyed lists, and hears taps on their rows', async () => {
    await phone.tap('.remove')
    await phone.waitUntil((text) => text.includes('0 two') && !text.includes('2 three'))
    await phone.tap('.row')
    await phone.waitForText('chosen two')
    expect(phone.faults.describe()).toBe('')
  })

  test('has form controls, two ways bound', async () => {
    await type(phone, 'name', '榕树')
    await phone.waitForText('Hello 榕树!')
    await type(phone, 'text', 'hello')
    await phone.waitForText('5 characters')
    await phone.tap('.switch')
    await phone.waitForText('It is on')
    for (const each of ['.box-x', '.box-y', '.radio-q']) await phone.tap(each)
    await phone.waitForText('boxes x+y radio q')
    expect(phone.faults.describe()).toBe('')
  })

  test('has components with slots, properties, events, and what an ancestor provides', async () => {
    await phone.waitForText('Milk for Ann')
    await phone.waitForText('4 letters')
    await phone.waitForText('two litres')
    await phone.tap('text="Pick"')
    await phone.waitForText('picked Milk')
    expect(phone.faults.describe()).toBe('')
  })

  test('stores, opens a page that answers its opener, and shows on return what has changed', async () => {
    await phone.tap('.save')
    await phone.waitForText('saved 榕树 2')
    await phone.tap('.detail')
    await phone.waitForText('detail 7 of a b&c')
    await phone.tap('.back')
    await phone.waitForText('answer from 7')
    await phone.waitForText('saved changed in detail')
    expect(phone.faults.describe()).toBe('')
  })

  test('turns and filters a list of a thousand rows', async () => {
    await phone.tap('.list')
    await phone.waitUntil((text) => text.includes('row 1000'))
    const items = (await phone.frame()).locator('.item-title')
    expect(await items.count()).toBe(1000)
    await phone.tap('.reverse')
    await phone.waitUntil((text) => text.indexOf('row 1000') < text.indexOf('row 999'))
    expect(await items.first().innerText()).toBe('row 1000')
    await phone.tap('.filter')
    await expect.poll(() => items.count()).toBe(500)
    await phone.page.goBack()
    await phone.waitForText('answer from 7')
    expect(phone.faults.describe()).toBe('')
  })

  test('opens a page of a sub-package, which shares the store', async () => {
    await phone.tap('.about')
    await phone.waitForText('about, count 2')
    expect(phone.faults.describe()).toBe('')
  })
}

async function type(phone: Phone, name: string, text: string): Promise<void> {
  const field = (await phone.frame()).locator(`.${name} input, .${name} textarea`).first()
  await field.tap()
  await field.fill(text)
}
