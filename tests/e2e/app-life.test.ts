/** The life of a mini-program from its team's first day to the take-down and back, by the open API and its SDK alone. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RuntimeBuild } from '@banyan/contract/boot'
import { createClient, type Client } from '@banyan/sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testArchive } from '@banyan/server/testing/package-archive.ts'
import { startTestServer, type TestServer } from '@banyan/server/testing/test-server.ts'

const build: RuntimeBuild = {
  version: 1,
  host: 'host-1.js',
  logic: 'logic-1.js',
  logicLater: 'logic-later-1.js',
  view: 'view-1.js',
  later: 'later-1.js',
  parts: {},
  files: [],
  page: '<html lang="{{lang}}"><title>{{title}}</title><script id="banyan-boot">{{boot}}</script><script nonce="{{nonce}}" src="{{host}}"></script>{{head}}{{first}}</html>',
  firstFrame: '<html><style>{{style}}</style>{{body}}</html>',
  policy: "default-src 'none'; script-src 'nonce-{{nonce}}'",
}
const users = 10_000
const launchesAtOnce = 32

let server: TestServer
let platform: Client
let team: Client
let teamKey = ''
let workspaceId = ''
let appId = ''

beforeAll(async () => {
  server = await startTestServer()
  await mkdir(join(server.dataDir, 'runtime'))
  await writeFile(join(server.dataDir, 'runtime', 'runtime.json'), JSON.stringify(build))
  platform = createClient({ baseUrl: server.url, apiKey: server.ownerKey })
  const tenant = await server.createTenant()
  workspaceId = tenant.workspaceId
  teamKey = tenant.key
  team = createClient({ baseUrl: server.url, apiKey: teamKey })
})
afterAll(() => server.stop())

async function launch(device: string, agent = 'iPhone; CPU iPhone OS 17_1'): Promise<string> {
  const page = await fetch(`${server.url}/a/${appId}/`, {
    headers: { cookie: `banyan_device=${device}`, 'user-agent': agent },
  })
  return /"release":\{"version":"([^"]+)"/.exec(await page.text())?.[1] ?? `status ${page.status}`
}

/** The devices that get the version. */
async function devicesWith(version: string, count: number): Promise<Set<string>> {
  const queue = Array.from({ length: count }, (_, index) => `device${index}`).values()
  const found = new Set<string>()
  const work = async (): Promise<void> => {
    for (const device of queue) if ((await launch(device)) === version) found.add(device)
  }
  await Promise.all(Array.from({ length: launchesAtOnce }, work))
  return found
}

const upload = (version: string, script: string) =>
  team.releases.upload(appId, { version, archive: new Uint8Array(testArchive({ script, label: version })) })

describe('the life of a mini-program', () => {
  it('begins with a team, its verification, and its registration', async () => {
    const { id: document } = await team.teams.addDocument(new TextEncoder().encode('%PDF-1.7\n%%EOF\n'))
    await team.teams.submitVerification({ kind: 'individual', legalName: 'Li Wei', documents: [document] })
    await platform.teams.decideVerification(workspaceId, { state: 'verified' })
    await platform.review.setPolicy(`team:${workspaceId}`, { flow: 'oneStep' })
    const app = await team.apps.create({ name: 'Corner shop' })
    appId = app.id
    await team.apps.describe(appId, { category: 'shopping/mall' })
    expect(await launch('d1')).toBe('status 404')
  })

  it('is rejected with reasons, mended, and approved', async () => {
    await upload('1.0.0', '$banyan({}); wx.getLocation({})')
    const first = await team.review.submit(appId, { version: '1.0.0' })
    expect(first.checks.find(({ check }) => check === 'privacy')).toMatchObject({
      outcome: 'failed',
      evidence: [{ where: 'main', what: 'location: getLocation' }],
    })
    await platform.review.decide(appId, first.id, {
      decision: 'reject',
      ruleIds: ['3.1'],
      reason: 'location is not declared',
    })
    await expect(team.releases.publish(appId, '1.0.0')).rejects.toMatchObject({ code: 'release.notApproved' })
    await team.apps.describe(appId, { privacy: [{ kind: 'location', reason: 'shows the nearest shop' }] })
    await upload('1.0.1', '$banyan({}); wx.getLocation({}) // declared')
    const second = await team.review.submit(appId, { version: '1.0.1', publish: { kind: 'auto' } })
    const atOnce = second.checks.filter(({ check }) => check !== 'pages')
    expect(atOnce.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
    await platform.review.decide(appId, second.id, { decision: 'approve' })
    expect(await launch('d1')).toBe('1.0.1')
  })

  it('gives its next version to a tenth of 10,000 users, then to a fifth, among them the tenth', async () => {
    await upload('1.1.0', '$banyan({ next: true })')
    const { id } = await team.review.submit(appId, { version: '1.1.0' })
    await platform.review.decide(appId, id, { decision: 'approve' })
    await team.rollout.start(appId, { version: '1.1.0', basisPoints: 1000 })
    const tenth = await devicesWith('1.1.0', users)
    expect(tenth.size).toBeGreaterThanOrEqual(users * 0.09)
    expect(tenth.size).toBeLessThanOrEqual(users * 0.11)
    await team.rollout.change(appId, { basisPoints: 2000 })
    for (const device of tenth) expect(await launch(device)).toBe('1.1.0')
    const sample = await devicesWith('1.1.0', 1000)
    expect(sample.size).toBeGreaterThan([...tenth].filter((device) => Number(device.slice(6)) < 1000).length)
  })

  it('asks for attributes, pauses, and reaches everybody', async () => {
    await team.rollout.change(appId, { basisPoints: 10_000, condition: { os: 'ios' } })
    expect(await launch('d1')).toBe('1.1.0')
    expect(await launch('d1', 'Windows NT 10.0')).toBe('1.0.1')
    expect(await team.rollout.take(appId, 'pause')).toMatchObject({ state: 'paused' })
    await team.rollout.take(appId, 'resume')
    await team.rollout.take(appId, 'complete')
    expect(await launch('d1', 'Windows NT 10.0')).toBe('1.1.0')
  })

  it('rolls back within five seconds, and forward again', async () => {
    const startedAt = performance.now()
    await team.releases.rollBack(appId, { note: 'prices were wrong' })
    expect(await launch('d1')).toBe('1.0.1')
    expect(performance.now() - startedAt).toBeLessThan(5000)
    await team.releases.rollBack(appId, { version: '1.1.0' })
    expect(await launch('d1')).toBe('1.1.0')
  })

  it('is taken down at once, appealed for, and restored', async () => {
    await platform.apps.suspend(appId, { reason: 'gambling' })
    expect(await launch('d1')).toBe('status 404')
    await expect(team.apps.restore(appId)).rejects.toMatchObject({ code: 'identity.forbidden' })
    expect(await team.apps.appeal(appId, 'It is a shop for board games.')).toMatchObject({ standing: 'suspended' })
    await platform.apps.restore(appId)
    expect(await launch('d1')).toBe('1.1.0')
  })

  it('leaves every step in the audit log, which its team can take away', async () => {
    const answer = await fetch(`${server.url}/api/v1/audit/export`, { headers: { authorization: `Bearer ${teamKey}` } })
    const text = await answer.text()
    for (const action of [
      'app.describe',
      'review.submit',
      'review.reject',
      'review.approve',
      'gray.start',
      'gray.change',
      'gray.pause',
      'gray.complete',
      'release.rollBack',
      'app.suspend',
      'app.appeal',
      'app.restore',
    ]) {
      expect(text).toContain(`"${action}"`)
    }
  })
})
