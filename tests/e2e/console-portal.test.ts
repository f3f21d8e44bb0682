/** Staff arranges the home page and the categories, in both languages; a visitor finds his way by them and back. */
import { createClient } from '@banyan/sdk'
import { PNG } from 'pngjs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startPlatform, type Platform } from '../support/platform.ts'
import { sampleLocales } from '../support/sample.ts'

const email = 'lin@example.com'
const password = 'long enough password'
const words = {
  'zh-CN': {
    addSlot: '添加推荐位',
    banner: '横幅',
    apps: '小程序',
    title: '标题（中文）',
    save: '保存',
    shown: '展示中',
    offered: '开放选择 购物',
    hidden: '已隐藏',
    undo: '撤销',
    undone: '已撤销',
    about: '详情：',
    privacy: '个人信息',
    recent: '最近使用',
    forget: '清除',
  },
  en: {
    addSlot: 'Add a slot',
    banner: 'Banner',
    apps: 'Mini-programs',
    title: 'Title in English',
    save: 'Save',
    shown: 'Shown',
    offered: 'Offered: Shopping',
    hidden: 'Hidden',
    undo: 'Undo',
    undone: 'Undone',
    about: 'About',
    privacy: 'Personal data',
    recent: 'Recently used',
    forget: 'Clear',
  },
} as const

const dice = {
  'app.json': JSON.stringify({ pages: ['pages/index/index'] }),
  'pages/index/index.wxml': '<view>{{roll}}</view>',
  'pages/index/index.js': 'Page({ data: { roll: 6 } })',
}

let platform: Platform
let browser: Browser
beforeAll(async () => {
  platform = await startPlatform()
  const token = new URL(platform.setupUrl).searchParams.get('token') ?? ''
  await createClient({ baseUrl: platform.origin }).identity.setUp({ token, name: 'Lin', email, password })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await platform.stop()
})

for (const locale of sampleLocales('en')) {
  test(`what staff puts on the home page leads into mini-programs (${locale})`, async () => {
    const say = words[locale]
    const { client } = platform
    const title = `Roll! ${locale}`
    const name = `Dice ${locale}`
    const { id } = await client.apps.create({ name, description: 'Throws two dice' })
    await client.apps.describe(id, { category: 'shopping/mall' })
    await platform.publish(id, '1.0.0', dice)
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 860 } })
    const page = await context.newPage()
    await page.goto(`${platform.origin}/console/platform/home`)
    await page.locator('input[type=email]').fill(email)
    await page.locator('input[type=password]').fill(password)
    await page.locator('button[type=submit]').click()

    await page.getByRole('button', { name: say.addSlot }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(say.banner, { exact: true }).click()
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'wide.png', mimeType: 'image/png', buffer: widePicture() })
    await dialog.locator('img').waitFor()
    await dialog.getByLabel(say.apps, { exact: true }).fill(name)
    await page.locator('.ant-select-item-option', { hasText: name }).click()
    await dialog.getByLabel(say.title).fill(title)
    await dialog.getByRole('button', { name: say.save, exact: true }).click()
    await page.locator('.ant-card', { hasText: title }).getByText(say.shown).waitFor()

    await page.goto(`${platform.origin}/console/platform/categories`)
    const shopping = page.getByRole('switch', { name: say.offered, exact: true })
    await shopping.click()
    await page.getByText(say.hidden, { exact: true }).first().waitFor()
    await expect.poll(async () => (await client.apps.categories())[1]?.isHidden).toBe(true)
    await page.getByRole('button', { name: say.undo }).first().click()
    await page.getByText(say.undone).waitFor()
    expect((await client.apps.categories())[1]?.isHidden).toBe(false)

    await page.goto(platform.origin)
    await page.getByRole('link', { name: title }).waitFor()
    expect(
      await page
        .locator('.banner', { hasText: title })
        .locator('img')
        .evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth),
    ).toBe(30)
    expect(await page.getByText(say.recent).isVisible()).toBe(false)
    await page
      .getByRole('link', { name: `${say.about} ${name}` })
      .last()
      .click()
    await page.getByRole('heading', { name: say.privacy }).waitFor()
    await page.locator('a.button').click()
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('banyan:recent')), { timeout: 15_000 })
      .toContain(name)
    await page.goto(platform.origin)
    await page.locator('#recent').getByRole('link', { name }).waitFor()
    await page.getByRole('button', { name: say.forget }).click()
    await page.reload()
    expect(await page.getByText(say.recent).isVisible()).toBe(false)
    await context.close()
  })
}

function widePicture(): Buffer {
  const picture = new PNG({ width: 30, height: 10 })
  picture.data.fill(200)
  return PNG.sync.write(picture)
}
