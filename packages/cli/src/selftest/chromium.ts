/** The suite in the Chromium, Chrome or Edge of this machine. */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import type { SelftestBrowser, SelftestPage } from './browser.ts'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
]

/** Undefined when this machine has none; `named` is taken as it is. */
export function findChromium(named: string | undefined): string | undefined {
  if (named !== undefined) return existsSync(named) ? named : undefined
  return places.find((place) => existsSync(place))
}

export async function launchChromium(executablePath: string): Promise<SelftestBrowser> {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--mute-audio'],
  })
  return { openPage: () => openPage(browser), close: () => browser.close() }
}

async function openPage(browser: Browser): Promise<SelftestPage> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  return {
    goto: async (url) => void (await page.goto(url, { waitUntil: 'commit' })),
    inHost: (source) => page.evaluate<unknown>(source),
    inFrame: async (selector, source) => (await frameOf(page, selector)).evaluate<unknown>(source),
    // A renderer that spins does not end by itself.
    close: () => Promise.race([context.close(), new Promise<void>((resolve) => setTimeout(resolve, 5000))]),
  }
}

async function frameOf(page: Page, selector: string) {
  const frame = await (await page.$$(selector)).at(-1)?.contentFrame()
  if (!frame) throw new Error(`there is no frame ${selector}`)
  return frame
}
