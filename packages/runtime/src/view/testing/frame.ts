/** A page frame in a real browser, driven as the host and the worker drive it. */
import { build } from 'esbuild'
import type { Browser, Frame, Page } from 'playwright-core'
import { launchBrowser } from '../../../../../tests/support/browser.ts'
import { OperationWriter } from '../../bridge/encode.ts'
import type { HostToView, ViewEnvironment, ViewToHost } from '../../bridge/frame-messages.ts'
import { trustedTypesDirectives, trustInFrames } from '../../host/trusted-scripts.ts'
import { ListenFlag } from '../../bridge/operations.ts'
import type { FromView, ToView, ViewEvent } from '../../bridge/view-messages.ts'

export type Markup = string | MarkupElement
// An interface, because a tuple may not refer to itself.
export interface MarkupElement extends ReadonlyArray<string | Readonly<Record<string, unknown>> | Markup> {
  readonly 0: string
  readonly 1: Readonly<Record<string, unknown>>
}

const policy = [
  "default-src 'none'; script-src 'nonce-test' blob:; style-src 'unsafe-inline'; img-src data: blob:; font-src data: blob:; connect-src 'none'; frame-src 'none'; form-action 'none'; base-uri 'none'",
  ...trustedTypesDirectives,
].join(';')

const lightEnvironment: ViewEnvironment = {
  theme: 'light',
  locale: 'zh_CN',
  textScale: 1,
  reducedMotion: false,
  styleV2: true,
  safeArea: { top: 0, right: 0, bottom: 20, left: 0 },
}

export interface FrameOptions {
  environment?: Partial<ViewEnvironment>
  styles?: readonly string[]
  window?: Partial<Extract<HostToView, { type: 'open' }>['window']>
  /** Answers `resource` messages: address -> SVG text. */
  pictures?: Readonly<Record<string, string>>
  /** Extra parts by name: JSON text, or a script. */
  parts?: Readonly<Record<string, string>>
  /** The height that the host tells a field of the keyboard. */
  keyboardHeightPx?: number
  /** Gives the frame the later parts of the view only by `giveParts`; else it has them before anything is rendered. */
  partsOnDemand?: boolean
}

const scripts = new Map<string, Promise<string>>()

function bundled(entry: '../main.ts' | '../later.ts'): Promise<string> {
  const script =
    scripts.get(entry) ??
    build({
      entryPoints: [new URL(entry, import.meta.url).pathname],
      bundle: true,
      write: false,
      format: 'iife',
      logLevel: 'silent',
    }).then(({ outputFiles }) => outputFiles[0]?.text ?? '')
  scripts.set(entry, script)
  return script
}

export async function launchFrames(): Promise<{
  open: (options?: FrameOptions) => Promise<TestFrame>
  close: () => Promise<void>
}> {
  const browser = await launchBrowser()
  return { open: (options = {}) => openFrame(browser, options), close: () => browser.close() }
}

async function openFrame(browser: Browser, options: FrameOptions): Promise<TestFrame> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 667 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
  })
  const page = await context.newPage()
  const test = new TestFrame(page, options)
  await page.exposeFunction('fromWorkerPort', (message: FromView) => test.worker(message))
  await page.exposeFunction('fromHostPort', (message: ViewToHost) => test.host(message))
  await page.setContent(
    '<meta name=viewport content="width=device-width"><style>*{margin:0;border:0}iframe{width:100vw;height:100vh;display:block}</style><iframe sandbox="allow-scripts"></iframe>',
  )
  const html = `<!doctype html><html><head><meta charset=utf-8><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name=viewport content="width=device-width"></head><body><script nonce=test>${trustInFrames}</script></body></html>`
  await page.evaluate(
    async ({ html: text, source, environment, open, pictures, parts, keyboardHeightPx }) => {
      const frame = document.querySelector('iframe')
      if (frame === null) return
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
      frame.srcdoc = text.replace(
        '</body>',
        () => `<script nonce=test>${source.replaceAll('</script', '<\\/script')}</script></body>`,
      )
      await loaded
      const host = new MessageChannel()
      const worker = new MessageChannel()
      const call = (name: string, message: unknown): void => void Reflect.get(window, name)(message)
      host.port1.onmessage = ({ data, ports }) => {
        if (data.type === 'ask' && data.name === 'keyboard') ports[0]?.postMessage({ height: keyboardHeightPx })
        if (data.type === 'ask' && data.name === 'part') {
          const part = parts[data.params.name]
          const type = part?.startsWith('{') === true ? 'application/json' : 'text/javascript'
          ports[0]?.postMessage(part === undefined ? null : new Blob([part], { type }))
        }

        if (data.type === 'resource') {
          const picture = pictures[data.url]
          const body = picture === undefined ? null : new Blob([picture], { type: 'image/svg+xml' })
          host.port1.postMessage({ type: 'resource', id: data.id, body })
        }
        call('fromHostPort', data)
      }
      worker.port1.onmessage = ({ data }) => call('fromWorkerPort', data)
      Object.assign(window, { hostPort: host.port1, workerPort: worker.port1 })
      frame.contentWindow?.postMessage({ type: 'banyan:view', environment }, '*', [host.port2])
      host.port1.postMessage(open, [worker.port2])
    },
    {
      html,
      source: await bundled('../main.ts'),
      environment: { ...lightEnvironment, ...options.environment },
      pictures: options.pictures ?? {},
      parts: options.parts ?? {},
      keyboardHeightPx: options.keyboardHeightPx ?? 0,
      open: {
        type: 'open',
        pageId: 1,
        route: 'pages/index/index',
        styles: options.styles ?? [],
        window: {
          enablePullDownRefresh: false,
          disableScroll: false,
          backgroundColor: '#ffffff',
          backgroundTextStyle: 'dark',
          ...options.window,
        },
      },
    },
  )
  test.frame = page.frames()[1] ?? page.mainFrame()
  if (options.partsOnDemand !== true) await test.giveParts()
  return test
}

