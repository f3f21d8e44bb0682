/** The same bytes from memory, by nothing but Node's own server: what the platform's delivery is held against. */
import { createServer } from 'node:http'

const body = Buffer.alloc(Number(process.argv[2] ?? 20_000), 'x')
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/javascript', 'content-length': body.length }).end(body)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
})
