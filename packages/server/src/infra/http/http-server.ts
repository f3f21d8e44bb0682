/** Listens, and stops in order: no new connections, requests under way may finish, then the rest is cut. */
import { createAdaptorServer } from '@hono/node-server'
import { Server } from 'node:http'
import { StartupError } from '#infra/startup-error.ts'
import { hasCode } from '#infra/files.ts'
import { createContentSite } from './content-site.ts'
import type { HttpApp } from './http-env.ts'

export interface HttpServer {
  port: number
  drain(timeoutMs: number): Promise<void>
}

const headerLimitBytes = 64 * 1024
const fileFolders = ['/p/', '/-/runtime/', '/-/preview/']

export interface Listener {
  http: HttpApp
  /** Asked first, without the frame around the other routes; undefined passes the request on. */
  deliver: (request: Request, path: string) => Promise<Response | undefined>
}

export async function listen(
  { http, deliver }: Listener,
  address: { host: string; port: number; contentOrigin?: string | undefined },
): Promise<HttpServer> {
  const contentSite = createContentSite(address.contentOrigin, deliver)
  const server = createAdaptorServer({
    async fetch(request, env) {
      const path = pathOf(request.url)
      const apart = await contentSite.answer(request, path)
      if (apart !== undefined) return apart
      const isFile = fileFolders.some((folder) => path.startsWith(folder))
      return (isFile ? await deliver(request, path) : undefined) ?? http.fetch(request, env)
    },
    serverOptions: { maxHeaderSize: headerLimitBytes, requestTimeout: 120_000, headersTimeout: 15_000 },
  })
  if (!(server instanceof Server)) throw new Error('expected an HTTP/1.1 server')
  server.keepAliveTimeout = 65_000
  let isDraining = false
  server.on('request', (_request, response) => {
    if (isDraining) response.setHeader('Connection', 'close')
  })
  await bind(server, address)
  const bound = server.address()
  return {
    port: typeof bound === 'object' && bound ? bound.port : address.port,
    async drain(timeoutMs) {
      isDraining = true
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const cut = setTimeout(() => server.closeAllConnections(), timeoutMs)
      await closed
      clearTimeout(cut)
    },
  }
}

async function bind(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, host, () => {
        server.off('error', reject)
        resolve()
      })
    })
  } catch (cause) {
    throw new StartupError(explainListenError(cause, host, port), { cause })
  }
}

function explainListenError(cause: unknown, host: string, port: number): string {
  if (hasCode(cause, 'EADDRINUSE')) {
    return `Port ${port} is already in use. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`
  }
  if (hasCode(cause, 'EACCES')) return `Port ${port} may not be opened by this user. Choose one above 1023: PORT=8080`
  if (hasCode(cause, 'EADDRNOTAVAIL') || hasCode(cause, 'ENOTFOUND')) {
    return `This machine has no address ${host}. Set HOST to one that it has, or to 0.0.0.0 for all.`
  }
  return `Cannot listen on ${host}:${port}: ${cause instanceof Error ? cause.message : String(cause)}`
}

function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const end = url.indexOf('?', start)
  return end === -1 ? url.slice(start) : url.slice(start, end)
}
