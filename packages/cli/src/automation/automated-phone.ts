/** A phone that tests drive: the app in a browser without a window, behind the web socket of WeChat's automation protocol. */
import { startAutomation } from '@banyan/simulator'
import { chromium } from 'playwright-core'

export interface AutomatedPhone {
  /** For `automator.connect({ wsEndpoint })`. */
  readonly url: string
  close(): Promise<void>
}

export interface AutomatedPhoneOptions {
  /** Address of a development server's app. */
  appUrl: string
  /** 0 takes any free port. */
  port: number
  /** Chromium, Chrome or Edge. */
  browserPath: string
  /** The tests have closed the project. */
  onClose?: () => void
}

export async function startAutomatedPhone(options: AutomatedPhoneOptions): Promise<AutomatedPhone> {
  const { appUrl, port, browserPath, onClose } = options
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--mute-audio'],
  })
  try {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    })
    const page = await context.newPage()
    await page.goto(appUrl)
    const server = await startAutomation({
      appUrl,
      port,
      screenshot: () => page.screenshot(),
      ...(onClose && { onClose }),
    })
    return {
      url: server.url,
      async close() {
        await server.close()
        await browser.close()
      },
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}
