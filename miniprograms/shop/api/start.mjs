import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { createShopServer } from './server.mjs'

/** Starts the demo API on the loopback address; port 0 lets the system choose. `close` also ends idle connections. */
export async function startShopApi({ port = 0, file, now } = {}) {
  const server = createShopServer({ file, now })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${server.address().port}`, close }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await startShopApi({ port: Number(process.env['PORT'] ?? 4310), file: process.env['SHOP_DATA'] })
  process.stdout.write(`ready ${url}\n`)
}
