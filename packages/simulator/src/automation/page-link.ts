/** The page under test, reached as panels reach it: by the development server's socket. */
import { once } from 'node:events'
import { WebSocket } from 'ws'

export interface PageLink {
  /** Waits for a page when none is open yet. */
  ask(method: string, params: unknown): Promise<unknown>
  close(): void
}

const pageTimeoutMs = 20_000

export async function openPageLink(url: string, onEvent: (name: string, value: unknown) => void): Promise<PageLink> {
  const socket = new WebSocket(url)
  const answers = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const waiting = new Set<() => void>()
  let page: unknown
  let lastId = 0
  socket.on('message', (data) => {
    const message: Readonly<Record<string, unknown>> = JSON.parse(String(data))
    if (message['type'] === 'pages' && Array.isArray(message['pages'])) {
      page = message['pages'].at(-1)?.id
      if (page !== undefined) for (const go of waiting) go()
    } else if (message['type'] === 'event') onEvent(String(message['name']), message['value'])
    else if (message['type'] === 'answer') {
      const asked = answers.get(Number(message['id']))
      answers.delete(Number(message['id']))
      if (message['ok'] === true) asked?.resolve(message['value'])
      else asked?.reject(new Error(String(message['value'])))
    }
  })
  await once(socket, 'open')

  const somePage = () =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(go)
        reject(new Error('no page of the mini-program is open'))
      }, pageTimeoutMs)
      const go = () => {
        clearTimeout(timer)
        waiting.delete(go)
        resolve()
      }
      waiting.add(go)
    })

  return {
    async ask(method, params) {
      if (page === undefined) await somePage()
      lastId += 1
      const id = lastId
      const answer = new Promise((resolve, reject) => answers.set(id, { resolve, reject }))
      socket.send(JSON.stringify({ type: 'ask', page, id, method, params }))
      return answer
    },
    close: () => socket.terminate(),
  }
}
