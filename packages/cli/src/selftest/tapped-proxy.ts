/**
 * Stands before the platform that is tested and puts a script first into each page, so that the suite can speak on the channels between
 * host and app: the worst case, in which app code has got hold of the port itself.
 */
import { createServer, request as requestHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { AddressInfo } from 'node:net'

export interface TappedProxy {
  readonly origin: string
  close(): Promise<void>
}

/** Each channel that the host makes goes over a second one, on which the suite hears and speaks. */
const tapScript = `(() => {
  const Real = MessageChannel
  const channels = (window.banyanChannels = [])
  window.MessageChannel = function MessageChannel() {
    const outer = new Real(), inner = new Real()
    const record = { sent: [], answers: [], forge: (data) => outer.port2.postMessage(data) }
    outer.port2.onmessage = ({ data, ports }) => {
      if (data && data.type === 'answer' && data.id >= 1e9) { record.answers.push(data); return }
      record.sent.push(data && data.type)
      inner.port1.postMessage(data, [...ports])
    }
    inner.port1.onmessage = ({ data, ports }) => outer.port2.postMessage(data, [...ports])
    channels.push(record)
    return { port1: outer.port1, port2: inner.port2 }
  }
  window.banyanFaults = []
  addEventListener('error', ({ message }) => banyanFaults.push(message))
  addEventListener('unhandledrejection', ({ reason }) => banyanFaults.push(String(reason)))
  window.banyanWorker = () => channels.find(({ sent }) => sent.includes('start'))
})()`

export async function startTappedProxy(target: string): Promise<TappedProxy> {
  const server = createServer((request, response) => {
    pass(new URL(target), request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!isInternet(address)) throw new Error('the proxy has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function pass(target: URL, request: IncomingMessage, response: ServerResponse): void {
  const headers = { ...request.headers, host: target.host, 'accept-encoding': 'identity' }
  if (headers.origin !== undefined) headers.origin = target.origin
  const send = target.protocol === 'https:' ? requestHttps : requestHttp
  const outgoing = send(
    new URL(request.url ?? '/', target),
    { method: request.method ?? 'GET', headers },
    (incoming) => {
      const isPage = (incoming.headers['content-type'] ?? '').startsWith('text/html')
      if (!isPage) {
        response.writeHead(incoming.statusCode ?? 502, incoming.headers)
        incoming.pipe(response)
        return
      }
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => {
        const nonce = /'nonce-([^']+)'/.exec(String(incoming.headers['content-security-policy']))?.[1] ?? ''
        const page = Buffer.concat(chunks)
          .toString()
          .replace('<head>', () => `<head><script nonce="${nonce}">${tapScript}</script>`)
        const { 'content-length': _length, ...kept } = incoming.headers
        response.writeHead(incoming.statusCode ?? 502, kept).end(page)
      })
    },
  )
  outgoing.on('error', () => response.writeHead(502).end())
  request.pipe(outgoing)
}

function isInternet(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}
