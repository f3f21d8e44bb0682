import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testPackage } from '#testing/package-archive.ts'
import { startTestServer, type TestServer } from '#testing/test-server.ts'
import { writeZip } from '#testing/zip-writer.ts'

const entry = fileURLToPath(new URL('backup.ts', import.meta.url))
const run = promisify(execFile)
const failure = z.object({ stderr: z.string() })
const withId = z.looseObject({ id: z.string() })

let root: string
let from: TestServer
let to: TestServer
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'banyan-team-'))
  await chmod(root, 0o755)
  from = await startTestServer()
  to = await startTestServer()
})
afterAll(async () => {
  await from.stop()
  await to.stop()
  await rm(root, { recursive: true, force: true })
})

async function command(server: TestServer, ...words: string[]): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', BANYAN_DATA: server.dataDir }
  return run(process.execPath, [entry, ...words], { env }).then(
    ({ stdout }) => stdout,
    (error: unknown) => failure.parse(error).stderr,
  )
}

describe('a team that leaves', { timeout: 120_000 }, () => {
  let team: Awaited<ReturnType<TestServer['createTenant']>>
  let appId: string
  let otherApp: string
  let secret: string
  const kept = testPackage({ label: 'of the team' })
  const folder = (): string => join(root, 'export')
  const own = { fileId: '' }

  beforeAll(async () => {
    team = await from.createTenant()
    await from.signUp({ role: 'member' }, 'stranger@example.com')
    // The owner of one platform is known by the same address on the other.
    await to.signUpOwner()
    const { key } = team
    appId = withId.parse(await from.json('POST', '/api/v1/apps', { key, body: { name: 'Moves' } })).id
    otherApp = await from.createApp('Stays')
    const address = `/api/v1/apps/${appId}`
    const zip = { 'content-type': 'application/zip' }
    const body = writeZip(kept.entries)
    await from.json('POST', `${address}/versions?version=1.0.0`, { key, body, headers: zip })
    await from.json('POST', `${address}/releases`, { key, body: { version: '1.0.0' } })
    await from.json('PATCH', address, { key, body: { requestDomains: [{ origin: 'https://api.example.com' }] } })
    secret = String((await from.json('POST', `${address}/secret`, { key }))['secret'])
    const upload = await from.json('POST', `${address}/file-uploads`, { key, body: { path: 'kept.txt' } })
    const sent = await from.call('PUT', new URL(String(upload['url'])).pathname, { body: 'of a user' })
    own.fileId = withId.parse(await sent.json()).id
  })

  it('takes its rows and files with it while the platform works, and nothing of others', async () => {
    expect(await command(from, 'export-team', team.workspaceId, folder())).toContain('"ok":true')
    expect(await command(to, 'verify-team', folder())).toContain('"ok":true')
    const names = await readdir(join(folder(), 'tables'))
    const texts = await Promise.all(
      names.map(async (name) => gunzipSync(await readFile(join(folder(), 'tables', name)))),
    )
    const all = Buffer.concat(texts).toString()
    expect(all).toContain(appId)
    expect(all).not.toContain(otherApp)
    expect(all).not.toContain('stranger@example.com')
    expect(names).not.toContain('api_keys.ndjson.gz')
    expect(all).not.toMatch(/argon2/)
  })

  it('goes on elsewhere: the same addresses, secrets, files, and the same people', async () => {
    expect(await command(to, 'import-team', folder())).toContain('"ok":true')
    const script = await to.call('GET', `/p/${appId}/${kept.scriptHash}`)
    expect(await script.text()).toContain('of the team')
    const token = await to.json('POST', '/cgi-bin/stable_token', {
      body: { grant_type: 'client_credential', appid: appId, secret },
    })
    expect(token['access_token']).toEqual(expect.any(String))
    const file = { file_list: [{ fileid: `cloud://${appId}/kept.txt` }] }
    const links = z
      .looseObject({ file_list: z.array(z.looseObject({ download_url: z.string() })) })
      .parse(
        await to.json('POST', `/tcb/batchdownloadfile?access_token=${String(token['access_token'])}`, { body: file }),
      )
    const link = new URL(links.file_list[0]?.download_url ?? '').pathname
    expect(await (await to.call('GET', link)).text()).toBe('of a user')
    const owner = await to.signUpOwner()
    const there = { ...owner, 'banyan-workspace': team.workspaceId }
    const { items } = await to.json('GET', '/api/v1/members', { headers: there })
    expect(items).toHaveLength(2)
  })

  it('is not taken in twice, nor half, nor when it was changed on the way', async () => {
    expect(await command(to, 'import-team', folder())).toContain('here already')
    const path = join(folder(), 'team.json')
    const archive = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...archive, migrations: archive.migrations.slice(1) }))
    expect(await command(to, 'import-team', folder())).toContain('different versions')
    const [blob] = z.array(z.string()).parse(archive.blobs)
    await writeFile(path, JSON.stringify(archive))
    await writeFile(join(folder(), 'blobs', blob?.slice(0, 2) ?? '', blob ?? ''), 'something else')
    expect(await command(to, 'import-team', folder())).toContain('is damaged')
    expect(await command(from, 'export-team', 'ws_nobody', join(root, 'none'))).toContain('There is no team')
    expect(await readdir(root)).not.toContain('none')
  })
})
