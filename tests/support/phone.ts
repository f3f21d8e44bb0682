import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { collectFaults } from './faults.ts'
import type { Faults } from './faults.ts'

/** A phone-sized touch page with one mini-program in it. */
export interface Phone {
  readonly page: Page
  /** What went wrong since the phone was opened, or since `faults.take()`. */
  readonly faults: Faults
  /** The frame of the page on top, once it shows something. */
  frame(): Promise<Frame>
  /** Visible text of the page on top. */
  text(): Promise<string>
  waitForText(text: string | RegExp, timeoutMs?: number): Promise<void>
  waitUntil(condition: (text: string) => boolean, timeoutMs?: number): Promise<void>
  /** Lets what has been started come to its end: late errors, second renders. */
  settle(frames?: number): Promise<void>
  /** Touches the first element that matches, in the page on top. */
  tap(selector: string): Promise<void>
  /** Opens another address in the same phone, and forgets the faults of the one before. */
  goto(url: string): Promise<void>
  /** Opens another page of the app that runs, as a step through the browser's history does, and forgets the faults of the one before. */
  visit(route: string): Promise<void>
  close(): Promise<void>
}

export interface PhoneOptions {
  colorScheme?: 'light' | 'dark'
  locale?: string
}

const size = { width: 390, height: 844 }
const patienceMs = 15_000
const settlingFrames = 10
const closingMs = 10_000
/** Far above every real depth: each page that is visited stands below the one before, so that it takes the place of all. */
const visitingDepth = 10_000

export async function openApp(browser: Browser, url: string, options: PhoneOptions = {}): Promise<Phone> {
  const context: BrowserContext = await browser.newContext({
    viewport: size,
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: options.locale ?? 'zh-CN',
    colorScheme: options.colorScheme ?? 'light',
  })
  const page = await context.newPage()
  const faults = await collectFaults(page)
  await page.goto(url)

  async function frame(): Promise<Frame> {
    const deadline = Date.now() + patienceMs
    for (;;) {
      const found = await topFrame(page).catch(() => undefined)
      if (found) return found
      if (Date.now() > deadline) throw new Error(`No page frame appeared at ${page.url()}\n${faults.describe()}`)
      await nextFrame(page)
    }
  }

  async function text(): Promise<string> {
    return (await frame()).evaluate(() => document.body.innerText)
  }

  async function waitUntil(
    condition: (text: string) => boolean,
    timeoutMs = patienceMs,
    wanted: string | RegExp = 'what was waited for',
  ): Promise<void> {
    const deadline = Date.now() + timeoutMs
    let last = ''
    while (Date.now() < deadline) {
      // The frame on top may be replaced while it is being read.
      last = await text().catch(() => last)
      if (condition(last)) return
      await nextFrame(page)
    }
    throw new Error(`The page never showed ${wanted}; it shows:\n${last.slice(0, 2000)}\n${faults.describe()}`)
  }

  let depth = visitingDepth

  return {
    page,
    faults,
    frame,
    text,
    waitForText: (wanted, timeoutMs) =>
      waitUntil((text) => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)), timeoutMs, wanted),
    waitUntil,
    async settle(frames = settlingFrames) {
      for (let frame = 0; frame < frames; frame++) await nextFrame(page)
    },
    async tap(selector) {
      // The page that has the element may still be on its way to the top. Once it is there, the tap is tried once and never repeated.
      const deadline = Date.now() + patienceMs
      for (;;) {
        const target = (await frame()).locator(selector).first()
        if ((await target.count().catch(() => 0)) > 0 || Date.now() > deadline) {
          await target.tap({ timeout: patienceMs })
          return
        }
        await nextFrame(page)
      }
    },
    async goto(next) {
      // What the page before still has to say is said by the time that an empty one stands in its place.
      await page.goto('about:blank')
      faults.take()
      await page.goto(next)
    },
    async visit(route) {
      const before = await topFrame(page)
      faults.take()
      depth -= 1
      await page.evaluate(
        (entry) => {
          const state = { banyan: entry }
          history.pushState(state, '')
          dispatchEvent(new PopStateEvent('popstate', { state }))
        },
        { depth, place: { route, query: {} } },
      )
      const deadline = Date.now() + patienceMs
      for (;;) {
        const top = await topFrame(page).catch(() => undefined)
        if (top !== undefined && top !== before) return
        if (Date.now() > deadline) throw new Error(`${route} never came to the top\n${faults.describe()}`)
        await nextFrame(page)
      }
    },
    // A page in the middle of a reload can keep its context from closing; the browser's own end takes it along then.
    close: () => Promise.race([context.close(), wait(closingMs, undefined, { ref: false })]),
  }
}

/** The frame that a finger in the middle of the screen would touch, when it has content. */
async function topFrame(page: Page): Promise<Frame | undefined> {
  const handle = await page.evaluateHandle(() => {
    const frames: HTMLIFrameElement[] = []
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element instanceof HTMLIFrameElement) frames.push(element)
        if (element.shadowRoot) visit(element.shadowRoot)
      }
    }
    visit(document)
    const hit = (frame: HTMLIFrameElement): boolean => {
      const root = frame.getRootNode()
      if (!(root instanceof Document || root instanceof ShadowRoot)) return false
      return root.elementsFromPoint(innerWidth / 2, innerHeight / 2).find((each) => each.tagName === 'IFRAME') === frame
    }
    return frames.find(hit) ?? null
  })
  const element = handle.asElement()
  const frame = await element?.contentFrame()
  if (!frame) return undefined
  const hasContent = await frame.evaluate(() => document.body.childElementCount > 0).catch(() => false)
  return hasContent ? frame : undefined
}

/** Waits for the browser, not for a clock: the next animation frame of the host page. */
async function nextFrame(page: Page): Promise<void> {
  await page
    .evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 16))))
    // The page may be reloading; whoever waits looks again.
    .catch(() => page.waitForLoadState('domcontentloaded'))
}
