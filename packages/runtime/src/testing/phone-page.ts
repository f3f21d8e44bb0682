/** A phone-sized browser page that opens served apps and reaches into the frame of the page on top. */
import type { Browser, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core'
import { launchBrowser } from '../../../../tests/support/browser.ts'

export interface Phone {
  page: Page
  /** What the page on top shows. */
  top: FrameLocator
  /** Node of the page on top with this id. */
  node(id: string): Locator
  tap(id: string): Promise<void>
  /** Address inside the app, `pages/home/home?id=1`. */
  route(): string
  faults: readonly string[]
  close(): Promise<void>
}

export async function launchPhones(): Promise<{
  open(url: string, options?: BrowserContextOptions): Promise<Phone>
  close(): Promise<void>
}> {
  const browser = await launchBrowser()
  return { open: (url, options) => openPhone(browser, url, options), close: () => browser.close() }
}

async function openPhone(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Phone> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 667 },
    hasTouch: true,
    isMobile: true,
    ...options,
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.exposeFunction('noteFault', (fault: string) => void faults.push(fault))
  await page.addInitScript(
    "if (window === top) addEventListener('banyan:fault', (event) => noteFault(String(event.detail)))",
  )
  await page.goto(url)
  const top = page.locator('section.page.shown:not(.popping)').last().frameLocator('iframe')
  // A finger aims at a page that stands still.
  const settled = () => page.waitForFunction(() => document.querySelector('.pushing,.popping') === null)
  return {
    page,
    top,
    node: (id) => top.locator(`#${id}`),
    async tap(id) {
      await settled()
      await top.locator(`#${id}`).tap()
    },
    route() {
      const { pathname, search } = new URL(page.url())
      return `${pathname.split('/').slice(3).join('/')}${search}`
    },
    faults,
    close: () => context.close(),
  }
}
