/** What answers behind `wx.request` in a case; README.md describes it. */
import type { Target, TargetRequest } from '@banyan/runtime/testing/serve-build.ts'

export function answerFromWorld(request: TargetRequest): Target {
  const url = new URL(request.url)
  if (url.hostname === 'refused.test') return { refusal: 'url not in domain list' }
  if (url.hostname !== 'echo.test') return { refusal: `no such host: ${url.hostname}` }
  const ask = url.searchParams
  if (ask.has('hang')) return { hangs: true }
  const headers: [string, string][] = [['content-type', ask.get('type') ?? 'application/json']]
  for (const line of ask.getAll('header')) {
    const at = line.indexOf(':')
    headers.push([line.slice(0, at), line.slice(at + 1)])
  }
  const echo = {
    method: request.method,
    url: request.url,
    header: Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value])),
    body: request.body.toString(),
  }
  const size = ask.get('size')
  const body = ask.get('body') ?? (size === null ? JSON.stringify(echo) : 'a'.repeat(Number(size)))
  if (!ask.has('chunked')) headers.push(['content-length', String(Buffer.byteLength(body))])
  return {
    status: Number(ask.get('status') ?? 200),
    headers,
    body,
    delayMs: Number(ask.get('delay') ?? 0),
  }
}
