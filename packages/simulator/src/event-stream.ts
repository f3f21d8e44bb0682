import type { ServerResponse } from 'node:http'

const keepAliveMs = 15_000

/** Server-sent events to every open page. A page that connects late first gets what `greet` returns. */
export interface EventStream {
  connect(response: ServerResponse): void
  send(event: string, value: unknown): void
  close(): void
}

export function createEventStream(greet: () => readonly { event: string; value: unknown }[]): EventStream {
  const open = new Set<ServerResponse>()
  // Proxies and browsers drop a silent stream; a comment line keeps it alive.
  const timer = setInterval(() => broadcast(':\n\n'), keepAliveMs)
  timer.unref()

  function broadcast(text: string): void {
    for (const response of open) response.write(text)
  }

  return {
    connect(response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      response.write('retry: 500\n\n')
      for (const { event, value } of greet()) response.write(encodeEvent(event, value))
      open.add(response)
      response.on('close', () => open.delete(response))
    },
    send(event, value) {
      broadcast(encodeEvent(event, value))
    },
    close() {
      clearInterval(timer)
      for (const response of open) response.end()
      open.clear()
    },
  }
}

function encodeEvent(event: string, value: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(value)}\n\n`
}
