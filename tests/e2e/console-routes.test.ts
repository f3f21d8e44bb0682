/**
 * Every route of the console, with something to show on it: no rule of WCAG 2.2 AA is broken, nothing is red in the developer tools, nothing
 * is wider than the screen. The list is the features' own, so a route that is added later is opened too. `npm test` takes a third of them, each
 * in one look; `npm test -- --whole` takes all in all looks.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { createClient } from '@banyan/sdk'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { launchBrowser } from '../support/browser.ts'
import { startPlatform, type Platform } from '../support/platform.ts'
import { isWhole, sampleOf } from '../support/sample.ts'

const email = 'lin@example.com'
const password = 'long enough password'
const featuresFolder = fileURLToPath(new URL('../../packages/console/src/features', import.meta.url))
const paths = readdirSync(featuresFolder).flatMap((name) =>
  [...readFileSync(`${featuresFolder}/${name}/feature.ts`, 'utf8').matchAll(/path: '([^']+)'/g)].map(
    ([, path = '']) => path,
  ),
)
const serverFolder = new URL('../../packages/server/', import.meta.url)
const axe = readFileSync(createRequire(serverFolder).resolve('axe-core/axe.min.js'), 'utf8')
/** “None yet” is an answer of the API. */
const absent = /status of 404/
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 860 }
const looks = [
  { locale: 'zh-CN', colorScheme: 'light', viewport: phone },
  { locale: 'en', colorScheme: 'dark', viewport: desktop },
  { locale: 'en', colorScheme: 'dark', viewport: phone },
  { locale: 'zh-CN', colorScheme: 'light', viewport: desktop },
  { locale: 'en', colorScheme: 'light', viewport: phone },
  { locale: 'zh-CN', colorScheme: 'dark', viewport: desktop },
  { locale: 'zh-CN', colorScheme: 'dark', viewport: phone },
  { locale: 'en', colorScheme: 'light', viewport: desktop },
] as const

const dice = {
  'app.json': JSON.stringify({ pages: ['pages/index/index'] }),
  'pages/index/index.wxml': '<view>{{roll}}</view>',
  'pages/index/index.js': 'Page({ data: { roll: 6 }, onTap() { wx.getLocation() } })',
}

let platform: Platform
let browser: Browser
let params: Readonly<Record<string, string>>
let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>
beforeAll(async () => {
  platform = await startPlatform()
  const { client, origin } = platform
  const token = new URL(platform.setupUrl).searchParams.get('token') ?? ''
  await createClient({ baseUrl: origin }).identity.setUp({ token, name: 'Lin', email, password })
  const appId = await platform.createApp('Dice')
  await platform.publish(appId, '1.0.0', dice)
  await platform.upload(appId, '1.1.0', { ...dice, 'pages/index/index.wxml': '<view>{{roll}}!</view>' })
  await client.apps.describe(appId, { category: 'games/board', socketDomains: ['wss://example.com'] })
  const { id: submissionId } = await client.review.submit(appId, { version: '1.1.0' })
  const { id: webhookId } = await client.webhooks.create(appId, {
    url: 'https://example.com/hook',
    events: ['release.published'],
  })
  params = { appId, submissionId, webhookId }
  browser = await launchBrowser()
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${origin}/console`)
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.locator('.shell').waitFor()
  signedIn = await context.storageState()
  await context.close()
})
afterAll(async () => {
  await browser.close()
  await platform.stop()
})

test('all features are found', () => expect(paths.length).toBeGreaterThanOrEqual(39))

describe.each(looks.map((look, at) => ({ ...look, at, width: look.viewport.width })))(
  '$locale, $colorScheme, $width px',
  ({ at, width: _, ...look }) => {
    const mine = isWhole ? paths : sampleOf(paths, 3).filter((_path, index) => index % looks.length === at)
    test(`${mine.length} routes`, async () => {
      const context = await browser.newContext({ ...look, storageState: signedIn })
      const page = await context.newPage()
      const problems: string[] = []
      let path = ''
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type()) && !absent.test(message.text()))
          problems.push(`${path}: ${message.text()}`)
      })
      page.on('pageerror', (error) => problems.push(`${path}: ${error.message}`))
      for (path of mine) problems.push(...(await lookAt(page, path)).map((problem) => `${path}: ${problem}`))
      await context.close()
      expect(problems).toEqual([])
    })
  },
)

async function lookAt(page: Page, path: string): Promise<string[]> {
  const address = path.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`say what stands for $${name} in ${path}`)
    return value
  })
  await open(page, `${platform.origin}/console${address}`)
  await expect.poll(() => page.locator('.waiting').count()).toBe(0)
  // What fades in has no contrast yet.
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined))))
  await page.evaluate(axe)
  const violations = z.array(z.string()).parse(
    await page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
    ),
  )
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return overflow > 1 ? [...violations, `${overflow} px wider than the screen`] : violations
}

/** The first one as a visitor comes, the others as the menu does. */
async function open(page: Page, url: string): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(url)
  else {
    await page.evaluate((to) => {
      document.querySelector('h1')?.classList.add('seen-before')
      history.pushState(null, '', to)
    }, url)
  }
  await page.locator('h1:not(.seen-before)').first().waitFor()
}
