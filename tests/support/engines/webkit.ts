/**
 * WebKitGTK's MiniBrowser through its own WebDriver. The engine has no touch screen there: the driver's touches arrive as a mouse's, so one
 * finger can press and move but scrolls nothing, and a second one cannot be had.
 */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Builder, By, Capabilities, Key, Origin } from 'selenium-webdriver'
import type { WebDriver } from 'selenium-webdriver'
import { callText, EngineMissing, NotInEngine } from './engine.ts'
import type { EngineDriver, EnginePhone, FileForChooser, Helpers, InPage, PhoneSetup, TouchPoint } from './engine.ts'
import { answerNextChooser } from './file-chooser.ts'
import { fingersAt, timesOf } from './touch-frames.ts'
import { openScreen } from './xvfb.ts'
import type { Screen } from './xvfb.ts'

const program = '/usr/bin/WebKitWebDriver'
const startMs = 10_000

/** The browser's own bar has a least width that is more than a phone's. */
const narrowBar = '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px }'

export async function launchWebKit(): Promise<EngineDriver> {
  const binary = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').toSorted().at(-1)
  if (!existsSync(program) || binary === undefined) throw new EngineMissing(`WebKitGTK's driver is not at ${program}`)
  const screen = await openScreen()
  const settings = await mkdtemp(join(tmpdir(), 'banyan-webkit-'))
  await mkdir(join(settings, 'gtk-3.0'))
  await writeFile(join(settings, 'gtk-3.0', 'gtk.css'), narrowBar)
  const phones = new Set<WebKitPhone>()
  return {
    name: 'webkit',
    async openPhone(setup) {
      const phone = await openPhone({ binary, screen, settings, setup })
      phones.add(phone)
      return phone
    },
    async close() {
      await Promise.all([...phones].map((phone) => phone.close()))
      screen.close()
      await rm(settings, { recursive: true, force: true })
    },
  }
}

interface OpenOptions {
  binary: string
  screen: Screen
  settings: string
  setup: PhoneSetup
}

async function openPhone({ binary, screen, settings, setup }: OpenOptions): Promise<WebKitPhone> {
  if (setup.geolocation !== undefined) throw new NotInEngine('the driver sets no position')
  const port = await freePort()
  const env = {
    ...process.env,
    DISPLAY: screen.display,
    GDK_BACKEND: 'x11',
    NO_AT_BRIDGE: '1',
    LANG: 'zh_CN.UTF-8',
    TZ: 'Asia/Shanghai',
    XDG_CONFIG_HOME: settings,
    // The sandbox of its processes needs name spaces, which containers and root do not have.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    ...(setup.scheme === 'dark' ? { GTK_THEME: 'Adwaita:dark' } : {}),
  }
  const child = spawn(program, [`--port=${port}`], { env, stdio: 'ignore' })
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  })
  await listens(port)
  const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build()
  const phone = new WebKitPhone(driver, child)
  await phone.resize(setup.width, setup.height)
  return phone
}

class WebKitPhone implements EnginePhone {
  readonly isScrolledByTouch = false
  readonly #driver: WebDriver
  readonly #child: ChildProcess
  #isOpen = true

  constructor(driver: WebDriver, child: ChildProcess) {
    this.#driver = driver
    this.#child = child
  }

  async goto(url: string): Promise<void> {
    await this.#driver.switchTo().defaultContent()
    await this.#driver.get(url)
  }

  async reload(): Promise<void> {
    await this.#driver.switchTo().defaultContent()
    await this.#driver.navigate().refresh()
  }

  async back(): Promise<void> {
    await this.inHost(() => history.back(), undefined)
  }

  async inHost<A, R>(work: InPage<A, R>, argument: A, helpers?: Helpers): Promise<R> {
    await this.#driver.switchTo().defaultContent()
    return this.#driver.executeScript<R>(`return ${callText(work, argument, helpers)}`)
  }

