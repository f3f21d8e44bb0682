/** The second first-party mini-program: notes that stay on the device. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { demoApps } from '../../scripts/start/demo-apps.ts'
import { publishProject } from '../../scripts/start/seed.ts'
import { launchBrowser } from '../support/browser.ts'
import { openApp, type Phone } from '../support/phone.ts'
import { type Platform, startPlatform } from '../support/platform.ts'

let platform: Platform
let browser: Browser
let appUrl: string

beforeAll(async () => {
  ;[platform, browser] = await Promise.all([startPlatform(), launchBrowser()])
  const notes = demoApps.find((app) => app.name === '榕笺')
  if (notes === undefined) throw new Error('the demo workspace has no notes')
  appUrl = platform.urlOf(await publishProject(platform.client, notes, []))
})
afterAll(async () => {
  await browser?.close()
  await platform?.stop()
})

async function visit(path = '', locale = 'zh-CN'): Promise<Phone> {
  const phone = await openApp(browser, appUrl + path, { locale })
  onTestFinished(() => phone.close())
  return phone
}

async function write(phone: Phone, title: string, text: string): Promise<void> {
  const editor = await phone.frame()
  await editor.locator('input').first().fill(title)
  await editor.locator('textarea').fill(text)
  await phone.waitForText('已保存')
}

test('what is written is there after a reload, can be ticked off and found', async () => {
  const phone = await visit()
  await phone.tap('text=写一条便笺')
  await phone.waitForText('写下的会自动保存')
  await write(phone, '周末清单', '去龙井看茶')
  await phone.tap('text=添加一项')
  const item = (await phone.frame()).locator('input').nth(1)
  await item.fill('买茶叶')
  await phone.tap('[role=checkbox]')
  await (await phone.frame()).locator('[role=checkbox][aria-checked=true]').waitFor()
  await phone.page.goBack()
  await phone.waitForText('1/1')

  await phone.page.reload()
  await phone.waitForText('周末清单')
  await (await phone.frame()).locator('input').fill('茶叶')
  await phone.waitForText('去龙井看茶')
  await (await phone.frame()).locator('input').fill('咖啡')
  await phone.waitForText('没有找到')
  expect(phone.faults.list).toEqual([])
})

test('a note drawn aside can be deleted, and comes back with one tap', async () => {
  const phone = await visit()
  await phone.tap('text=写一条便笺')
  await phone.waitForText('写下的会自动保存')
  await write(phone, '留下我', '')
  await phone.page.goBack()
  await phone.waitForText('留下我')
  await phone.settle()
  await drawAside(phone)
  await phone.tap('.remove')
  await phone.waitForText('写下第一条便笺')
  await phone.tap('text=撤销')
  await phone.waitForText('留下我')
  expect(phone.faults.list).toEqual([])
})

test('a link carries a note to somebody else, who can keep it', async () => {
  const note = [
    'Picnic',
    'Saturday, 100% sure',
    [
      [1, 'Bread'],
      [0, 'Tea'],
    ],
    'mint',
    0,
  ]
  const phone = await visit(`pages/shared/shared?note=${encodeURIComponent(JSON.stringify(note))}`, 'en-US')
  await phone.waitForText('Somebody shared a note with you')
  await phone.waitForText('Saturday, 100% sure')
  await phone.tap('text=Keep it in my notes')
  await phone.waitForText('Saved')
  await phone.goto(appUrl)
  await phone.waitForText('Picnic')
  await phone.waitForText('1/2')
  await phone.goto(`${appUrl}pages/shared/shared?note=%5B%22half`)
  await phone.waitForText('This link is not complete')
  expect(phone.faults.list).toEqual([])
})

/** A finger that draws the first row to the left, slowly enough to be seen. */
async function drawAside(phone: Phone): Promise<void> {
  const box = await (await phone.frame()).locator('.card').first().boundingBox()
  if (box === null) throw new Error('there is no row')
  const session = await phone.page.context().newCDPSession(phone.page)
  const y = box.y + box.height / 2
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  await touch('touchStart', 300)
  for (let x = 290; x >= 190; x -= 10) await touch('touchMove', x)
  await touch('touchEnd', 190)
  await (await phone.frame()).locator('.remove[aria-hidden=false]').waitFor()
}
