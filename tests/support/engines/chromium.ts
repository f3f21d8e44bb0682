/** Chromium through Playwright; touches go through the DevTools protocol, as the browser gets them from a screen. */
import { setTimeout as wait } from 'node:timers/promises'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, CDPSession, Frame, Page } from 'playwright-core'
import { callText, EngineMissing } from './engine.ts'
import type { EngineDriver, EnginePhone, FileForChooser, Helpers, InPage, PhoneSetup, TouchPoint } from './engine.ts'
import { onceMoreIfInterrupted } from './interrupted.ts'
import { fingersAt, timesOf } from './touch-frames.ts'

/** What is not named here is denied. */
const permissions = [
  ...['geolocation', 'camera', 'microphone', 'clipboard-read', 'clipboard-write', 'notifications'],
  ...['accelerometer', 'gyroscope', 'magnetometer'],
]

export async function launchChromium(options: { isHeaded?: boolean } = {}): Promise<EngineDriver> {
  const executablePath = process.env['BANYAN_CHROMIUM'] ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) throw new EngineMissing(`Chromium is not at ${executablePath}`)
  const browser = await chromium.launch({
    executablePath,
    headless: options.isHeaded !== true,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--mute-audio',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  })
  return { name: 'chromium', openPhone: (setup) => openPhone(browser, setup), close: () => browser.close() }
}

async function openPhone(browser: Browser, setup: PhoneSetup): Promise<EnginePhone> {
  const context = await browser.newContext({
    viewport: { width: setup.width, height: setup.height },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: setup.scheme,
    permissions,
    ...(setup.geolocation === undefined ? {} : { geolocation: setup.geolocation }),
  })
  const page = await context.newPage()
  return new ChromiumPhone(context, page, await context.newCDPSession(page))
}

/** A gap this long between two points is a finger that rests. */
const restMs = 100

class ChromiumPhone implements EnginePhone {
  readonly isScrolledByTouch = true
  readonly #context: BrowserContext
  readonly #page: Page
  readonly #protocol: CDPSession
  #errors: string[] = []

  constructor(context: BrowserContext, page: Page, protocol: CDPSession) {
    this.#context = context
    this.#page = page
    this.#protocol = protocol
    page.on('pageerror', (error) => this.#errors.push(error.stack ?? error.message))
    page.on('crash', () => this.#errors.push('the page crashed'))
  }

  async goto(url: string): Promise<void> {
    await onceMoreIfInterrupted(() => this.#page.goto(url, { waitUntil: 'commit' }))
  }

  async reload(): Promise<void> {
    await this.#page.reload({ waitUntil: 'commit' })
  }

  async back(): Promise<void> {
    await this.#page.evaluate(() => history.back())
  }

  inHost<A, R>(work: InPage<A, R>, argument: A, helpers?: Helpers): Promise<R> {
    return this.#page.evaluate<R>(callText(work, argument, helpers))
  }

  async inFrame<A, R>(selector: string, work: InPage<A, R>, argument: A, helpers?: Helpers): Promise<R> {
    return (await this.#frame(selector)).evaluate<R>(callText(work, argument, helpers))
  }

  async touch(fingers: readonly (readonly TouchPoint[])[], stays = false): Promise<void> {
    const began = performance.now()
    let before = new Set<number>()
    let previousMs = 0
    for (const atMs of timesOf(fingers)) {
      const gapMs = atMs - previousMs
      previousMs = atMs
      // On a busy machine the moves fall behind their times; a rest must still be one.
      const early = gapMs >= restMs ? gapMs : atMs - (performance.now() - began)
      if (early > 0) await wait(early)
      const { down, lifted } = fingersAt(fingers, atMs, stays)
      const touchPoints = down.map(({ id, point }) => ({ id, x: point.x, y: point.y }))
      const isNew = down.some(({ id }) => !before.has(id))
      if (down.length > 0) await this.#send(isNew ? 'touchStart' : 'touchMove', touchPoints)
      if (lifted.length > 0) {
        const rest = touchPoints.filter(({ id }) => !lifted.includes(id))
        // An end is the end of all; a finger that is no longer named has left.
        await this.#send(rest.length === 0 ? 'touchEnd' : 'touchMove', rest)
      }
      before = new Set(down.map(({ id }) => id).filter((id) => !lifted.includes(id)))
    }
  }

  releaseTouch(): Promise<void> {
    return this.#send('touchEnd', [])
  }

  moveMouse(x: number, y: number): Promise<void> {
    return this.#page.mouse.move(x, y)
  }

  clickMouse(x: number, y: number): Promise<void> {
    return this.#page.mouse.click(x, y)
  }

  async tapWithPen(x: number, y: number): Promise<void> {
    const tip = { x, y, button: 'left', clickCount: 1, pointerType: 'pen', force: 0.5 } as const
    await this.#protocol.send('Input.dispatchMouseEvent', { ...tip, type: 'mousePressed', buttons: 1 })
    await this.#protocol.send('Input.dispatchMouseEvent', { ...tip, type: 'mouseReleased', buttons: 0 })
  }

  typeText(text: string): Promise<void> {
    return this.#page.keyboard.type(text)
  }

  pressKey(key: string): Promise<void> {
    return this.#page.keyboard.press(key)
  }

  async chooseFiles(files: readonly FileForChooser[], trigger: () => Promise<void>): Promise<void> {
    const [chooser] = await Promise.all([this.#page.waitForEvent('filechooser'), trigger()])
    await chooser.setFiles(
      files.map(({ name, type, base64 }) => ({ name, mimeType: type, buffer: Buffer.from(base64, 'base64') })),
    )
  }

  resize(width: number, height: number): Promise<void> {
    return this.#page.setViewportSize({ width, height })
  }

  setScheme(scheme: 'light' | 'dark'): Promise<void> {
    return this.#page.emulateMedia({ colorScheme: scheme })
  }

  setOnline(isOnline: boolean): Promise<void> {
    return this.#context.setOffline(!isOnline)
  }

  takeErrors(): readonly string[] {
    const taken = this.#errors
    this.#errors = []
    return taken
  }

  screenshot(): Promise<Uint8Array> {
    return this.#page.screenshot()
  }

  async close(): Promise<void> {
    // A page in the middle of a load can keep its context from closing; the browser's own end takes it along then.
    await Promise.race([this.#context.close(), wait(5000, undefined, { ref: false })])
  }

  async #frame(selector: string): Promise<Frame> {
    const handle = await this.#page.evaluateHandle(
      (wanted) => Array.from(document.querySelectorAll(wanted)).at(-1) ?? null,
      selector,
    )
    const frame = await handle.asElement()?.contentFrame()
    await handle.dispose()
    if (!frame) throw new Error(`there is no frame ${selector}`)
    return frame
  }

  async #send(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    touchPoints: { id: number; x: number; y: number }[],
  ): Promise<void> {
    await this.#protocol.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
}
