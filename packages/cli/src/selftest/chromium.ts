/** The suite in the Chromium, Chrome or Edge of this machine. */
import { chromium } from 'playwright-core'
import type { Browser, CDPSession, Page } from 'playwright-core'
import type { SelftestBrowser, SelftestPage } from './browser.ts'

const heapMegabytes = 512

export async function launchChromium(executablePath: string): Promise<SelftestBrowser> {
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--mute-audio'],
      // As on a phone: an app that eats memory comes to its end before the machine does.
      `--js-flags=--max-old-space-size=${heapMegabytes}`,
    ],
  })
  return { openPage: () => openPage(browser), close: () => browser.close() }
}

async function openPage(browser: Browser): Promise<SelftestPage> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  const host = await context.newCDPSession(page)
  return {
    goto: async (url) => void (await page.goto(url, { waitUntil: 'commit' })),
    inHost: (source) => evaluate(host, source),
    inFrame: async (selector, source) => (await frameOf(page, selector)).evaluate<unknown>(source),
    // A renderer that spins does not end by itself.
    close: () => Promise.race([context.close(), new Promise<void>((resolve) => setTimeout(resolve, 5000))]),
  }
}

/** Playwright gives a page up when the process of one of its frames ends; the host page goes on all the same. */
async function evaluate(session: CDPSession, expression: string): Promise<unknown> {
  const given = { expression, awaitPromise: true, returnByValue: true }
  const { result, exceptionDetails: fault } = await session.send('Runtime.evaluate', given)
  if (fault !== undefined) throw new Error(fault.exception?.description ?? fault.text)
  return result.value
}

async function frameOf(page: Page, selector: string) {
  const frame = await (await page.$$(selector)).at(-1)?.contentFrame()
  if (!frame) throw new Error(`there is no frame ${selector}`)
  return frame
}
