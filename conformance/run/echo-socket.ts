/** The server behind `wx.connectSocket` in a case; README.md describes it. */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

export interface EchoSocket {
  /** `ws://127.0.0.1:1234` */
  origin: string
  close(): Promise<void>
}

/** Gives every message back as it came, a text as text and bytes as bytes. */
export async function startEchoSocket(): Promise<EchoSocket> {
  const server = createServer()
  const sockets = new WebSocketServer({
    server,
    handleProtocols: (offered) => offered.values().next().value ?? false,
  })
  sockets.on('connection', (socket, request) => {
    if (request.url === '/ends') socket.close(4001, 'enough')
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    origin: `ws://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate()
        server.close(() => resolve())
      }),
  }
}
