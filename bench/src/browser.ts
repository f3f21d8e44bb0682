import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright-core'
import { installMeter } from './meter.ts'

export interface OpenPage {
  readonly context: BrowserContext
  readonly page: Page
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['BANYAN_CHROMIUM'] || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
}

/** A phone that has never been here before. */
export async function openPhone(browser: Browser): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await context.addInitScript(installMeter)
  return { context, page: await context.newPage() }
}

/** The frame in which a page of the benchmark has been painted and reacts, and since when. */
export async function findPainted(
  page: Page,
  name: string,
): Promise<{ frame: Frame; paintedAt: number; usableAt: number }> {
  const end = performance.now() + 30_000
  while (performance.now() < end) {
    for (const frame of page.frames()) {
      const [paintedAt = 0, usableAt = 0] = await frame
        .evaluate((key) => [globalThis.benchMeter?.painted[key] ?? 0, globalThis.benchMeter?.usable[key] ?? 0], name)
        .catch(() => [])
      if (paintedAt > 0 && usableAt > 0) return { frame, paintedAt, usableAt }
    }
    await page.waitForTimeout(10)
  }
  throw new Error(`page "${name}" was not painted within 30 s`)
}

/** Lets transitions, idle work and garbage collection of the step before come to an end. */
export async function settle(page: Page, ms = 500): Promise<void> {
  await page.waitForTimeout(ms)
}
