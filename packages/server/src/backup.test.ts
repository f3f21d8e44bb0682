import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { appListSchema } from '@banyan/contract/apps'
import { auditVerificationSchema } from '@banyan/contract/audit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testPackage } from './testing/package-archive.ts'
import { startServerProcess, type ServerProcess } from './testing/server-process.ts'
import { writeZip } from './testing/zip-writer.ts'

const entry = fileURLToPath(new URL('backup.ts', import.meta.url))
const run = promisify(execFile)
const outcome = z.object({ ok: z.literal(true), rows: z.int(), blobs: z.object({ count: z.int(), bytes: z.int() }) })
const failure = z.object({ code: z.int(), stderr: z.string() })

const withId = z.object({ id: z.string() })
const urlOf = (value: unknown): string => z.object({ url: z.string() }).parse(value).url

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'banyan-backup-'))
  // The database runs as another user when this test runs as root.
  await chmod(root, 0o755)
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function backupCommand(command: string, folder: string, dataDir: string): Promise<z.infer<typeof outcome>> {
  const env = { PATH: process.env['PATH'] ?? '', BANYAN_DATA: dataDir }
  return outcome.parse(JSON.parse((await run(process.execPath, [entry, command, folder], { env })).stdout))
}

async function refusal(command: string, folder: string, dataDir: string): Promise<string> {
  const result = await backupCommand(command, folder, dataDir).catch((error: unknown) => failure.parse(error))
  if (!('stderr' in result)) throw new Error('it did not fail')
  expect(result.code).toBe(1)
  return result.stderr
}

async function call(
  server: ServerProcess,
  key: string,
  { method = 'GET', path, body }: { method?: string; path: string; body?: unknown },
): Promise<unknown> {
  const isArchive = body instanceof Uint8Array
  const response = await fetch(server.ready.localUrl + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': isArchive ? 'application/zip' : 'application/json' },
    ...(body === undefined ? {} : { body: isArchive ? new Uint8Array(body) : JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

describe('a backup', { timeout: 240_000 }, () => {
  it('made while the server writes holds all that was acknowledged before, and brings it back elsewhere', async () => {
    const dataDir = join(root, 'one')
    const backup = join(root, 'backup')
    const restored = join(root, 'two')
    const server = await startServerProcess({ BANYAN_DATA: dataDir })
    const key = server.ready.seed.apiKey ?? ''
    const app = z
      .object({ id: z.string() })
      .parse(await call(server, key, { method: 'POST', path: '/api/v1/apps', body: { name: 'Kept \u2028 "safe"' } }))
    const { entries, scriptHash } = testPackage({ label: 'kept' })
    await call(server, key, {
      method: 'POST',
      path: `/api/v1/apps/${app.id}/versions?version=1.0.0`,
      body: writeZip(entries),
    })
    await call(server, key, { method: 'POST', path: `/api/v1/apps/${app.id}/releases`, body: { version: '1.0.0' } })
    const upload = await call(server, key, {
      method: 'POST',
      path: `/api/v1/apps/${app.id}/file-uploads`,
      body: { path: 'kept.txt' },
    })
    const file = withId.parse(await (await fetch(urlOf(upload), { method: 'PUT', body: 'of a user' })).json())
    const acknowledged: string[] = []
    let isWriting = true
    const writer = (async () => {
      for (let number = 0; isWriting; number++) {
        const name = `App ${number} of the writer`
        await call(server, key, { method: 'PATCH', path: `/api/v1/apps/${app.id}`, body: { description: name } })
        acknowledged.push(name)
      }
    })()
    const before = acknowledged.length
    const made = await backupCommand('backup', backup, dataDir)
    isWriting = false
    await writer
    expect(acknowledged.length).toBeGreaterThan(before)
    expect(made.blobs.count).toBeGreaterThan(0)
    server.child.kill('SIGTERM')
    expect(await server.exited).toBe(0)

    const done = await backupCommand('restore', backup, restored)
    expect(done).toMatchObject({ rows: made.rows, blobs: made.blobs })
    const again = await startServerProcess({ BANYAN_DATA: restored })
    const { items } = appListSchema.parse(
      await call(again, key, { path: '/api/v1/apps' }).catch(() =>
        call(again, again.ready.seed.apiKey ?? '', { path: '/api/v1/apps' }),
      ),
    )
    expect(items).toMatchObject([{ id: app.id, name: 'Kept \u2028 "safe"', currentVersion: '1.0.0' }])
    const script = await fetch(`${again.ready.localUrl}/p/${app.id}/${scriptHash}`)
    expect(await script.text()).toContain('"kept"')
    const link = await call(again, again.ready.seed.apiKey ?? '', {
      method: 'POST',
      path: `/api/v1/apps/${app.id}/files/${file.id}/links`,
      body: {},
    })
    expect(await (await fetch(again.ready.localUrl + new URL(urlOf(link)).pathname)).text()).toBe('of a user')
    const verified = await call(again, again.ready.seed.apiKey ?? '', {
      method: 'POST',
      path: '/api/v1/platform/audit/verification',
    })
    expect(auditVerificationSchema.parse(verified)).toMatchObject({ isIntact: true })
    again.child.kill('SIGTERM')
    expect(await again.exited).toBe(0)

    expect(await refusal('restore', backup, restored)).toContain('There is a platform already')
    expect(await refusal('backup', backup, restored)).toContain('is there already')
  })

  it('that was damaged is refused before anything is restored', async () => {
    const backup = join(root, 'backup')
    const folder = join(backup, 'tables')
    const target = join(root, 'three')
    expect(await backupCommand('verify', backup, target)).toMatchObject({ ok: true })
    const name = (await readdir(folder)).find((each) => each.startsWith('apps.'))
    await truncate(join(folder, name ?? ''), 30)
    expect(await refusal('verify', backup, target)).toContain('The table apps')
    expect(await refusal('restore', backup, target)).toContain('The table apps')
    await writeFile(join(backup, 'backup.json'), '{"format":99}')
    expect(await refusal('verify', backup, target)).toContain('does not know')
    expect(await refusal('verify', join(root, 'nowhere'), target)).toContain('no complete backup')
  })
})
