import { changeSchema, type Change } from '@banyan/contract/live'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

interface Heard {
  changes: Change[]
  resets: number
  isOver: boolean
}

let server: TestServer
const open: AbortController[] = []

beforeAll(async () => {
  server = await startTestServer()
})
afterEach(() => {
  for (const controller of open.splice(0)) controller.abort()
})
afterAll(() => server.stop())

async function listen(headers: Record<string, string>): Promise<Heard> {
  const controller = new AbortController()
  open.push(controller)
  const response = await fetch(`${server.url}/api/v1/events`, { headers, signal: controller.signal })
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  const heard: Heard = { changes: [], resets: 0, isOver: false }
  void read(response, heard).catch(() => undefined)
  return heard
}

async function read(response: Response, heard: Heard): Promise<void> {
  let text = ''
  for await (const part of response.body ?? []) {
    text += Buffer.from(part).toString()
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = text.slice(0, end)
      text = text.slice(end + 2)
      const data = /^data: (.*)$/m.exec(event)?.[1]
      if (event.startsWith('event: reset')) heard.resets += 1
      if (event.startsWith('event: change')) heard.changes.push(changeSchema.parse(JSON.parse(data ?? '')))
    }
  }
  heard.isOver = true
}

const ofOwner = (): Record<string, string> => ({ authorization: `Bearer ${server.ownerKey}` })
const actions = ({ changes }: Heard): string[] => changes.map(({ action, appId }) => `${action} ${appId ?? ''}`.trim())

it('tells a team what changes in it and nothing of others, and staff everything', async () => {
  const tenant = await server.createTenant()
  const [own, others] = await Promise.all([listen(ofOwner()), listen(tenant.headers)])
  const appId = await server.createApp('Heard')
  await vi.waitFor(() => expect(actions(own)).toContain(`app.create ${appId}`), { timeout: 5000 })
  const theirs = await server.json('POST', '/api/v1/apps', { headers: tenant.headers, body: { name: 'Theirs' } })
  await vi.waitFor(
    () =>
      expect(actions(others).filter((each) => each.startsWith('app.'))).toEqual([`app.create ${String(theirs['id'])}`]),
    { timeout: 5000 },
  )
  await vi.waitFor(() => expect(actions(own)).toContain(`app.create ${String(theirs['id'])}`), { timeout: 5000 })
})

it('tells whoever has a role for one app of that app only', async () => {
  const [mine, other] = [await server.createApp('Mine'), await server.createApp('Not mine')]
  const headers = await server.signUp({ role: 'member', apps: [{ appId: mine, role: 'developer' }] })
  const heard = await listen(headers)
  for (const id of [other, mine]) {
    await server.json('PATCH', `/api/v1/apps/${id}`, { key: server.ownerKey, body: { name: `New ${id.slice(-4)}` } })
  }
  await vi.waitFor(() => expect(heard.changes.map(({ appId }) => appId)).toEqual([mine]), { timeout: 5000 })
})

it('brings what was missed after the last one that was heard, and says so when it cannot', async () => {
  const first = await listen(ofOwner())
  const before = await server.createApp('Before')
  await vi.waitFor(() => expect(actions(first)).toContain(`app.create ${before}`), { timeout: 5000 })
  const last = first.changes.at(-1)?.id ?? ''
  open.pop()?.abort()
  const missed = await server.createApp('Missed')
  const second = await listen({ ...ofOwner(), 'last-event-id': last })
  await vi.waitFor(() => expect(actions(second)).toContain(`app.create ${missed}`), { timeout: 5000 })
  const lost = await listen({ ...ofOwner(), 'last-event-id': 'nonsense' })
  await vi.waitFor(() => expect(lost.resets).toBe(1), { timeout: 5000 })
})

it('refuses who is not signed in, and one stream too many of one caller', async () => {
  expect(await problemCode(await fetch(`${server.url}/api/v1/events`))).toBe('identity.signInRequired')
  await Promise.all(Array.from({ length: 20 }, () => listen(ofOwner())))
  const refused = await fetch(`${server.url}/api/v1/events`, { headers: ofOwner() })
  expect([refused.status, await problemCode(refused)]).toEqual([429, 'request.rateLimited'])
})

it('lets go of whoever went away, so that a new page finds a place', async () => {
  const { headers } = await server.createTenant()
  await Promise.all(Array.from({ length: 20 }, () => listen(headers)))
  for (const controller of open.splice(0)) controller.abort()
  const status = async (): Promise<number> => {
    const controller = new AbortController()
    const { status: answer } = await fetch(`${server.url}/api/v1/events`, { headers, signal: controller.signal })
    controller.abort()
    return answer
  }
  await vi.waitFor(async () => expect(await status()).toBe(200), { timeout: 5000 })
})
