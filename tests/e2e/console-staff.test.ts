/** The console as the platform's staff uses it, in both languages: a mini-program is taken down and comes back. */
import { rm } from 'node:fs/promises'
import { createClient, type Client } from '@banyan/sdk'
import { startServerProcess, type ServerProcess } from '@banyan/server/testing'
import { makeDataFolder } from '@banyan/server/testing/data-folder.ts'
import { testArchive } from '@banyan/server/testing/package-archive.ts'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { sampleLocales } from '../support/sample.ts'

const email = 'lin@example.com'
const password = 'long enough password'
const words = {
  'zh-CN': {
    search: '查找',
    takeDown: '下架',
    reason: '理由',
    restore: '恢复',
    isDown: '已下架',
    shownToTeam: '已被平台暂停',
    ended: '已注销',
    noUsers: '没有符合的用户',
  },
  en: {
    search: 'Search',
    takeDown: 'Take down',
    reason: 'Reason',
    restore: 'Restore',
    isDown: 'Taken down',
    shownToTeam: 'Taken down by the platform',
    ended: 'Ended',
    noUsers: 'No user matches',
  },
} as const

let folder: string
let server: ServerProcess
let client: Client
let browser: Browser

beforeAll(async () => {
  folder = await makeDataFolder()
  server = await startServerProcess({ BANYAN_DATA: folder })
  client = createClient({ baseUrl: server.ready.localUrl, apiKey: server.ready.seed.apiKey ?? '' })
  const token = new URL(server.ready.setupUrl ?? '').searchParams.get('token') ?? ''
  await createClient({ baseUrl: server.ready.localUrl }).identity.setUp({ token, name: 'Lin', email, password })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  server.child.kill('SIGTERM')
  await server.exited
  await rm(folder, { recursive: true })
})

for (const locale of sampleLocales('zh-CN')) {
  test(`staff takes a mini-program down, its team reads why, and it comes back (${locale})`, async () => {
    const say = words[locale]
    const { id } = await client.apps.create({ name: `Dice ${locale}` })
    await client.releases.upload(id, { version: '1.0.0', archive: new Uint8Array(testArchive({ label: '1.0.0' })) })
    await client.releases.publish(id, '1.0.0')
    const ended = await client.apps.create({ name: `Gone ${locale}` })
    await client.apps.terminate(ended.id, ended.id)
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 860 } })
    const page = await context.newPage()
    await page.goto(`${server.ready.localUrl}/console/platform/apps`)
    await page.locator('input[type=email]').fill(email)
    await page.locator('input[type=password]').fill(password)
    await page.locator('button[type=submit]').click()

    const row = page.locator(`tr[data-row-key="${id}"]`)
    await page.getByRole('searchbox').fill(`Dice ${locale}`)
    await page.getByRole('button', { name: say.search, exact: true }).click()
    await expect.poll(() => page.locator('tr[data-row-key]').count()).toBe(1)
    await row.getByRole('button', { name: say.takeDown }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say.reason).fill('Plays for money')
    await dialog.getByRole('button', { name: say.takeDown }).click()
    await row.getByText(say.isDown, { exact: true }).waitFor()
    await row.getByText('Plays for money').waitFor()
    expect((await fetch(`${server.ready.localUrl}/a/${id}/`)).ok).toBe(false)

    await page.goto(`${server.ready.localUrl}/console/`)
    const cards = page.locator('.cards > li')
    await cards
      .filter({ hasText: `Dice ${locale}` })
      .getByText(say.shownToTeam)
      .waitFor()
    await cards.last().getByText(say.ended, { exact: true }).waitFor()

    await page.goto(`${server.ready.localUrl}/console/platform/apps`)
    await row.getByRole('button', { name: say.restore }).click()
    await page.getByRole('dialog').getByRole('button', { name: say.restore }).click()
    await row.getByRole('button', { name: say.takeDown }).waitFor()
    expect((await fetch(`${server.ready.localUrl}/a/${id}/`)).ok).toBe(true)

    await page.goto(`${server.ready.localUrl}/console/platform/users`)
    await page.getByRole('searchbox').fill('nobody@example.com')
    await page.getByRole('button', { name: say.search, exact: true }).click()
    await page.getByText(say.noUsers).waitFor()
    await context.close()
  })
}