export class TestFrame {
  readonly page: Page
  readonly options: FrameOptions
  frame: Frame
  readonly fromWorker: FromView[] = []
  readonly fromHost: ViewToHost[] = []
  readonly ids = new Map<string, number>()
  readonly #writer = new OperationWriter()
  #lastId = 0
  #sequence = 0

  constructor(page: Page, options: FrameOptions) {
    this.page = page
    this.options = options
    this.frame = page.mainFrame()
  }

  worker(message: FromView): void {
    this.fromWorker.push(message)
  }

  host(message: ViewToHost): void {
    this.fromHost.push(message)
  }

  /** Adds nodes below `parent`. `key` names a node, `on:tap` listens (its value is the flags), all else is as in WXML. */
  async render(markup: readonly Markup[], parent = 0): Promise<void> {
    for (const item of markup) this.#write(item, parent)
    await this.flush()
  }

  async change(change: (writer: OperationWriter, id: (key: string) => number) => void): Promise<void> {
    change(this.#writer, (key) => this.id(key))
    await this.flush()
  }

  async set(key: string, name: string, value: unknown): Promise<void> {
    await this.change((writer, id) => writer.setAttribute(id(key), name, value))
  }

  id(key: string): number {
    const id = this.ids.get(key)
    if (id === undefined) throw new Error(`no node ${key}`)
    return id
  }

  /** Resolves when the view has applied it. */
  async flush(): Promise<void> {
    const { operations, strings } = this.#writer.take()
    const sequence = ++this.#sequence
    await this.page.evaluate(
      ({ words, ...rest }) => {
        Reflect.get(window, 'workerPort').postMessage({
          type: 'flush',
          wantsAck: true,
          operations: Int32Array.from(words),
          ...rest,
        })
      },
      { words: [...operations], strings, sequence },
    )
    await this.until(
      () => this.fromWorker.some((message) => message.type === 'rendered' && message.sequence === sequence),
      'rendered',
    )
  }

  async send(message: ToView): Promise<void> {
    await this.page.evaluate((data) => Reflect.get(window, 'workerPort').postMessage(data), message)
  }

  async tell(message: HostToView): Promise<void> {
    await this.page.evaluate((data) => Reflect.get(window, 'hostPort').postMessage(data), message)
  }

  /** Resolves when the later parts of the view have come into effect. */
  async giveParts(): Promise<void> {
    const source = await bundled('../later.ts')
    await this.page.evaluate((text) => {
      const blob = new Blob([text], { type: 'text/javascript' })
      Reflect.get(window, 'hostPort').postMessage({ type: 'parts', source: blob })
    }, source)
    await this.frame.waitForFunction(() => document.head.firstElementChild?.textContent.includes('wx-slider{'))
  }

  events(name?: string): ViewEvent[] {
    return this.fromWorker
      .filter((message) => message.type === 'event')
      .filter((event) => name === undefined || event.name === name)
  }

  faults(): string[] {
    return this.fromWorker.filter((message) => message.type === 'fault').map(({ message }) => message)
  }

  async event(name: string): Promise<ViewEvent> {
    await this.until(() => this.events(name).length > 0, name)
    const found = this.events(name).at(-1)
    if (found === undefined) throw new Error(`no event ${name}`)
    return found
  }

  async until(isTrue: () => boolean, what: string): Promise<void> {
    const deadline = Date.now() + 10_000
    while (!isTrue()) {
      if (Date.now() > deadline) {
        throw new Error(
          `waited in vain for ${what}; seen ${JSON.stringify([...this.fromWorker, ...this.fromHost]).slice(0, 2000)}`,
        )
      }
      await this.page.waitForTimeout(10)
    }
  }

  /** One touch along the points, `[x, y, pauseMs]`. */
  async touch(points: readonly (readonly [x: number, y: number, pauseMs?: number])[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page)
    for (const [index, [x, y, pauseMs = 0]] of points.entries()) {
      await session.send('Input.dispatchTouchEvent', {
        type: index === 0 ? 'touchStart' : 'touchMove',
        touchPoints: [{ x, y }],
      })
      if (pauseMs > 0) await this.page.waitForTimeout(pauseMs)
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await session.detach()
  }

  async close(): Promise<void> {
    await this.page.context().close()
  }

  #write(markup: Markup, parent: number): void {
    const id = ++this.#lastId
    const writer = this.#writer
    if (typeof markup === 'string') {
      writer.createText(id, markup, parent, -1)
      return
    }
    const [tag, values, ...children] = markup
    writer.create(id, tag, typeof values['class'] === 'string' ? values['class'] : '', parent, -1)
    for (const [name, value] of Object.entries(values)) {
      if (name === 'key') this.ids.set(String(value), id)
      else if (name === 'style') writer.setStyle(id, String(value))
      else if (name === 'id') writer.setId(id, String(value))
      else if (name.startsWith('on:'))
        writer.listen(id, name.slice(3), typeof value === 'number' ? value : ListenFlag.bubble)
      else if (name.startsWith('model:')) writer.bindModel(id, name.slice(6), true)
      else if (name !== 'class') writer.setAttribute(id, name, value)
    }
    for (const child of children) if (isMarkup(child)) this.#write(child, id)
  }
}

function isMarkup(child: unknown): child is Markup {
  return typeof child === 'string' || Array.isArray(child)
}
