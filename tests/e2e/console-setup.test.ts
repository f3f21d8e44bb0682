/** The first owner's way from the one-time link to a platform of his own, in both languages. */
import { rm } from 'node:fs/promises'
import { createClient } from '@banyan/sdk'
import { startServerProcess } from '@banyan/server/testing'
import { makeDataFolder } from '@banyan/server/testing/data-folder.ts'
import { testArchive } from '@banyan/server/testing/package-archive.ts'
import type { Browser, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { sampleLocales } from '../support/sample.ts'

const words = {
  'zh-CN': {
    brandName: '云上城',
    nameField: '名称（中文）',
    colorField: '品牌色',
    mended: '不易辨认',
    save: '保存并继续',
    skip: '跳过',
    next: '继续',
    languages: '只用中文',
    model: '受邀的合作伙伴',
    passkey: '通行密钥（指纹、面容或设备密码）',
    test: '给自己寄一封测试邮件',
    kept: '没有邮件服务器',
    listed: '在门户中展示 Dice',
    saved: '已保存',
    left: '还剩 4 项',
  },
  en: {
    brandName: 'Cloud City',
    nameField: 'Name in English',
    colorField: 'Colour',
    mended: 'hard to read',
    save: 'Save and continue',
    skip: 'Skip',
    next: 'Continue',
    languages: 'English alone',
    model: 'Partners whom we invite',
    passkey: 'A passkey (finger, face or the lock of the device)',
    test: 'Send a test letter to myself',
    kept: 'There is no mail server',
    listed: 'Dice in the portal',
    saved: 'Saved',
    left: '4 left',
  },
} as const

const steps = ['brand', 'languages', 'model', 'categories', 'signIn', 'mail', 'address', 'samples', 'checklist']

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

for (const locale of sampleLocales('zh-CN')) {
  test(`the owner's link leads to a platform with a name, a face and rules (${locale})`, async () => {
    const say = words[locale]
    const folder = await makeDataFolder()
    const server = await startServerProcess({ BANYAN_DATA: folder })
    const origin = server.ready.localUrl
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 860 } })
    try {
      const client = createClient({ baseUrl: origin, apiKey: server.ready.seed.apiKey ?? '' })
      const { id } = await client.apps.create({ name: 'Dice' })
      await client.releases.upload(id, { version: '1.0.0', archive: new Uint8Array(testArchive({ label: '1.0.0' })) })
      await client.releases.publish(id, '1.0.0')
      const page = await context.newPage()
      await becomeOwner(page, server.ready.setupUrl ?? '')
      await page.waitForURL('**/console/platform/setup')

      await page.getByLabel(say.nameField).fill(say.brandName)
      await page.getByLabel(say.colorField, { exact: true }).fill('#FFE600')
      await page.getByText(say.mended).waitFor()
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'mark.png', mimeType: 'image/png', buffer: yellowPicture() })
      await page.getByText(say.saved).first().waitFor()
      await save(page, say.save, 'languages')
      await expect.poll(() => page.locator('.topbar .brand').innerText()).toBe(say.brandName)

      await page.getByLabel(say.languages).check()
      await save(page, say.save, 'model')
      await page.getByText(say.model).click()
      await save(page, say.save, 'categories')
      await page.getByRole('button', { name: say.next }).click()
      await atStep(page, 'signIn')
      await page.getByLabel(say.passkey).uncheck()
      await save(page, say.save, 'mail')
      await page.getByRole('button', { name: say.test }).click()
      await page.getByText(say.kept).waitFor()
      await page.getByRole('button', { name: say.next }).click()
      await atStep(page, 'address')
      await page.getByRole('button', { name: say.next }).click()
      await atStep(page, 'samples')
      await page.getByLabel(say.listed).click()
      await page.getByText(say.saved).first().waitFor()
      await page.getByRole('button', { name: say.next }).click()
      await atStep(page, 'checklist')
      await page.getByText(say.left).waitFor()

      const settings = new Map((await client.settings.list()).map(({ key, value }) => [key, value]))
      expect(settings.get('brand.color')).toBe('#FFE600')
      expect(settings.get('brand.logo')).toMatchObject({ mediaType: 'image/png' })
      expect(settings.get('brand.languages')).toEqual([locale === 'en' ? 'en' : 'zh'])
      expect(settings.get('users.ways')).toEqual(['email'])
      expect(await client.review.policies()).toMatchObject([{ scope: 'default', flow: 'oneStep' }])
      await page.goto(origin)
      expect(await page.title()).toContain(say.brandName)
      expect(await page.getByText('Dice').count()).toBe(0)
    } finally {
      await context.close()
      server.child.kill('SIGTERM')
      await server.exited
      await rm(folder, { recursive: true })
    }
  })
}

test('every step can be left for later, and has an address of its own', async () => {
  const folder = await makeDataFolder()
  const server = await startServerProcess({ BANYAN_DATA: folder })
  const context = await browser.newContext({ locale: 'en', viewport: { width: 390, height: 844 } })
  try {
    const page = await context.newPage()
    await becomeOwner(page, server.ready.setupUrl ?? '')
    for (const [at, step] of steps.entries()) {
      if (at > 0) await atStep(page, step)
      const leave = page.getByRole('button', { name: /^(?:Skip|Continue)$/ })
      if (step !== 'checklist') await leave.click()
    }
    await page.getByText('5 left').waitFor()
    await page.getByRole('link', { name: 'See to it: Mail' }).click()
    await atStep(page, 'mail')
    await page.reload()
    await page.getByRole('heading', { name: 'Mail' }).waitFor()
  } finally {
    await context.close()
    server.child.kill('SIGTERM')
    await server.exited
    await rm(folder, { recursive: true })
  }
})

async function becomeOwner(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.locator('#name').fill('Lin')
  await page.locator('#email').fill('lin@example.com')
  await page.locator('#password').fill('long enough password')
  await page.locator('form button').click()
  await page.locator('.wizard h2').waitFor()
}

async function atStep(page: Page, step: string): Promise<void> {
  await page.waitForURL(`**/console/platform/setup?step=${step}`)
}

async function save(page: Page, button: string, next: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await atStep(page, next)
}

function yellowPicture(): Buffer {
  const picture = new PNG({ width: 8, height: 8 })
  picture.data.fill(Buffer.from([255, 230, 0, 255]))
  return PNG.sync.write(picture)
}