  async inFrame<A, R>(selector: string, work: InPage<A, R>, argument: A, helpers?: Helpers): Promise<R> {
    await this.#driver.switchTo().defaultContent()
    const frame = (await this.#driver.findElements(By.css(selector))).at(-1)
    if (frame === undefined) throw new Error(`there is no frame ${selector}`)
    await this.#driver.switchTo().frame(frame)
    try {
      return await this.#driver.executeScript<R>(`return ${callText(work, argument, helpers)}`)
    } finally {
      await this.#driver.switchTo().defaultContent()
    }
  }

  async touch(fingers: readonly (readonly TouchPoint[])[], stays = false): Promise<void> {
    if (fingers.length > 1) throw new NotInEngine('the driver has one finger')
    await this.#driver.switchTo().defaultContent()
    const actions = this.#driver.actions({ async: true })
    let lastMs = 0
    for (const atMs of timesOf(fingers)) {
      const { down, lifted } = fingersAt(fingers, atMs, stays)
      const point = down[0]?.point
      if (point === undefined) continue
      const to = { origin: Origin.VIEWPORT, x: Math.round(point.x), y: Math.round(point.y) }
      if (atMs === 0) actions.move({ ...to, duration: 0 }).press()
      else actions.move({ ...to, duration: atMs - lastMs })
      if (lifted.length > 0) actions.release()
      lastMs = atMs
    }
    await actions.perform()
  }

  async releaseTouch(): Promise<void> {
    await this.#driver.switchTo().defaultContent()
    await this.#driver.actions({ async: true }).release().perform()
  }

  async moveMouse(x: number, y: number): Promise<void> {
    await this.#driver.switchTo().defaultContent()
    await this.#driver
      .actions({ async: true })
      .move({ origin: Origin.VIEWPORT, x: Math.round(x), y: Math.round(y), duration: 0 })
      .perform()
  }

  clickMouse(x: number, y: number): Promise<void> {
    return this.touch([
      [
        { x, y, atMs: 0 },
        { x, y, atMs: 20 },
      ],
    ])
  }

  tapWithPen(): Promise<void> {
    return Promise.reject(new NotInEngine('its driver has no pen'))
  }

  async typeText(text: string): Promise<void> {
    await this.#driver.switchTo().defaultContent()
    await this.#driver.actions({ async: true }).sendKeys(text).perform()
  }

  async pressKey(key: string): Promise<void> {
    const code = new Map<string, string>(keyCodes).get(key) ?? key
    await this.typeText(code)
  }

  async chooseFiles(files: readonly FileForChooser[], trigger: () => Promise<void>): Promise<void> {
    await this.inHost(answerNextChooser, files)
    await trigger()
  }

  /** The window has a bar of unknown height, so its inside is measured and corrected. */
  async resize(width: number, height: number): Promise<void> {
    const window = this.#driver.manage().window()
    let outer = { width, height: height + 20 }
    for (let time = 0; time < 20; time++) {
      await window.setRect({ x: 0, y: 0, ...outer })
      await wait(50)
      const inner = await this.inHost(() => ({ width: innerWidth, height: innerHeight }), undefined)
      if (inner.width === width && inner.height === height) return
      const real = await window.getRect()
      outer = { width: real.width + width - inner.width, height: real.height + height - inner.height }
    }
    throw new Error(`the window does not become ${width} x ${height}`)
  }

  setScheme(): Promise<void> {
    return Promise.reject(new NotInEngine('the scheme is fixed when the browser starts'))
  }

  setOnline(): Promise<void> {
    return Promise.reject(new NotInEngine('the driver cannot cut the network'))
  }

  takeErrors(): readonly string[] {
    return []
  }

  async screenshot(): Promise<Uint8Array> {
    return Buffer.from(await this.#driver.takeScreenshot(), 'base64')
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return
    this.#isOpen = false
    await Promise.race([this.#driver.quit().catch(() => undefined), wait(5000, undefined, { ref: false })])
    this.#child.kill()
  }
}

const keyCodes: readonly (readonly [string, string])[] = [
  ['Enter', Key.ENTER],
  ['Backspace', Key.BACK_SPACE],
  ['Delete', Key.DELETE],
  ['Tab', Key.TAB],
  ['Escape', Key.ESCAPE],
  ['ArrowLeft', Key.ARROW_LEFT],
  ['ArrowRight', Key.ARROW_RIGHT],
  ['ArrowUp', Key.ARROW_UP],
  ['ArrowDown', Key.ARROW_DOWN],
  ['Home', Key.HOME],
  ['End', Key.END],
  ['PageUp', Key.PAGE_UP],
  ['PageDown', Key.PAGE_DOWN],
  ['Space', Key.SPACE],
]

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

async function listens(port: number): Promise<void> {
  const deadline = performance.now() + startMs
  while (performance.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined)
    if (answer?.ok === true) return
    await wait(30)
  }
  throw new EngineMissing('WebKitWebDriver did not start')
}
