/** A version that is taken down leaves the pages that run it, and does not come back when the network is away. */
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openApp } from '../support/phone.ts'
import { startPlatform } from '../support/platform.ts'

test('an open page stops, and what was kept of the app goes', async () => {
  const platform = await startPlatform()
  onTestFinished(() => platform.stop())
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const appId = await platform.createApp('Harmful')
  await platform.publish(appId, '1.0.0', {
    'app.json': JSON.stringify({ pages: ['home/home'] }),
    'app.js': 'App({})',
    'home/home.wxml': '<view>harmful</view>',
    'home/home.js': 'Page({})',
  })
  const phone = await openApp(browser, platform.urlOf(appId))
  onTestFinished(() => phone.close())
  await phone.waitForText('harmful')
  const keptCaches = () =>
    phone.page.evaluate(async (id) => (await caches.keys()).filter((name) => name.includes(id)), appId)
  await expectSoon(async () => (await keptCaches()).length === 1)

  const blocked = await fetch(`${platform.origin}/api/v1/apps/${appId}/versions/1.0.0/block`, {
    method: 'POST',
    headers: { authorization: `Bearer ${platform.apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'phishing' }),
  })
  expect(blocked.status).toBeLessThan(300)
  // As when the user comes back to the page; without that it asks within a minute.
  await phone.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await phone.page.getByText('Harmful').first().waitFor()
  await phone.page.locator('.card').waitFor()
  await expectSoon(async () => (await keptCaches()).length === 0)

  await platform.halt()
  await expect(phone.page.goto(platform.urlOf(appId))).rejects.toThrow()
})

async function expectSoon(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    // The page may be on its way to the next.
    if (await condition().catch(() => false)) return
    await wait(100)
  }
  expect(await condition()).toBe(true)
}
