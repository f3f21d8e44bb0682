import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const create = (idempotencyKey: string | undefined, name = 'Shop', key = server.ownerKey): Promise<Response> =>
  server.call('POST', '/api/v1/apps', {
    key,
    body: { name },
    headers: idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey },
  })
const idOf = async (answer: Response): Promise<unknown> => Object(await answer.json()).id

async function countOf(name: string): Promise<number> {
  const { items } = await server.json('GET', '/api/v1/apps', { key: server.ownerKey })
  return Array.isArray(items) ? items.filter((app) => Object(app).name === name).length : 0
}

describe('a request with an Idempotency-Key', () => {
  it('happens once, and every repetition gets the answer of the first', async () => {
    const first = await create('one', 'Once')
    const second = await create('one', 'Once')
    expect([first.status, second.status]).toEqual([201, 201])
    expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([
      null,
      'true',
    ])
    expect(await idOf(second)).toBe(await idOf(first))
    expect(await countOf('Once')).toBe(1)
  })

  it('happens once when twenty come at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => create('many', 'Many')))
    const codes = new Set(answers.map(({ status }) => status))
    expect([...codes].every((status) => status === 201 || status === 409)).toBe(true)
    expect(answers.some(({ status }) => status === 201)).toBe(true)
    expect(await countOf('Many')).toBe(1)
  })

  it('must be the same request', async () => {
    await create('same', 'This')
    expect(await problemCode(await create('same', 'That'))).toBe('request.idempotencyMismatch')
    expect(await countOf('That')).toBe(0)
  })

  it('is remembered for whoever sent it, and for nobody else', async () => {
    const other = await server.createKey('owner')
    const mine = await idOf(await create('shared', 'Mine'))
    const theirs = await create('shared', 'Mine', other)
    expect(theirs.headers.get('idempotency-replayed')).toBeNull()
    expect(await idOf(theirs)).not.toBe(mine)
  })

  it('gets the same refusal again, and a secret again that is shown once', async () => {
    expect(await problemCode(await create('bad', ''))).toBe('request.invalid')
    expect((await create('bad', '')).headers.get('idempotency-replayed')).toBe('true')
    const app = await server.createApp()
    const rotate = (): Promise<Record<string, unknown>> =>
      server.json('POST', `/api/v1/apps/${app}/secret`, {
        key: server.ownerKey,
        headers: { 'idempotency-key': 'rotate' },
      })
    expect(await rotate()).toEqual(await rotate())
  })

  it('is not needed', async () => {
    expect(await idOf(await create(undefined, 'Twice'))).not.toBe(await idOf(await create(undefined, 'Twice')))
    expect(await problemCode(await create('x'.repeat(201)))).toBe('request.invalid')
  })
})
