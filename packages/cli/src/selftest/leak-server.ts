/** The attacker of the isolation tests: counts whatever arrives, by the name of the probe, and serves the unprotected control page. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LeakServer {
  readonly origin: string
  /** Names of the probes whose requests have arrived. */
  readonly arrived: ReadonlySet<string>
  /** Serves a text at a path, with its media type by the extension. */
  serve(path: string, content: string): void
  close(): Promise<void>
}

export async function startLeakServer(): Promise<LeakServer> {
  const arrived = new Set<string>()
  const files = new Map<string, string>()
  const note = (address: string | undefined) => {
    const url = new URL(address ?? '/', 'http://attacker')
    const probe = url.searchParams.get('probe')
    if (probe !== null) arrived.add(probe)
    return url
  }
  const server = createServer((request, response) => {
    const url = note(request.url)
    const file = files.get(url.pathname)
    const type = url.pathname.endsWith('.html') ? 'text/html' : 'text/javascript'
    response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' })
    response.end(file ?? '')
  })
  server.on('upgrade', (request, socket) => {
    note(request.url)
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!isInternet(address)) throw new Error('the attacker has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    arrived,
    serve: (path, content) => void files.set(path, content),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function isInternet(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}
