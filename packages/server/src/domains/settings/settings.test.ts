import { join } from 'node:path'
import { auditListSchema } from '@banyan/contract/audit'
import { settingHistorySchema, settingListSchema, type Setting } from '@banyan/contract/settings'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createAudit } from '#domains/audit'
import { systemClock } from '#infra/clock/clock.ts'
import { openDb, type OpenDb } from '#infra/db/database.ts'
import { randomIds } from '#infra/ids/ids.ts'
import { createLog } from '#infra/log/log.ts'
import { startTestServer, problemCode, type TestServer } from '#testing/test-server.ts'
import { createSettings, type SettingDefinition, type Settings } from './index.ts'

type SettingTarget = Parameters<Settings['service']['list']>[0]

const log = createLog('silent')
const color: SettingDefinition<string> = {
  key: 'tests.color',
  schema: z.string().min(3),
  defaultValue: 'green',
  scopes: ['platform', 'workspace', 'app'],
  description: { zh: '颜色', en: 'Colour' },
}
const staff = { kind: 'person', id: 'user_1', name: 'Ada' } as const

let server: TestServer
const opened: OpenDb[] = []
const processes: { settings: Settings; read: (target?: SettingTarget) => string }[] = []

beforeAll(async () => {
  server = await startTestServer()
  const embedded = { socketDir: join(server.dataDir, 'postgres', 'run'), user: 'banyan', stop: async () => {} }
  for (let count = 0; count < 2; count++) {
    const database = await openDb({ embedded, database: 'banyan' }, log)
    opened.push(database)
    const ports = { ...database, log, clock: systemClock, ids: randomIds, dataDir: server.dataDir }
    const settings = createSettings({ ...ports, audit: createAudit(ports) })
    processes.push({ settings, read: settings.declare(color) })
    database.notifications.start()
    await settings.start()
  }
})
afterAll(async () => {
  for (const { settings } of processes) settings.stop()
  for (const database of opened) await database.close()
  await server.stop()
})

async function set(target: SettingTarget, value: unknown): Promise<Setting | undefined> {
  return processes[0]?.settings.service.set(staff, target, { key: 'tests.color', value })
}

describe('a setting', () => {
  it('is the narrowest value there is, in every process within a second', async () => {
    const read = (target?: SettingTarget): string[] => processes.map((each) => each.read(target))
    const inBoth = (value: string, target?: SettingTarget): Promise<void> =>
      vi.waitFor(() => expect(read(target)).toEqual([value, value]), { timeout: 1000, interval: 10 })
    expect(read()).toEqual(['green', 'green'])
    await set({}, 'blue')
    await inBoth('blue')
    await set({ workspaceId: 'ws_1' }, 'red')
    await inBoth('red', { workspaceId: 'ws_1' })
    await set({ workspaceId: 'ws_1', appId: 'by1' }, 'white')
    await inBoth('white', { workspaceId: 'ws_1', appId: 'by1' })
    expect(read({ workspaceId: 'ws_1', appId: 'by2' })).toEqual(['red', 'red'])
    expect(read({ workspaceId: 'ws_2' })).toEqual(['blue', 'blue'])
    await set({ workspaceId: 'ws_1' }, null)
    await inBoth('blue', { workspaceId: 'ws_1' })
  })

  it('refuses what its schema refuses, and remembers who changed it', async () => {
    await expect(set({}, 'x')).rejects.toMatchObject({ code: 'request.invalid', issues: [{ path: 'value' }] })
    await set({ workspaceId: 'ws_9' }, 'grey')
    await set({ workspaceId: 'ws_9' }, 'black')
    const { items } = settingHistorySchema.parse(
      await processes[0]?.settings.service.history({ workspaceId: 'ws_9' }, { limit: 10 }),
    )
    expect(items).toMatchObject([
      { before: 'grey', after: 'black', by: 'user_1' },
      { before: null, after: 'grey' },
    ])
    const audit = auditListSchema.parse(
      await server.json('GET', '/api/v1/platform/audit?subject=tests.color&limit=2', { key: server.ownerKey }),
    )
    expect(audit.items[0]).toMatchObject({ action: 'settings.set', workspaceId: 'ws_9', details: { after: 'black' } })
  })
})

describe('the API of the settings', () => {
  it('lets the owner of the installation change them, and no team', async () => {
    const path = '/api/v1/platform/settings/audit.anchorUrl'
    const body = { value: 'https://anchor.example.com/heads' }
    const admin = await server.createKey('admin')
    expect((await server.call('PUT', path, { key: admin, body })).status).toBe(403)
    expect((await server.call('PUT', path, { body })).status).toBe(401)
    expect(await server.json('PUT', path, { key: server.ownerKey, body })).toMatchObject({
      value: body.value,
      source: 'platform',
    })
    const listed = settingListSchema.parse(
      await server.json('GET', '/api/v1/platform/settings', { key: server.ownerKey }),
    )
    expect(listed.items.map(({ key }) => key)).toContain('audit.anchorUrl')
    const unknown = await server.call('PUT', '/api/v1/platform/settings/no.such', { key: server.ownerKey, body })
    expect(await problemCode(unknown)).toBe('settings.unknownKey')
    const narrow = await server.call('PUT', '/api/v1/settings/audit.anchorUrl', { key: admin, body })
    expect(await problemCode(narrow)).toBe('settings.wrongScope')
  })

  it('answers for an app of another team as for one that does not exist', async () => {
    const appId = await server.createApp()
    expect((await server.call('GET', `/api/v1/apps/${appId}/settings`, { key: server.ownerKey })).status).toBe(200)
    const other = await server.call('GET', '/api/v1/apps/by0000000000000000/settings', { key: server.ownerKey })
    expect(other.status).toBe(404)
  })
})
