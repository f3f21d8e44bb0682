/** The panels' end of the relay: asks pages, hears what they tell. */
import { isRecord } from './dom.ts'

interface PageInfo {
  id: number
  url: string
  address: string
  userAgent: string
}

export interface Connection {
  readonly pages: readonly PageInfo[]
  /** The page that the panels are about. */
  current: number | undefined
  ask(method: string, params?: Readonly<Record<string, unknown>>): Promise<unknown>
  /** `''` hears of pages that come and go. */
  on(name: string, listener: (value: Readonly<Record<string, unknown>>) => void): void
}

export function connect(): Connection {
  const url = new URL('devtools?role=panel', location.href)
  url.protocol = url.protocol.replace('http', 'ws')
  const listeners = new Map<string, ((value: Readonly<Record<string, unknown>>) => void)[]>()
  const asked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let socket: WebSocket
  let lastId = 0
  let pages: readonly PageInfo[] = []

  const connection: Connection = {
    get pages() {
      return pages
    },
    current: undefined,
    ask(method, params = {}) {
      lastId += 1
      const id = lastId
      const { current } = connection
      if (current === undefined || socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('no page'))
      socket.send(JSON.stringify({ type: 'ask', id, page: current, method, params }))
      return new Promise((resolve, reject) => asked.set(id, { resolve, reject }))
    },
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener])
    },
  }
  const tell = (name: string, value: unknown) => {
    for (const listener of listeners.get(name) ?? []) listener(isRecord(value) ? value : {})
  }
  const open = () => {
    socket = new WebSocket(url)
    socket.addEventListener('close', () => setTimeout(open, 1000))
    socket.addEventListener('message', ({ data }) => {
      const message: unknown = JSON.parse(String(data))
      if (!isRecord(message)) return
      if (message['type'] === 'pages') {
        pages = Array.isArray(message['pages']) ? message['pages'] : []
        // A page that starts anew is another one; the newest is what the developer looks at.
        if (!pages.some(({ id }) => id === connection.current)) connection.current = pages.at(-1)?.id
        tell('', {})
      } else if (message['type'] === 'answer') {
        const question = asked.get(Number(message['id']))
        asked.delete(Number(message['id']))
        if (message['ok'] === true) question?.resolve(message['value'])
        else question?.reject(new Error(String(message['value'])))
      } else if (message['page'] === connection.current) {
        tell(String(message['name']), message['value'])
      }
    })
  }
  open()
  return connection
}
