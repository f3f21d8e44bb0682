import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

/**
 * Chromium as a phone would have it apart from the hardware: without a graphics card its own process would only imitate one.
 * `BANYAN_CHROMIUM` names another binary.
 */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    // Not as a context's `timezoneId`: that is lost for a moment in the app's worker when a page of it goes.
    env: { ...process.env, TZ: 'Asia/Shanghai' },
    executablePath: process.env['BANYAN_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--mute-audio',
      '--disable-gpu',
    ],
  })
}
