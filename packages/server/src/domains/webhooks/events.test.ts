import { webhookEventSchema, type WebhookEvent } from '@banyan/contract/webhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testArchive } from '#testing/package-archive.ts'
import { startReceiver, type Receiver } from '#testing/receiver.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let receiver: Receiver
let appId: string
let base: string
beforeAll(async () => {
  server = await startTestServer()
  receiver = await startReceiver()
  appId = await server.createApp()
  base = `/api/v1/apps/${appId}`
  await post('/webhooks', { url: receiver.url, allowsPrivateAddress: true })
})
afterAll(async () => {
  await server.stop()
  await receiver.stop()
})

const post = (path: string, body: object) => server.json('POST', base + path, { key: server.ownerKey, body })

/** The next one of this type that the app's server has not been told by an earlier call. */
async function told(type: string, data: object): Promise<WebhookEvent> {
  const found = (await receiver.next(({ body }) => matches(body, type, data))).body
  return webhookEventSchema.parse(JSON.parse(found))
}

function matches(body: string, type: string, data: object): boolean {
  const event = webhookEventSchema.safeParse(JSON.parse(body)).data
  return event?.type === type && Object.entries(data).every(([name, value]) => event.data[name] === value)
}

describe('an app’s server is told', () => {
  it('of a version that was uploaded, and not of one that was refused', async () => {
    expect((await server.upload(appId, '1.0.0', testArchive({ label: 'one' }))).status).toBe(201)
    expect(await problemCode(await server.upload(appId, '1.0.0', testArchive({ label: 'two' })))).toBe(
      'release.versionTaken',
    )
    const { data } = await told('version.uploaded', { version: '1.0.0' })
    expect(data).toMatchObject({ description: '', sizeBytes: expect.any(Number), uploadedBy: expect.any(String) })
    expect(receiver.received.filter(({ body }) => body.includes('version.uploaded'))).toHaveLength(1)
  })

  it('of what users get from now on: a release, and a roll-back', async () => {
    await server.upload(appId, '1.1.0', testArchive({ label: 'three' }))
    await server.publish(appId, '1.0.0')
    await server.publish(appId, '1.1.0')
    await post('/rollback', {})
    expect((await told('release.published', { sequence: 2 })).data).toMatchObject({ version: '1.1.0', kind: 'publish' })
    expect((await told('release.published', { sequence: 3 })).data).toMatchObject({
      version: '1.0.0',
      kind: 'rollback',
    })
  })

  it('of a change of the app itself', async () => {
    await server.json('PATCH', base, { key: server.ownerKey, body: { description: 'new' } })
    await server.json('PATCH', `${base}/profile`, { key: server.ownerKey, body: { category: 'shopping/mall' } })
    expect((await told('app.changed', { change: 'update' })).appId).toBe(appId)
    await told('app.changed', { change: 'describe' })
  })

  it('of what was decided about a version, with the reason', async () => {
    await server.call('PUT', '/api/v1/platform/review-policies/default', {
      key: server.ownerKey,
      body: { flow: 'oneStep', fourEyes: false },
    })
    await server.upload(appId, '1.2.0', testArchive({ label: 'four' }))
    const { id } = await post('/submissions', { version: '1.2.0' })
    const review = `/api/v1/review/${appId}/submissions/${String(id)}`
    const headers = await server.signUpOwner()
    await server.json('POST', `${review}/claim`, { headers })
    const body = { decision: 'reject', reason: 'prices are missing', ruleIds: ['1.1'] }
    await server.json('POST', `${review}/decision`, { headers, body })
    expect((await told('review.decided', { version: '1.2.0' })).data).toEqual({
      submissionId: id,
      version: '1.2.0',
      state: 'rejected',
      reason: 'prices are missing',
      ruleIds: ['1.1'],
    })
  })
})
