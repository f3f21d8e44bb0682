/** `<banyan-app>` in pages of other sites: under a policy that forbids nearly everything, and as a part of a Vue app. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startPlatform, type Platform } from '../support/platform.ts'

interface Site {
  origin: string
  /** Address of a page with this policy and body. */
  page(policy: string, body: string): string
  close(): Promise<void>
}

let site: Site
let stranger: Site
let platform: Platform
let browser: Browser
let appId: string

const app = {
  'app.json': JSON.stringify({ pages: ['home/home', 'next/next'] }),
  'app.js': 'App({})',
  'home/home.wxml': '<view id="out">{{out}}</view><view id="next" bindtap="next">next</view>',
  'home/home.js': `Page({
    data: { out: '' },
    async onLoad() {
      const results = [typeof wx.getNetworkType, (await wx.getNetworkType()).errMsg]
      results.push(await wx.pickSeat({ row: 3 }).then(({ seat, errMsg }) => seat + ' ' + errMsg, ({ errMsg }) => errMsg))
      results.push(await new Promise((done) => wx.pickSeat({ row: 'x', fail: ({ errMsg }) => done(errMsg) })))
      this.setData({ out: results.join('; ') })
    },
    next() { wx.navigateTo({ url: '/next/next?id=7' }) },
  })`,
  'next/next.wxml': '<view>the next page</view>',
  'next/next.js': 'Page({})',
  'next/next.json': JSON.stringify({ navigationBarTitleText: 'Next' }),
}

beforeAll(async () => {
  ;[site, stranger, browser] = await Promise.all([startSite(), startSite(), launchBrowser()])
  platform = await startPlatform({ BANYAN_EMBED_ORIGINS: site.origin })
  appId = await platform.createApp('Seats')
  await platform.publish(appId, '1.0.0', app)
})
afterAll(async () => {
  await Promise.all([browser.close(), platform.stop(), site.close(), stranger.close()])
})

/** What a page does with the element; `pickSeat` takes a number of a row. */
const script = () => `
  import { registerApi } from '${platform.origin}/-/embed.js'
  const number = { '~standard': { validate: (value) => typeof value.row === 'number' ? { value } : { issues: [{ message: 'row is no number' }] } } }
  registerApi('pickSeat', number, async ({ row }, { appId }) => ({ seat: 'seat ' + row + ' of ' + appId.slice(0, 2) }))
  registerApi('getNetworkType', number, () => ({ networkType: 'forged' }))
  window.heard = []`

const element = () => `<banyan-app src="${platform.origin}" app-id="${appId}"></banyan-app>`
const listening = `
  const shown = document.querySelector('banyan-app')
  for (const name of ['ready', 'navigate', 'close']) shown.addEventListener(name, ({ detail }) => heard.push([name, detail]))`

test('an app runs in a page whose policy allows the platform and nothing else, with functions of that page', async () => {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-n' ${platform.origin}`,
    `frame-src ${platform.origin}`,
    "style-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const page = await open(
    site.page(policy, `${element()}<script type="module" nonce="n">${script()}${listening}</script>`),
  )
  const home = await pageOf(page, '#out')
  await expect
    .poll(() => home.locator('#out').innerText())
    .toBe('function; getNetworkType:ok; seat 3 of by pickSeat:ok; pickSeat:fail parameter error: row is no number')
  await expect.poll(() => heard(page)).toContainEqual(['ready', null])

  await home.locator('#next').click()
  await expect.poll(() => heard(page)).toContainEqual(['navigate', { path: 'next/next?id=7', title: 'Next' }])
  const before = page.url()
  await hostFrame(page).locator('.capsule button').last().click()
  await expect.poll(() => heard(page)).toContainEqual(['close', null])
  expect(page.url()).toBe(before)
  expect(hostFrame(page).url()).toContain(`/a/${appId}/`)
})

test('a path cannot leave the app, and another one opens by the attribute', async () => {
  const page = await open(site.page('', `${element()}<script type="module">${script()}${listening}</script>`))
  await pageOf(page, '#out')
  const set = (path: string) =>
    page.evaluate((given) => document.querySelector('banyan-app')?.setAttribute('path', given), path)
  await set('next/next?id=1')
  await expect.poll(() => hostFrame(page).url()).toContain('/next/next?id=1')
  await set('../../console')
  await expect.poll(() => page.frames().some((frame) => frame.url().startsWith(platform.origin))).toBe(false)
})

test('a site that the owner has not named shows nothing', async () => {
  const page = await open(stranger.page('', `${element()}<script type="module">${script()}${listening}</script>`))
  const refused = await page.waitForEvent('console', {
    predicate: (message) => message.text().includes('frame-ancestors'),
    timeout: 15_000,
  })
  expect(refused.type()).toBe('error')
  expect(await heard(page)).toEqual([])
})

test('Vue makes the element, sets its attributes and hears its events', async () => {
  const runtime = await readFile(createRequire(import.meta.url).resolve('vue/dist/vue.runtime.global.prod.js'), 'utf8')
  const page = await open(
    site.page(
      '',
      `<div id="app"></div><script>${runtime}</script><script type="module">${script()}
      Vue.createApp({
        data: () => ({ path: '' }),
        mounted() { window.go = (path) => (this.path = path) },
        render() {
          return Vue.h('banyan-app', { src: '${platform.origin}', 'app-id': '${appId}', path: this.path, onReady: () => heard.push(['ready', null]) })
        },
      }).mount('#app')</script>`,
    ),
  )
  await pageOf(page, '#out')
  await expect.poll(() => heard(page)).toEqual([['ready', null]])
  await page.evaluate(() => Reflect.get(window, 'go')('next/next?id=2'))
  await expect.poll(() => hostFrame(page).url()).toContain('/next/next?id=2')
})

async function open(url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } })
  onTestFinished(() => page.close())
  await page.goto(url, { waitUntil: 'commit' })
  return page
}

function heard(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, 'heard'))
}

function hostFrame(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().startsWith(platform.origin))
  if (frame === undefined) throw new Error('the app is not there')
  return frame
}

/** The frame of the app's page that has this element. */
async function pageOf(page: Page, selector: string): Promise<Frame> {
  let found: Frame | undefined
  await expect
    .poll(
      async () => {
        for (const frame of page.frames()) {
          if (frame.parentFrame()?.url().startsWith(platform.origin) !== true) continue
          if (
            (await frame
              .locator(selector)
              .count()
              .catch(() => 0)) > 0
          )
            found = frame
        }
        return found !== undefined
      },
      { timeout: 15_000 },
    )
    .toBe(true)
  if (found === undefined) throw new Error(`no frame has ${selector}`)
  return found
}

async function startSite(): Promise<Site> {
  const pages = new Map<string, { policy: string; body: string }>()
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '')
    const headers = { 'content-type': 'text/html; charset=utf-8' }
    response
      .writeHead(
        page === undefined ? 404 : 200,
        page?.policy ? { ...headers, 'content-security-policy': page.policy } : headers,
      )
      .end(page === undefined ? '' : `<!doctype html><title>site</title>${page.body}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  return {
    origin,
    page(policy, body) {
      const path = `/${pages.size}`
      pages.set(path, { policy, body })
      return origin + path
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
