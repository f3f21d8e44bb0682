import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testArchive } from '#testing/package-archive.ts'
import { startTestServer, type TestServer } from '#testing/test-server.ts'

const minuteMs = 60_000
const dayMs = 86_400_000
/** The server looks every five seconds. */
const patience = { timeout: 20_000, interval: 250 }

let server: TestServer
let appId: string
let now = new Date('2026-05-01T08:00:00Z')
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } })
})
afterAll(() => server.stop())
beforeEach(async () => {
  appId = await server.createApp()
  for (const version of ['1.0.0', '1.1.0']) await server.upload(appId, version, testArchive({ label: version }))
  await server.publish(appId, '1.0.0')
})

const pass = (ms: number): void => void (now = new Date(now.getTime() + ms))
const gray = (method: string, rest = '', body?: unknown): Promise<Record<string, unknown>> =>
  server.json(method, `/api/v1/apps/${appId}/gray${rest}`, {
    key: server.ownerKey,
    ...(body === undefined ? {} : { body }),
  })
const share = async (): Promise<unknown> => (await gray('GET'))['basisPoints']
const current = async (): Promise<unknown> =>
  (await server.json('GET', `/api/v1/apps/${appId}/releases/current`, { key: server.ownerKey }))['version']
const lastState = async (): Promise<unknown> => {
  const { items } = await gray('GET', '/history')
  return Array.isArray(items) ? items.map(({ state }: { state: string }) => state)[0] : undefined
}

describe('a gray release with stages', () => {
  const stages = [
    { basisPoints: 500, dwellMinutes: 60 },
    { basisPoints: 2000, dwellMinutes: 60 },
    { basisPoints: 5000, dwellMinutes: 60 },
  ]

  it('grows by itself when a stage has lasted long enough, and stays at the last one', async () => {
    expect(await gray('POST', '', { version: '1.1.0', stages })).toMatchObject({
      basisPoints: 500,
      stage: 0,
      nextStageAt: new Date(now.getTime() + 60 * minuteMs).toISOString(),
    })
    pass(61 * minuteMs)
    await expect.poll(share, patience).toBe(2000)
    pass(61 * minuteMs)
    await expect.poll(share, patience).toBe(5000)
  })

  it('does not grow while it is paused, and counts its time anew afterwards', async () => {
    await gray('POST', '', { version: '1.1.0', stages })
    await gray('POST', '/pause', {})
    pass(61 * minuteMs)
    expect(await gray('POST', '/resume', {})).toMatchObject({
      basisPoints: 500,
      nextStageAt: new Date(now.getTime() + 60 * minuteMs).toISOString(),
    })
  })
})

describe('the deadline of a gray release', () => {
  it.each([
    ['release', 'completed', '1.1.0'],
    ['revoke', 'revoked', '1.0.0'],
  ])('does what was said: %s', async (deadlineAction, state, version) => {
    await gray('POST', '', { version: '1.1.0', basisPoints: 100, deadlineDays: 2, deadlineAction })
    pass(2 * dayMs + minuteMs)
    await expect.poll(lastState, patience).toBe(state)
    expect(await current()).toBe(version)
  })
})
