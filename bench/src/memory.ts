/** Memory of the whole browser, by the kernel's proportional count: for each further open app, and after many have come and gone. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser, openPhone, settle } from './browser.ts'
import { atMost, type Section } from './section.ts'
import type { Subject } from './subjects.ts'

const openApps = 20
const cycles = 50
/** Before the first figure: what the browser itself fills once. */
const warmCycles = 10

export async function measureMemory(subject: Subject): Promise<Section> {
  const browser = await launchBrowser()
  const perApp = await measureOpenApps(browser, subject)
  const leak = await measureLeak(browser, subject)
  await browser.close()
  return {
    title: 'Memory',
    note: `Open apps: ${openApps} in frames of one page, as a page around them holds them; all processes of the browser together, each after a collection of garbage. Leak: an app is opened and closed ${cycles} times after ${warmCycles} times that do not count.`,
    head: ['', 'megabytes'],
    rows: [
      ['one app open, the browser with it', perApp.firstMegabytes.toFixed(0)],
      [`each further app, mean of ${openApps - 1}`, perApp.furtherMegabytes.toFixed(1)],
      [`more after ${cycles} times opened and closed`, leak.toFixed(1)],
    ],
    floors: [
      atMost('each further open app', perApp.furtherMegabytes, { limit: 15, unit: 'MB' }),
      atMost(`leak over ${cycles} times opened and closed`, leak, { limit: 5, unit: 'MB' }),
    ],
  }
}

async function measureOpenApps(
  browser: Browser,
  subject: Subject,
): Promise<{ firstMegabytes: number; furtherMegabytes: number }> {
  const { context, page } = await openShell(browser, subject)
  await openApp(page, subject)
  const firstMegabytes = await weigh(context, page)
  for (let index = 1; index < openApps; index += 1) await openApp(page, subject)
  const allMegabytes = await weigh(context, page)
  await context.close()
  return { firstMegabytes, furtherMegabytes: (allMegabytes - firstMegabytes) / (openApps - 1) }
}

async function measureLeak(browser: Browser, subject: Subject): Promise<number> {
  const { context, page } = await openShell(browser, subject)
  let before = 0
  for (let index = 0; index < warmCycles + cycles; index += 1) {
    if (index === warmCycles) before = await weigh(context, page)
    await openApp(page, subject)
    await page.evaluate(() => document.querySelector('iframe')?.remove())
  }
  const after = await weigh(context, page)
  await context.close()
  return after - before
}

/** A page of the platform's own site with nothing on it. */
async function openShell(browser: Browser, subject: Subject): Promise<{ context: BrowserContext; page: Page }> {
  const { context, page } = await openPhone(browser)
  const address = new URL('/bench-shell', subject.url('rows')).href
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' }))
  await page.goto(address)
  return { context, page }
}

async function openApp(page: Page, subject: Subject): Promise<void> {
  const before = page.frames().length
  await page.evaluate((url) => {
    const frame = document.createElement('iframe')
    frame.src = url
    frame.style.cssText = 'width:375px;height:667px'
    document.body.prepend(frame)
  }, subject.url('rows'))
  const end = performance.now() + 30_000
  while (performance.now() < end) {
    // The newest are the app's host, its worker's frame and its pages.
    for (const frame of page.frames().slice(before)) {
      const isUsable = await frame.evaluate(() => (globalThis.benchMeter?.usable['rows'] ?? 0) > 0).catch(() => false)
      if (isUsable) return settle(page, 700)
    }
    await settle(page, 20)
  }
  throw new Error('an app was not painted within 30 s')
}

async function weigh(context: BrowserContext, page: Page): Promise<number> {
  await settle(page, 1000)
  const browser = context.browser()
  if (browser === null) throw new Error('the browser is gone')
  const targets = [page.mainFrame(), ...page.frames()]
  for (const target of targets) {
    const session = await context.newCDPSession(target === page.mainFrame() ? page : target).catch(() => undefined)
    await session?.send('HeapProfiler.collectGarbage').catch(() => undefined)
    await session?.send('Memory.simulatePressureNotification', { level: 'critical' }).catch(() => undefined)
    await session?.detach().catch(() => undefined)
  }
  await settle(page, 2000)
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.reduce((sum, { id }) => sum + proportionalMegabytes(id), 0)
}

function proportionalMegabytes(processId: number): number {
  if (!readdirSync('/proc').includes(String(processId))) return 0
  const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${processId}/smaps_rollup`, 'utf8'))?.[1]
  return Number(kilobytes ?? 0) / 1024
}
