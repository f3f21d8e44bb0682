/** Firefox through Puppeteer over WebDriver BiDi; touches are BiDi's input pointers: trusted, but they scroll nothing. */
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { launch } from 'puppeteer-core'
import type { Browser, BrowserContext, Frame, KeyInput, Page, TouchHandle } from 'puppeteer-core'
import { callText, EngineMissing, NotInEngine } from './engine.ts'
import type { EngineDriver, EnginePhone, FileForChooser, Helpers, InPage, PhoneSetup, TouchPoint } from './engine.ts'
import { answerNextChooser } from './file-chooser.ts'
import { onceMoreIfInterrupted } from './interrupted.ts'
import { fingersAt, timesOf } from './touch-frames.ts'

const preferences = {
  // A desktop's Firefox has no touch events unless it is told so.
  'dom.w3c_touch_events.enabled': 1,
  // A phone's scroll bars take no room.
  'widget.gtk.overlay-scrollbars.enabled': true,
  'ui.useOverlayScrollbars': 1,
  'intl.accept_languages': 'zh-CN,zh',
  'media.navigator.permission.disabled': true,
  'media.navigator.streams.fake': true,
  'media.autoplay.default': 0,
  'media.volume_scale': '0.0',
  'geo.prompt.testing': true,
  'geo.prompt.testing.allow': true,
  'dom.events.asyncClipboard.readText': true,
  'dom.events.testing.asyncClipboard': true,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
}

export async function launchFirefox(options: { isHeaded?: boolean } = {}): Promise<EngineDriver> {
  const executablePath = process.env['BANYAN_FIREFOX'] ?? '/usr/bin/firefox-esr'
  if (!existsSync(executablePath)) throw new EngineMissing(`Firefox is not at ${executablePath}`)
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: options.isHeaded !== true,
    extraPrefsFirefox: preferences,
    timeout: 60_000,
    protocolTimeout: 30_000,
  })
  return { name: 'firefox', openPhone: (setup) => openPhone(browser, setup), close: () => browser.close() }
}

async function openPhone(browser: Browser, setup: PhoneSetup): Promise<EnginePhone> {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.setViewport({ width: setup.width, height: setup.height })
  const phone = new FirefoxPhone(context, page)
  if (setup.scheme === 'dark') await phone.setScheme('dark')
  if (setup.geolocation !== undefined) await page.setGeolocation(setup.geolocation)
  return phone
}

/** Firefox reports what its network refused as if a script had thrown it. */
const ofTheNetwork =
  /^(?:Error: )?(?:Cross-Origin Request Blocked|Firefox can’t establish a connection|downloadable font:)/

class FirefoxPhone implements EnginePhone {
  readonly isScrolledByTouch = false
  readonly #context: BrowserContext
  readonly #page: Page
  #errors: string[] = []
  #resting: TouchHandle[] = []

  constructor(context: BrowserContext, page: Page) {
    this.#context = context
    this.#page = page
    page.on('pageerror', (error) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      if (!ofTheNetwork.test(text)) this.#errors.push(text)
    })
  }

  async goto(url: string): Promise<void> {
    await onceMoreIfInterrupted(() => this.#page.goto(url, { waitUntil: 'domcontentloaded' }))
  }

  async reload(): Promise<void> {
    await onceMoreIfInterrupted(() => this.#page.reload({ waitUntil: 'domcontentloaded' }))
  }

  async back(): Promise<void> {
    await this.#page.evaluate(() => history.back())
  }

  inHost<A, R>(work: InPage<A, R>, argument: A, helpers?: Helpers): Promise<R> {
    return this.#page.evaluate<[], () => R>(callText(work, argument, helpers))
  }

  async inFrame<A, R>(selector: string, work: InPage<A, R>, argument: A, helpers?: Helpers): Promise<R> {
    return (await this.#frame(selector)).evaluate<[], () => R>(callText(work, argument, helpers))
  }

  async touch(fingers: readonly (readonly TouchPoint[])[], stays = false): Promise<void> {
    const handles = new Map<number, TouchHandle>()
    const began = performance.now()
    for (const atMs of timesOf(fingers)) {
      const late = atMs - (performance.now() - began)
      if (late > 0) await wait(late)
      const { down, lifted } = fingersAt(fingers, atMs, stays)
      for (const { id, point } of down) {
        const handle = handles.get(id)
        if (handle === undefined) handles.set(id, await this.#page.touchscreen.touchStart(point.x, point.y))
        else if (!lifted.includes(id) || hasMoved(fingers[id])) await handle.move(point.x, point.y)
      }
      for (const id of lifted) {
        await handles.get(id)?.end()
        handles.delete(id)
      }
    }
    this.#resting.push(...handles.values())
  }

  async releaseTouch(): Promise<void> {
    for (const handle of this.#resting.splice(0)) await handle.end()
  }

  moveMouse(x: number, y: number): Promise<void> {
    return this.#page.mouse.move(x, y)
  }

  clickMouse(x: number, y: number): Promise<void> {
    return this.#page.mouse.click(x, y)
  }

  tapWithPen(): Promise<void> {
    return Promise.reject(new NotInEngine('its driver has no pen'))
  }

  typeText(text: string): Promise<void> {
    return this.#page.keyboard.type(text)
  }

  pressKey(key: string): Promise<void> {
    return this.#page.keyboard.press(asKey(key))
  }

  async chooseFiles(files: readonly FileForChooser[], trigger: () => Promise<void>): Promise<void> {
    await this.inHost(answerNextChooser, files)
    await trigger()
  }

  resize(width: number, height: number): Promise<void> {
    return this.#page.setViewport({ width, height })
  }

  setScheme(scheme: 'light' | 'dark'): Promise<void> {
    return supported(this.#page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]))
  }

  setOnline(isOnline: boolean): Promise<void> {
    return supported(this.#page.setOfflineMode(!isOnline))
  }

  takeErrors(): readonly string[] {
    return this.#errors.splice(0)
  }

  screenshot(): Promise<Uint8Array> {
    return this.#page.screenshot()
  }

  async close(): Promise<void> {
    await Promise.race([this.#context.close(), wait(5000, undefined, { ref: false })])
  }

  async #frame(selector: string): Promise<Frame> {
    const handle = await this.#page.evaluateHandle(
      (wanted: string) => Array.from(document.querySelectorAll(wanted)).at(-1) ?? null,
      selector,
    )
    const frame = await handle.asElement()?.contentFrame()
    if (!frame) throw new Error(`there is no frame ${selector}`)
    return frame
  }
}

function hasMoved(path: readonly TouchPoint[] = []): boolean {
  return path.some(({ x, y }) => x !== path[0]?.x || y !== path[0].y)
}

async function supported(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    throw new NotInEngine(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

const keys = new Set<string>([
  ...[
    'Enter',
    'Backspace',
    'Delete',
    'Tab',
    'Escape',
    'ArrowLeft',
    'ArrowRight',
    'ArrowUp',
    'ArrowDown',
    'Home',
    'End',
  ],
  ...['PageUp', 'PageDown', 'Space', 'Shift', 'Control', 'Alt'],
])

function isKey(key: string): key is KeyInput {
  return keys.has(key) || key.length === 1
}

function asKey(key: string): KeyInput {
  if (!isKey(key)) throw new NotInEngine(`no key ${key}`)
  return key
}
