/**
 * Hands messages on between pages of the app and panels. A page may be in the simulator's frame, in another window or on a phone in the
 * same network; a panel sees all of them. What a page has told lately is told to panels that open later.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'

export interface Relay {
  /** Takes over a connection that asks for a web socket. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

interface ConnectedPage {
  id: number
  socket: WebSocket
  info: Readonly<Record<string, unknown>>
  /** Lately told, as sent to panels. */
  told: string[]
}

const maxMessageBytes = 16 * 1024 * 1024
const maxTold = 1000

export function createRelay(): Relay {
  const server = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes })
  const pages = new Map<number, ConnectedPage>()
  const panels = new Set<WebSocket>()
  const asked = new Map<number, { panel: WebSocket; id: unknown }>()
  let lastPage = 0
  let lastAsk = 0

  const toPanels = (text: string) => {
    for (const panel of panels) panel.send(text)
  }
  const describePages = () =>
    JSON.stringify({ type: 'pages', pages: [...pages.values()].map(({ id, info }) => ({ ...info, id })) })

  function connectPage(socket: WebSocket, address: string): void {
    lastPage += 1
    const page: ConnectedPage = { id: lastPage, socket, info: { address }, told: [] }
    socket.on('message', (data) => {
      const message = parse(data)
      if (message === undefined) return
      if (message['type'] === 'hello') {
        page.info = { address, url: message['url'], userAgent: message['userAgent'] }
        pages.set(page.id, page)
        toPanels(describePages())
      } else if (message['type'] === 'answer') {
        const question = asked.get(Number(message['id']))
        asked.delete(Number(message['id']))
        question?.panel.send(JSON.stringify({ ...message, id: question.id }))
      } else {
        const text = JSON.stringify({ ...message, page: page.id })
        page.told.push(text)
        if (page.told.length > maxTold) page.told.shift()
        toPanels(text)
      }
    })
    socket.on('close', () => {
      pages.delete(page.id)
      toPanels(describePages())
    })
  }

  function connectPanel(socket: WebSocket): void {
    panels.add(socket)
    socket.send(describePages())
    for (const { told } of pages.values()) for (const text of told) socket.send(text)
    socket.on('close', () => panels.delete(socket))
    socket.on('message', (data) => {
      const message = parse(data)
      if (message?.['type'] !== 'ask') return
      const page = pages.get(Number(message['page']))
      if (page === undefined) {
        socket.send(JSON.stringify({ type: 'answer', id: message['id'], ok: false, value: 'this page is gone' }))
        return
      }
      lastAsk += 1
      asked.set(lastAsk, { panel: socket, id: message['id'] })
      page.socket.send(JSON.stringify({ ...message, id: lastAsk }))
    })
  }

  return {
    accept(request, socket, head) {
      const role = new URL(request.url ?? '/', 'http://localhost').searchParams.get('role')
      server.handleUpgrade(request, socket, head, (connected) => {
        // A connection that breaks is closed, which is all that matters here.
        connected.on('error', () => connected.terminate())
        if (role === 'panel') connectPanel(connected)
        else connectPage(connected, request.socket.remoteAddress ?? '')
      })
    },
    close() {
      for (const client of server.clients) client.terminate()
      server.close()
    },
  }
}

function parse(data: WebSocket.RawData): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(String(data))
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
