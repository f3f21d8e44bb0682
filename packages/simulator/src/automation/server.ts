/** The web socket of WeChat's automation protocol: what `miniprogram-automator` asks goes to the page, and its events come back. */
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { openPageLink } from './page-link.ts'

export interface AutomationOptions {
  /** Address of a development server's app, as `DevServer.url`. */
  appUrl: string
  /** 0 takes any free port. */
  port: number
  /** A PNG of the phone; without it tests get an error. */
  screenshot?: () => Promise<Uint8Array>
  /** The client has closed the project. */
  onClose?: () => void
}

export interface AutomationServer {
  /** For `automator.connect({ wsEndpoint })`. */
  readonly url: string
  close(): Promise<void>
}

type Params = Readonly<Record<string, unknown>>

/** Listens on this machine only: whoever connects may do everything in the app. */
export async function startAutomation(options: AutomationOptions): Promise<AutomationServer> {
  const clients = new Map<WebSocket, { hasLog: boolean }>()
  const panelUrl = new URL('-/devtools?role=panel', options.appUrl)
  panelUrl.protocol = 'ws:'
  const tell = (method: string, params: unknown) => {
    for (const [client, { hasLog }] of clients) {
      if (hasLog || method === 'App.bindingCalled') client.send(JSON.stringify({ method, params }))
      else if (method === 'App.exceptionThrown') client.send(JSON.stringify({ method, params }))
    }
  }
  const page = await openPageLink(panelUrl.href, (name, value) => {
    if (name === 'binding') tell('App.bindingCalled', value)
    if (!isRecord(value)) return
    const args = Array.isArray(value['args']) ? value['args'] : []
    if (name === 'printed') tell('App.logAdded', { type: value['level'], args })
    if (name === 'console' && value['isFault'] === true) {
      const text = String(args[0] ?? '')
      tell('App.exceptionThrown', { message: text.split('\n')[0], stack: text })
    }
  })

  const tools: Readonly<Record<string, (params: Params) => unknown>> = {
    async 'Tool.getInfo'() {
      const info = await page.ask('App.callWxMethod', { method: 'getAppBaseInfo', args: [] })
      const result = isRecord(info) && isRecord(info['result']) ? info['result'] : {}
      return { SDKVersion: result['SDKVersion'] ?? 'dev' }
    },
    'Tool.getTestAccounts': () => ({ accounts: [] }),
    'Tool.close'() {
      setTimeout(() => options.onClose?.(), 0)
      return {}
    },
    'App.exit': () => ({}),
    async 'App.captureScreenshot'() {
      if (options.screenshot === undefined) throw new Error('screenshots need the browser that `banyan auto` opens')
      return { data: Buffer.from(await options.screenshot()).toString('base64') }
    },
  }

  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: options.port,
    // A page in a browser says where it comes from; a test does not.
    verifyClient: ({ req }: { req: IncomingMessage }) => req.headers.origin === undefined,
  })
  server.on('connection', (client) => {
    const state = { hasLog: false }
    clients.set(client, state)
    client.on('error', () => client.terminate())
    client.on('close', () => clients.delete(client))
    client.on('message', (data) => void answer(client, state, String(data)))
  })

  async function answer(client: WebSocket, state: { hasLog: boolean }, text: string): Promise<void> {
    const message = read(text)
    if (message === undefined) return
    const { id, method, params } = message
    const given = isRecord(params) ? params : {}
    try {
      if (method === 'App.enableLog') state.hasLog = true
      const result = method === 'App.enableLog' ? {} : await carryOut(String(method), given)
      client.send(JSON.stringify({ id, result: result ?? {} }))
    } catch (error) {
      client.send(JSON.stringify({ id, error: { message: error instanceof Error ? error.message : String(error) } }))
    }
  }

  function carryOut(method: string, params: Params): unknown {
    const tool = tools[method]
    if (tool !== undefined) return tool(params)
    if (!/^(?:App|Page|Element)\./.test(method)) throw new Error(`${method} is not supported`)
    return page.ask(method, params)
  }

  await once(server, 'listening').catch((error: unknown) => {
    page.close()
    throw error
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  return {
    url: `ws://127.0.0.1:${port}`,
    async close() {
      page.close()
      for (const client of server.clients) client.terminate()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}

function read(text: string): Params | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Params {
  return typeof value === 'object' && value !== null
}
