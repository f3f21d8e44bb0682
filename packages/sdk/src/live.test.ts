import type { Change } from '@banyan/contract/live'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { ApiError, createClient, type Client } from './index.ts'

async function clientOf(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Client> {
  const server = createServer(answer)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no address')
  return createClient({ baseUrl: `http://127.0.0.1:${address.port}` })
}

const changeOf = (id: string): Change => ({ id, workspaceId: 'w', appId: null, action: 'app.create', subject: id })
const eventOf = (id: string): string => `event: change\nid: ${id}\ndata: ${JSON.stringify(changeOf(id))}\n\n`

test('goes on after a lost connection from the last change, until the platform refuses', async () => {
  const asked: (string | undefined)[] = []
  const client = await clientOf((request, response) => {
    asked.push(request.headers['last-event-id']?.toString())
    if (asked.length === 3) {
      response.writeHead(401, { 'content-type': 'application/problem+json' })
      response.end(
        JSON.stringify({ type: 'about:blank', title: 'Sign in', status: 401, code: 'identity.signInRequired' }),
      )
      return
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    if (asked.length === 1) {
      // An event may come in pieces.
      response.write(`retry: 2000\n\n${eventOf('a1')}: \n\n${eventOf('a2').slice(0, 30)}`)
      setImmediate(() => response.end(eventOf('a2').slice(30)))
    } else response.end(`event: reset\ndata: {}\n\n${eventOf('a3')}`)
  })
  const heard: (string | undefined)[] = []
  const watching = async (): Promise<void> => {
    for await (const change of client.live.watch({ signal: AbortSignal.timeout(20_000) }))
      heard.push(change === 'reset' ? change : change.id)
  }
  await expect(watching()).rejects.toThrow(ApiError)
  expect(heard).toEqual(['a1', 'a2', 'reset', 'a3'])
  expect(asked).toEqual([undefined, 'a2', 'a3'])
})

test('says that something may have been missed when a connection was lost before the first change', async () => {
  let count = 0
  const client = await clientOf((_request, response) => {
    count += 1
    if (count === 1) response.destroy()
    else response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': \n\n')
  })
  const ended = new AbortController()
  for await (const change of client.live.watch({ signal: ended.signal })) {
    expect(change).toBe('reset')
    ended.abort()
  }
  expect(count).toBe(2)
})
