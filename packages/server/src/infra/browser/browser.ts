/**
 * A headless Chromium of the machine, for looking at pages of this platform. It reaches nothing but the given origin, is started for a job and
 * ended with it, and everything that it does has an end.
 */
import { access, constants } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import type { BrowserContext } from 'playwright-core'
import { lookAtPage, type Look } from './look-at-page.ts'

export interface BrowserSession {
  look(url: string): Promise<Look>
  close(): Promise<void>
}

export interface Browsers {
  /** False when this machine has none; asked each time, since one may be installed meanwhile. */
  isThere(): Promise<boolean>
  /** Requests to other origins are refused. */
  open(origin: string): Promise<BrowserSession>
}

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const launchMs = 30_000

/** Where a Chromium usually lies, if there is one. */
export function findChromium(): string | undefined {
  return usualPlaces.find((path) => existsSync(path))
}

export function chromiumAt(executablePath: string | undefined): Browsers {
  return {
    async isThere() {
      if (executablePath === undefined) return false
      return access(executablePath, constants.X_OK).then(
        () => true,
        () => false,
      )
    },
    async open(origin) {
      const { chromium } = await import('playwright-core')
      const browser = await chromium.launch({
        ...(executablePath !== undefined && { executablePath }),
        timeout: launchMs,
        // Chromium's own sandbox refuses to work for root. Packages run in the sandbox of the platform either way.
        args: [
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          ...['--disable-quic', '--no-first-run', '--disable-background-networking', '--mute-audio'],
        ],
      })
      try {
        const newContext = async (): Promise<BrowserContext> => {
          const context = await browser.newContext({
            viewport: { width: 390, height: 844 },
            hasTouch: true,
            isMobile: true,
            locale: 'zh-CN',
            timezoneId: 'Asia/Shanghai',
            serviceWorkers: 'block',
            acceptDownloads: false,
          })
          await context.route(
            (url) => url.origin !== origin && (url.protocol === 'http:' || url.protocol === 'https:'),
            (route) => route.abort('blockedbyclient'),
          )
          return context
        }
        return {
          async look(url) {
            // Each page by itself: nothing that another one has kept.
            const context = await newContext()
            try {
              return await lookAtPage(context, url)
            } finally {
              await context.close()
            }
          },
          close: () => browser.close(),
        }
      } catch (error) {
        await browser.close()
        throw error
      }
    },
  }
}
