/** The suite in the Chromium, Chrome or Edge of this machine. */
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import type { SelftestBrowser, SelftestPage } from './browser.ts'

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
