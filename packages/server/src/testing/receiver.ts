/** A server of somebody else, which remembers what it was sent. */
import { createServer } from 'node:http'
import { once } from 'node:events'

export interface Received {
  method: string
  url: URL
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: string
}

export interface Receiver {
  url: string
  received: Received[]
  /** Resolves with the first that fits, come or still to come. */
  next(fits: (request: Received) => boolean): Promise<Received>
  stop(): Promise<void>
}

export async function startReceiver(
  answer: (request: Received) => { status?: number; body?: string } = () => ({}),
): Promise<Receiver> {
  const received: Received[] = []
  const waiting = new Set<() => void>()
  const server = createServer((request, response) => {
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    request.on('end', () => {
      const entry: Received = {
        method: request.method ?? '',
        url: new URL(request.url ?? '/', 'http://receiver'),
        headers: request.headers,
        body: Buffer.concat(chunks).toString('latin1'),
      }
      const { status = 200, body = '' } = answer(entry)
      received.push(entry)
      response.writeHead(status).end(body)
      for (const look of waiting) look()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    next: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = received.find(fits)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
