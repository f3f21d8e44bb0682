/** Files of mini-programs on a site of their own: apps start from there, with and without a network, and nothing else is there. */
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { openApp } from '../support/phone.ts'
import { startPlatform } from '../support/platform.ts'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

test('an app runs from the other site, which has neither cookies nor anything of the platform', async () => {
  const port = await freePort()
  const contentOrigin = `http://127.0.0.1:${port}`
  const platform = await startPlatform({
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    CONTENT_ORIGIN: contentOrigin,
  })
  onTestFinished(() => platform.stop())
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const appId = await platform.createApp('Apart')
  await platform.publish(appId, '1.0.0', {
    'app.json': JSON.stringify({ pages: ['home/home'] }),
    'app.js': 'App({})',
    'home/home.wxml': '<view>apart {{n}}</view><image src="dot.svg" bindload="loaded" />',
    'home/home.js': "Page({ data: { n: '' }, loaded() { this.setData({ n: 'with its picture' }) } })",
    'home/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
  })

  const asked: { url: URL; cookie: string | undefined }[] = []
  const phone = await openApp(browser, platform.urlOf(appId))
  onTestFinished(() => phone.close())
  phone.page.context().on('request', (request) => {
    asked.push({ url: new URL(request.url()), cookie: request.headers()['cookie'] })
  })
  await phone.waitForText('apart with its picture')
  await phone.goto(platform.urlOf(appId))
  await phone.waitForText('apart with its picture')
  const files = asked.filter(({ url }) => url.pathname.startsWith('/p/'))
  expect(files.length).toBeGreaterThan(0)
  expect(new Set(files.map(({ url }) => url.origin))).toEqual(new Set([contentOrigin]))
  expect(files.filter(({ cookie }) => cookie !== undefined)).toEqual([])

  const [file] = files
  for (const path of ['/', '/console', `/a/${appId}/`, '/api/v1/apps', '/-/offline.js', '/openapi.json']) {
    const answer = await fetch(contentOrigin + path)
    expect([path, answer.status, answer.headers.get('set-cookie')]).toEqual([path, 404, null])
  }
  const moved = await fetch(`${platform.origin}${file?.url.pathname ?? ''}`, { redirect: 'manual' })
  expect([moved.status, moved.headers.get('location')]).toEqual([307, file?.url.href])

  const kept = () =>
    phone.page.evaluate(async (id) => {
      const index = await caches.match('/-/offline/index')
      return index !== undefined && Object.hasOwn(JSON.parse(await index.text()), id)
    }, appId)
  await expect.poll(kept, { timeout: 20_000 }).toBe(true)
  await platform.halt()
  await phone.goto(platform.urlOf(appId))
  await phone.waitForText('apart with its picture')
})
