import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServerProcess, tryStartServerProcess, type FailedStart } from './testing/server-process.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'banyan-start-'))
  // The database runs as another user when this test runs as root.
  await chmod(root, 0o755)
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function failToStart(environment: Record<string, string>): Promise<FailedStart> {
  const started = await tryStartServerProcess(environment)
  if ('exitCode' in started) return started
  started.child.kill('SIGTERM')
  await started.exited
  throw new Error('the server started')
}

/** A message that says what to do, and no stack. */
function clear(text: RegExp): Record<string, unknown> {
  return { exitCode: 1, output: expect.stringMatching(text), startsWith: 'banyan: ', hasStack: false }
}

function seen({ exitCode, output }: FailedStart): Record<string, unknown> {
  const startsWith = /^banyan: /m.exec(output)?.[0]
  return { exitCode, output, startsWith, hasStack: /\n\s+at /.test(output) }
}

describe('a start', { timeout: 120_000 }, () => {
  it('on a port that is taken says so, and leaves nothing running', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = String(typeof address === 'object' ? address?.port : '')
    const dataDir = join(root, 'busy-port')
    expect(seen(await failToStart({ BANYAN_DATA: dataDir, PORT: port }))).toEqual(
      clear(/Port \d+ is already in use.*PORT=/),
    )
    await new Promise((resolve) => other.close(resolve))
    expect(await readdir(dataDir)).not.toContain('server.lock')
    expect(await readdir(join(dataDir, 'postgres', 'cluster'))).not.toContain('postmaster.pid')
    const server = await startServerProcess({ BANYAN_DATA: dataDir, PORT: port })
    server.child.kill('SIGTERM')
    expect(await server.exited).toBe(0)
  })

  it('on a data folder that cannot be one says so', async () => {
    await writeFile(join(root, 'a-file'), '')
    expect(seen(await failToStart({ BANYAN_DATA: join(root, 'a-file') }))).toEqual(
      clear(/The data folder .* cannot be used .*BANYAN_DATA/),
    )
    expect(seen(await failToStart({ BANYAN_DATA: '/proc/banyan' }))).toEqual(
      clear(/The data folder \/proc\/banyan cannot be used/),
    )
  })

  it.each([
    [
      'postgres://nobody:secret@127.0.0.1:1/none',
      /Cannot use DATABASE_URL \(postgres:\/\/nobody:\*\*\*@127\.0\.0\.1:1\/none\)/,
    ],
    ['not an address', /Cannot use DATABASE_URL/],
  ])('with DATABASE_URL=%s says so without showing the password', async (url, text) => {
    const failed = await failToStart({ BANYAN_DATA: join(root, 'wrong-url'), DATABASE_URL: url })
    expect(seen(failed)).toEqual(clear(text))
    expect(failed.output).not.toContain('secret')
  })

  it.each([
    [{ PORT: 'http' }, /PORT/],
    [{ PUBLIC_URL: 'example.com' }, /PUBLIC_URL/],
    [{ BANYAN_EMBED_ORIGINS: 'https://a.example https://b.example/path' }, /BANYAN_EMBED_ORIGINS/],
    [{ HOST: '203.0.113.77' }, /no address 203\.0\.113\.77/],
  ])('with %j says which setting is wrong', async (environment, text) => {
    const failed = await failToStart({ BANYAN_DATA: join(root, 'wrong-setting'), ...environment })
    expect(seen(failed)).toEqual(clear(text))
  })

  it('on data that another server uses says which, and does not disturb it', async () => {
    const environment = { BANYAN_DATA: join(root, 'shared') }
    const first = await startServerProcess(environment)
    expect(seen(await failToStart(environment))).toEqual(
      clear(new RegExp(`Another server \\(process ${first.child.pid}\\) already uses`)),
    )
    expect((await fetch(`${first.ready.localUrl}/readyz`)).status).toBe(200)
    first.child.kill('SIGINT')
    expect(await first.exited).toBe(0)
  })

  it('after one that was interrupted while it made the database begins anew', async () => {
    const dataDir = join(root, 'interrupted')
    const home = join(dataDir, 'postgres')
    await mkdir(join(home, 'cluster.new-12345', 'base'), { recursive: true })
    await writeFile(join(dataDir, 'server.lock'), '999999 1\n')
    const server = await startServerProcess({ BANYAN_DATA: dataDir })
    expect((await readdir(home)).filter((name) => name.includes('.new-'))).toEqual([])
    server.child.kill('SIGTERM')
    expect(await server.exited).toBe(0)
  })

  it('gives a new set-up link each time until there is an owner, and then none', async () => {
    const environment = { BANYAN_DATA: join(root, 'links') }
    const first = await startServerProcess(environment)
    first.child.kill('SIGTERM')
    await first.exited
    const second = await startServerProcess(environment)
    expect(second.ready.setupUrl).not.toBe(first.ready.setupUrl)
    const setUp = async (link: string | null): Promise<number> => {
      const token = new URL(link ?? '').searchParams.get('token')
      const body = JSON.stringify({ token, name: 'Ada', email: 'ada@example.com', password: 'long enough password' })
      const headers = { 'content-type': 'application/json' }
      return (await fetch(`${second.ready.localUrl}/api/v1/setup`, { method: 'POST', headers, body })).status
    }
    expect(await setUp(first.ready.setupUrl)).toBe(410)
    expect(await setUp(second.ready.setupUrl)).toBe(201)
    second.child.send({ type: 'seeded' })
    second.child.kill('SIGTERM')
    expect(await second.exited).toBe(0)
    const third = await startServerProcess(environment)
    expect(third.ready).toMatchObject({ setupUrl: null, seed: { needed: false, apiKey: null } })
    third.child.disconnect()
    expect(await third.exited).toBe(0)
  })
})
