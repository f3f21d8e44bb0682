/** `banyan create` and `banyan dev` as a developer uses them: edit, see, break, mend. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { runBanyan, startDev } from '../support/dev-process.ts'
import { openApp } from '../support/phone.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

async function createProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-dev-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const root = join(folder, 'my-app')
  expect((await runBanyan(['create', root])).code).toBe(0)
  return root
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const content = await readFile(file, 'utf8')
  expect(content).toContain(from)
  await writeFile(file, content.replace(from, to))
}

test('the template works: check off, add and remove a habit, and find it again after a reload', async () => {
  const dev = await startDev(await createProject())
  onTestFinished(async () => void (await dev.stop()))
  const phone = await openApp(browser, dev.url)
  onTestFinished(() => phone.close())
  await phone.waitForText('完成 0 / 3')
  await phone.tap('[aria-label="喝八杯水"]')
  await phone.waitForText('完成 1 / 3')
  await phone.tap('.add')
  await phone.waitForText('图标')
  const frame = await phone.frame()
  await frame.locator('input').fill('写日记')
  await phone.tap('.save')
  await phone.waitForText('写日记')
  await phone.waitForText('完成 1 / 4')
  await phone.page.reload()
  await phone.waitForText('写日记')
  expect(phone.faults.describe()).toBe('')
})

test('an edit reloads the page that is open; a broken file shows where, and mending it clears the message', async () => {
  const root = await createProject()
  const dev = await startDev(root)
  onTestFinished(async () => void (await dev.stop()))
  const phone = await openApp(browser, new URL('pages/habit/habit?id=read', dev.url).href)
  onTestFinished(() => phone.close())
  await phone.waitForText('名称')
  const page = join(root, 'miniprogram/pages/habit/habit.wxml')

  await edit(page, '名称', '叫什么')
  await phone.waitForText('叫什么')
  expect(phone.page.url()).toContain('pages/habit/habit?id=read')

  await edit(page, '</view>', '</vie>')
  const overlay = phone.page.locator('banyan-overlay')
  await overlay.getByText('pages/habit/habit.wxml').first().waitFor()
  expect(dev.output()).toContain('pages/habit/habit.wxml:')

  await edit(page, '</vie>', '</view>')
  await overlay.waitFor({ state: 'detached' })
  await phone.waitForText('叫什么')
})

test('an error in one file leaves the other pages running, and the message can be closed', async () => {
  const root = await createProject()
  await writeFile(join(root, 'miniprogram/pages/habit/habit.ts'), 'Page({')
  const dev = await startDev(root)
  onTestFinished(async () => void (await dev.stop()))
  const phone = await openApp(browser, dev.url)
  onTestFinished(() => phone.close())
  await phone.waitForText('完成 0 / 3')
  const overlay = phone.page.locator('banyan-overlay')
  await overlay.getByText('pages/habit/habit.ts:1').waitFor()
  await overlay.getByRole('button', { name: /^(?:关闭|Close)$/ }).tap()
  await overlay.waitFor({ state: 'detached' })
  await phone.tap('[aria-label="喝八杯水"]')
  await phone.waitForText('完成 1 / 3')
})

test('a folder without pages says so in the page, and starts when it has one', async () => {
  const root = await mkdtemp(join(tmpdir(), 'banyan-dev-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const dev = await startDev(root)
  onTestFinished(async () => void (await dev.stop()))
  const phone = await openApp(browser, dev.url)
  onTestFinished(() => phone.close())
  await phone.page.locator('banyan-overlay').getByText('app.json').first().waitFor()
  await writeFile(join(root, 'index.wxml'), '<view>它活了</view>')
  await writeFile(join(root, 'index.js'), 'Page({})')
  await writeFile(join(root, 'app.json'), '{"pages":["index"]}')
  await phone.waitForText('它活了')
})

test('answers on its own names only, and stops cleanly', async () => {
  const dev = await startDev(await createProject())
  const base = new URL(dev.url)
  expect((await fetch(new URL('/', base), { redirect: 'manual' })).headers.get('location')).toBe(base.pathname)
  expect(await statusFor(base, { host: 'evil.example' })).toBe(403)
  expect(await statusFor(new URL('-/gateway', base), { origin: 'http://evil.example' }, 'POST')).toBe(403)
  expect(await statusFor(new URL('-/gateway', base), { 'sec-fetch-site': 'cross-site' }, 'POST')).toBe(403)
  const page = await fetch(base)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await (await fetch(new URL('-/login', base))).json()).toMatchObject({ code: expect.any(String) })
  expect(await dev.stop()).toBe(0)
})

/** `fetch` does not let anyone choose these headers. */
function statusFor(url: URL, headers: Readonly<Record<string, string>>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.on('error', reject)
    sent.end()
  })
}
