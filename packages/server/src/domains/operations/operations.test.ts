import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { auditListSchema } from '@banyan/contract/audit'
import { backupListSchema, backupRecordSchema, jobListSchema, systemHealthSchema } from '@banyan/contract/operations'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let staff: Record<string, string>
let stranger: Record<string, string>

beforeAll(async () => {
  server = await startTestServer()
  staff = await server.signUpOwner()
  stranger = (await server.createTenant()).headers
}, 60_000)
afterAll(() => server.stop())

const jobs = '/api/v1/platform/jobs'
const backups = '/api/v1/platform/backups'

describe('a backup from the console', () => {
  it('is made beside the work, is in the list of jobs, and is found sound', { timeout: 60_000 }, async () => {
    const started = backupRecordSchema.parse(await server.json('POST', backups, { headers: staff }))
    expect(started).toMatchObject({ state: 'running', startedBy: 'platform-owner' })
    expect(await problemCode(await server.call('POST', backups, { headers: staff }))).toBe('backup.running')
    const done = await vi.waitFor(
      async () => {
        const { items } = backupListSchema.parse(await server.json('GET', backups, { headers: staff }))
        expect(items[0]?.state).toBe('done')
        return items[0]
      },
      { timeout: 40_000, interval: 250 },
    )
    expect(done?.id).toBe(started.id)
    expect(done?.rows).toBeGreaterThan(10)
    expect(JSON.parse(await readFile(join(started.folder, 'backup.json'), 'utf8'))).toMatchObject({ format: 1 })

    const { items } = jobListSchema.parse(await server.json('GET', `${jobs}?name=backup`, { headers: staff }))
    expect(items.map(({ name }) => name)).toEqual(['backup'])
    const audit = auditListSchema.parse(
      await server.json('GET', `/api/v1/platform/audit?subject=${started.id}`, { headers: staff }),
    )
    expect(audit.items.map(({ action }) => action)).toEqual(['backups.finish', 'backups.start'])
  })

  it('is not made, and not listed, for those who do not run the installation', async () => {
    for (const method of ['GET', 'POST']) {
      expect(await problemCode(await server.call(method, backups, { headers: stranger }))).toBe('identity.forbidden')
    }
  })
})

describe('jobs', () => {
  it('names every kind of work, and pages through what there is', async () => {
    const { names } = jobListSchema.parse(await server.json('GET', jobs, { headers: staff }))
    expect(names).toContain('audit-check')
    const first = jobListSchema.parse(await server.json('GET', `${jobs}?limit=1`, { headers: staff }))
    expect(first.items).toHaveLength(1)
    if (first.nextCursor === null) return
    const second = jobListSchema.parse(
      await server.json('GET', `${jobs}?limit=1&cursor=${first.nextCursor}`, { headers: staff }),
    )
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id)
  })

  it('tries again only what has failed', async () => {
    const { items } = jobListSchema.parse(await server.json('GET', `${jobs}?name=backup`, { headers: staff }))
    for (const [name, id] of [
      ['backup', items[0]?.id],
      ['nothing', items[0]?.id],
      ['backup', 'no-id'],
    ]) {
      const answer = await server.call('POST', `${jobs}/${name}/${id}/retry`, { headers: staff })
      expect(await problemCode(answer)).toBe('job.notFailed')
    }
  })
})

describe('the health of the installation', () => {
  it('is read from the parts themselves', async () => {
    const health = systemHealthSchema.parse(await server.json('GET', '/api/v1/platform/health', { headers: staff }))
    expect(health.checks.map(({ check }) => check)).toEqual(['database', 'jobs', 'events', 'files', 'backup'])
    expect(health.checks.find(({ check }) => check === 'backup')).toMatchObject({ state: 'ok' })
    expect(health.database.sizeBytes).toBeGreaterThan(1_000_000)
    expect(health.database.connections).toBeGreaterThan(0)
  })

  it('is no business of a team', async () => {
    const answer = await server.call('GET', '/api/v1/platform/health', { headers: stranger })
    expect(await problemCode(answer)).toBe('identity.forbidden')
  })
})

describe('figures for monitoring systems', () => {
  const read = (headers: Record<string, string>): Promise<Response> => server.call('GET', '/metrics', { headers })

  it('are given to whoever holds the token of the data folder, by route and not by address', async () => {
    expect((await read({ authorization: 'Bearer wrong' })).status).toBe(401)
    const token = (await readFile(join(server.dataDir, 'metrics-token'), 'utf8')).trim()
    await server.call('GET', '/nothing/here')
    await server.call('GET', '/api/v1/apps/app_0000', { headers: staff })
    const answer = await read({ authorization: `Bearer ${token}` })
    expect(answer.headers.get('content-type')).toContain('text/plain')
    const text = await answer.text()
    expect(text).toMatch(
      /banyan_http_request_duration_seconds_count\{method="POST",route="\/api\/v1\/platform\/backups",status="202"\} 1/,
    )
    expect(text).toMatch(/banyan_jobs\{state="completed"\} [1-9]/)
    expect(text).toContain('banyan_process_resident_memory_bytes')
    expect(text).not.toContain('/nothing/here')
    expect(text).not.toContain('app_0000')
  })

  it('are shown to staff, to no team, and to nobody else', async () => {
    expect((await read(staff)).status).toBe(200)
    expect(await problemCode(await read(stranger))).toBe('identity.forbidden')
    expect((await read({})).status).toBe(401)
    expect((await read({ authorization: `Bearer ${server.ownerKey}` })).status).toBe(401)
  })
})
