/** What a team sets up around its versions, in both languages: comparing, the privacy declaration, webhooks. */
import { rm } from 'node:fs/promises'
import { createClient, type Client } from '@banyan/sdk'
import { startServerProcess, type ServerProcess } from '@banyan/server/testing'
import { makeDataFolder } from '@banyan/server/testing/data-folder.ts'
import { testArchive } from '@banyan/server/testing/package-archive.ts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { sampleLocales } from '../support/sample.ts'

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
    later: '把第 1 张后移',
    removeShot: '删除第 1 张',
    noFile: '还没有文件',
    replace: '替换',
    banners: '文件夹 banners',
    remove: '删除',
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
    later: 'Move screenshot 1 back',
    removeShot: 'Delete screenshot 1',
    noFile: 'No file yet',
    replace: 'Replace',
    banners: 'Folder banners',
    remove: 'Delete',
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

for (const locale of sampleLocales('en')) {
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

/** One pixel, and bytes after its end that tell one picture from another. */
const picture = (name: string) => ({
  name: `${name}.png`,
  mimeType: 'image/png',
  buffer: Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.from(name),
  ]),
})

test('screenshots are added, ordered, removed and brought back', async () => {
  const say = words['zh-CN']
  const { id } = await client.apps.create({ name: 'Pictures' })
  const page = await openConsole('zh-CN', `/apps/${id}/screenshots`)
  const shown = async () => {
    const { items } = await client.apps.screenshots(id)
    const read = async (url: string) => (await fetch(server.ready.localUrl + url)).text()
    return (await Promise.all(items.map(({ url }) => read(url)))).map((text) => /[a-z]+$/.exec(text)?.[0])
  }
  const file = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') }
  await page.locator('input[type=file]').setInputFiles([picture('first'), file, picture('second')])
  await page.getByRole('alert').getByText('notes.txt').waitFor()
  await expect.poll(shown).toEqual(['first', 'second'])
  await page.locator('.drop-zone').evaluate(
    (zone, bytes) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(bytes)], 'third.png', { type: 'image/png' }))
      zone.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
    },
    Array.from(picture('third').buffer),
  )
  await expect.poll(shown).toEqual(['first', 'second', 'third'])

  await page.getByRole('button', { name: say.later }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(shown).toEqual(['second', 'first', 'third'])
  await page.keyboard.press('ArrowRight')
  await expect.poll(shown).toEqual(['second', 'third', 'first'])
  await page.locator('.shot').nth(2).dragTo(page.locator('.shot').nth(0))
  await expect.poll(shown).toEqual(['first', 'second', 'third'])

  await page.getByRole('button', { name: say.removeShot }).click()
  await expect.poll(shown).toEqual(['second', 'third'])
  await page.getByRole('button', { name: say.undo, exact: true }).click()
  await expect.poll(shown).toEqual(['first', 'second', 'third'])
  await page.context().close()
})

test('what an app keeps is browsed, added and deleted', async () => {
  const say = words.en
  const { id } = await client.apps.create({ name: 'Kept files' })
  const kept = async () => (await client.files.list(id)).items.map(({ path, sizeBytes }) => `${path} ${sizeBytes}`)
  const page = await openConsole('en', `/apps/${id}/files`)
  await page.getByText(say.noFile).waitFor()
  await page.goto(`${server.ready.localUrl}/console/apps/${id}/files?folder=banners%2F`)
  const choose = (text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles([{ name: 'spring.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }])
  await choose('spring')
  await expect.poll(kept).toEqual(['banners/spring.txt 6'])
  await page.getByRole('button', { name: 'spring.txt' }).waitFor()
  await choose('spring again')
  await page.getByRole('dialog').getByRole('button', { name: say.replace }).click()
  await expect.poll(kept).toEqual(['banners/spring.txt 12'])

  await page.goto(`${server.ready.localUrl}/console/apps/${id}/files`)
  await page.getByRole('button', { name: say.banners }).click()
  await page.getByRole('button', { name: 'spring.txt' }).click()
  await page.getByRole('dialog').getByText('banners/spring.txt').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: say.remove }).click()
  await page.getByRole('tooltip').getByRole('button', { name: say.remove }).click()
  await expect.poll(kept).toEqual([])
  await page.context().close()
})

test('a command line is let in by the code that it shows', async () => {
  const { userCode, deviceCode } = await client.identity.startDevice('laptop')
  const page = await openConsole('en', `/device?code=${userCode}`)
  await page.getByLabel('Also publish and manage').check()
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByText('Go back to the terminal').waitFor()
  const { apiKey } = await client.identity.collectDevice(deviceCode)
  expect(await createClient({ baseUrl: server.ready.localUrl, apiKey }).identity.me()).toMatchObject({ role: 'admin' })
  await page.getByRole('button', { name: 'Approve another one' }).click()
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByRole('alert').getByText('The code is wrong').waitFor()
  await page.context().close()
})

test('a mini-program is hidden, bound to addresses, and ended only by its id', async () => {
  const { id } = await client.apps.create({ name: 'Passing' })
  const page = await openConsole('zh-CN', `/apps/${id}/settings`)
  await page.getByLabel('仅凭链接').check()
  await page.getByRole('button', { name: '保存' }).first().click()
  await expect.poll(async () => (await client.apps.profile(id)).standing).toBe('hidden')
  await page.getByLabel('IP 或网段').fill('203.0.113.0/24')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '保存' }).nth(1).click()
  await expect.poll(async () => (await client.apps.profile(id)).serverIps).toEqual(['203.0.113.0/24'])
  const end = page.locator('form').last()
  await end.getByRole('textbox').fill('something else')
  await end.getByRole('button').click()
  await page.getByText('与小程序 ID 不一致').waitFor()
  await end.getByRole('textbox').fill(id)
  await end.getByRole('button').click()
  await page.getByText('小程序已注销').waitFor()
  expect((await client.apps.profile(id)).standing).toBe('terminated')
  await page.context().close()
})

test('a role is changed and taken away, and an invitation withdrawn', async () => {
  const { id } = await client.teams.createRole({ name: 'Helpers', permissions: ['app.read'] })
  await client.identity.inviteMember({ role: 'developer', email: 'late@example.com' })
  const page = await openConsole('en', '/roles')
  await page.getByRole('button', { name: 'Change the role' }).click()
  await page.getByRole('dialog').getByLabel('logs.read').check()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  const permissionsOf = async () => (await client.teams.roles()).find((role) => role.id === id)?.permissions
  await expect.poll(permissionsOf).toEqual(['app.read', 'logs.read'])
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: 'Delete' }).click()
  await expect.poll(permissionsOf).toBeUndefined()
  await page.goto(`${server.ready.localUrl}/console/members`)
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect.poll(async () => (await client.teams.invitations()).items.length).toBe(0)
  await page.context().close()
})
