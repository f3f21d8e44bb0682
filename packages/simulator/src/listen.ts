import { once } from 'node:events'
import type { Server } from 'node:http'

const defaultPort = 5170

/** Thrown when the port that was asked for cannot be used. */
export class PortUnavailable extends Error {
  readonly port: number
  constructor(port: number, cause: unknown) {
    super(`Port ${port} cannot be used`, { cause })
    this.port = port
  }
}

/** Returns the port. Without a wish the default one, or any free one while another project uses it. */
export async function listen(server: Server, wish: { port?: number; host: string }): Promise<number> {
  if (wish.port !== undefined) {
    await listenOn(server, wish.port, wish.host)
  } else {
    try {
      await listenOn(server, defaultPort, wish.host)
    } catch {
      await listenOn(server, 0, wish.host)
    }
  }
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.')
  return address.port
}

async function listenOn(server: Server, port: number, host: string): Promise<void> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (cause) {
    throw new PortUnavailable(port, cause)
  }
}
