/** What a team sets up around its versions, in both languages: comparing, the privacy declaration, webhooks. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client } from '@banyan/sdk'
import { startServerProcess, type ServerProcess } from '@banyan/server/testing'
import { testArchive } from '@banyan/server/testing/package-archive.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'

const email = 'lin@example.com'
const password = 'long enough password'
const words = {
  'zh-CN': {
    compare: '与线上对比',
    declareAll: '全部声明',
    withdraw: '撤回声明',
    undo: '撤销',
    declared: '这个版本用到的个人信息都已声明。',
    newHook: '新建 Webhook',
    url: '地址',
    create: '创建',
    upload: '三条命令，上传第一个版本',
  },
  en: {
    compare: 'Compare with live',
    declareAll: 'Declare all',
    withdraw: 'Withdraw',
    undo: 'Undo',
    declared: 'Everything that this version asks for is declared.',
    newHook: 'New webhook',
    url: 'Address',
    create: 'Create',
    upload: 'Three commands to the first version',
  },
} as const

let folder: string
let server: ServerProcess
let client: Client
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banyan-console-team-'))
  server = await startServerProcess({ BANYAN_DATA: join(folder, 'data') })
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

async function openConsole(locale: 'zh-CN' | 'en', path: string): Promise<Page> {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 860 } })
  const page = await context.newPage()
  await page.goto(`${server.ready.localUrl}/console${path}`)
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.locator('.page h1').waitFor()
  return page
}

for (const locale of ['zh-CN', 'en'] as const) {
  test(`a new version is compared, what it asks for is declared, and a server is told (${locale})`, async () => {
    const say = words[locale]
    const { id } = await client.apps.create({ name: `Shop ${locale}` })
    const page = await openConsole(locale, `/apps/${id}`)
    await page.getByText(say.upload).waitFor()
    await page.getByText(`banyan upload my-app --app ${id}`).waitFor()

    const script = 'wx.getLocation({});wx.chooseMedia({})'
    const upload = (version: string, archive: Buffer) =>
      client.releases.upload(id, { version, archive: new Uint8Array(archive) })
    await upload('1.0.0', testArchive())
    await client.releases.publish(id, '1.0.0')
    await upload('1.1.0', testArchive({ script }))

    await page.goto(`${server.ready.localUrl}/console/apps/${id}/versions`)
    await page.locator('[data-version="1.1.0"]').getByText(say.compare).click()
    await page.getByText('+ getLocation').waitFor()

    await page.goto(`${server.ready.localUrl}/console/apps/${id}/privacy`)
    await page.getByRole('button', { name: say.declareAll }).click()
    await page.getByText(say.declared).waitFor()
    const declared = async () => (await client.apps.profile(id)).privacy.map(({ kind }) => kind).toSorted()
    expect(await declared()).toEqual(['albumRead', 'location'])
    await page.locator('[data-kind="location"]').getByRole('button', { name: say.withdraw }).click()
    await expect.poll(declared).toEqual(['albumRead'])
    await page.getByRole('button', { name: say.undo, exact: true }).click()
    await expect.poll(declared).toEqual(['albumRead', 'location'])

    await page.goto(`${server.ready.localUrl}/console/apps/${id}/webhooks`)
    await page.getByRole('button', { name: say.newHook }).click()
    await page.getByRole('dialog').getByLabel(say.url).fill('https://shop.example.com/hook')
    await page.getByRole('dialog').getByRole('button', { name: say.create }).click()
    const secret = (await page.getByTestId('webhook-secret').textContent()) ?? ''
    expect(secret).toMatch(/^byw_/)
    await page.reload()
    await page.getByText('https://shop.example.com/hook', { exact: true }).waitFor()
    expect(await page.content()).not.toContain(secret)
    await page.context().close()
  })
}
