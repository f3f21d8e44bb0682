/** The socket to the development server, which hands messages on between this page and the panels, wherever they are open. */
import { isRecord } from '../../host/worker-messages.ts'

export interface Relay {
  send(message: Readonly<Record<string, unknown>>): void
  onAsk(answerer: (method: string, params: unknown) => Promise<unknown>): void
}

const maxWaiting = 1000
const retryMs = 1000

export function openRelay(url: URL): Relay {
  url.protocol = url.protocol.replace('http', 'ws')
  url.searchParams.set('role', 'page')
  let waiting: string[] = []
  let socket: WebSocket | undefined
  let answerer: ((method: string, params: unknown) => Promise<unknown>) | undefined

  const send: Relay['send'] = (message) => {
    const text = JSON.stringify(message)
    if (socket?.readyState === WebSocket.OPEN) socket.send(text)
    else if (waiting.length < maxWaiting) waiting.push(text)
  }

  const connect = () => {
    socket = new WebSocket(url)
    socket.addEventListener('open', () => {
      const texts = waiting
      waiting = []
      send({ type: 'hello', userAgent: navigator.userAgent, url: location.href })
      for (const text of texts) socket?.send(text)
    })
    socket.addEventListener('close', () => setTimeout(connect, retryMs))
    socket.addEventListener('message', ({ data }) => {
      const message: unknown = JSON.parse(String(data))
      if (!isRecord(message) || message.type !== 'ask') return
      const { id, method, params } = message
      Promise.resolve(answerer?.(String(method), params)).then(
        (value) => send({ type: 'answer', id, ok: true, value: value ?? null }),
        (error: unknown) =>
          send({ type: 'answer', id, ok: false, value: error instanceof Error ? error.message : String(error) }),
      )
    })
  }
  connect()
  return {
    send,
    onAsk(given) {
      answerer = given
    },
  }
}
