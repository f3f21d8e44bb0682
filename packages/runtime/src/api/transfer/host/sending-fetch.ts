/** `fetch` that tells how much of the body has been sent, which only the older interface of browsers does. */
export function sendingFetch(onSent: (sentBytes: number, totalBytes: number) => void): typeof fetch {
  return (url, init) =>
    new Promise((resolve, reject) => {
      const exchange = new XMLHttpRequest()
      exchange.open(init?.method ?? 'GET', String(url))
      exchange.responseType = 'blob'
      for (const [name, value] of new Headers(init?.headers)) exchange.setRequestHeader(name, value)
      exchange.upload.addEventListener('progress', ({ loaded, total }) => onSent(loaded, total))
      exchange.addEventListener('load', () => resolve(answerOf(exchange)))
      exchange.addEventListener('error', () => reject(new TypeError('network error')))
      exchange.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
      init?.signal?.addEventListener('abort', () => exchange.abort(), { once: true })
      const body = init?.body
      exchange.send(body instanceof ReadableStream || body === undefined ? null : body)
    })
}

function answerOf(exchange: XMLHttpRequest): Response {
  const headers = new Headers()
  for (const line of exchange
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)) {
    const at = line.indexOf(': ')
    if (at > 0) headers.append(line.slice(0, at), line.slice(at + 2))
  }
  const hasBody = exchange.status !== 204 && exchange.status !== 304
  const body: unknown = exchange.response
  return new Response(hasBody && body instanceof Blob ? body : null, { status: exchange.status, headers })
}
