/** What a link says of the way by which a user came counts exactly when the platform has signed it for this address. */
import { launchScenes } from '@banyan/contract/links'
import { expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openApp } from '../support/phone.ts'
import { startPlatform } from '../support/platform.ts'

test('a page that was passed on by the share sheet says so, and nothing else can', async () => {
  const platform = await startPlatform()
  onTestFinished(() => platform.stop())
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const appId = await platform.createApp('Shared')
  await platform.publish(appId, '1.0.0', {
    'app.json': JSON.stringify({ pages: ['home/home', 'item/item'] }),
    'app.js': 'App({})',
    'home/home.wxml': '<button open-type="share">pass on</button>',
    'home/home.js': "Page({ onShareAppMessage: () => ({ title: 'Item', path: '/item/item?id=7&by=a b' }) })",
    'item/item.wxml': '<view>{{text}}</view>',
    'item/item.js':
      "Page({ data: { text: '' }, onLoad({ id, by }) { this.setData({ text: `${id} ${by} scene ${wx.getLaunchOptionsSync().scene}` }) } })",
  })
  const sceneAt = async (url: string) => {
    const phone = await openApp(browser, url)
    await phone.waitForText('7 a b scene')
    const text = await phone.text()
    await phone.close()
    return Number(/scene (\d+)/.exec(text)?.[1])
  }

  const phone = await openApp(browser, platform.urlOf(appId))
  onTestFinished(() => phone.close())
  await phone.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await phone.tap('wx-button')
  await phone.page.getByRole('button', { name: '复制链接' }).tap()
  await phone.page.getByText('链接已复制').waitFor()
  const link = await phone.page.evaluate(() => navigator.clipboard.readText())

  expect(await sceneAt(link)).toBe(launchScenes.shared)
  expect(await sceneAt(link.replace('#s1007', '#s1047'))).toBe(1001)
  expect(await sceneAt(link.replace('id=7', 'id=7&more=1'))).toBe(1001)
  expect(await sceneAt(link.replace(/#.*/, '#s1047'))).toBe(1001)
})
