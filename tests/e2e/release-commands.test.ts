/** A version on its way, by the commands alone: preview, review with a rejection, gray release, everybody, and back. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runBanyan } from '../support/dev-process.ts'
import { startPlatform } from '../support/platform.ts'
import type { Platform } from '../support/platform.ts'

let platform: Platform
let folder: string
let root: string
let environment: Readonly<Record<string, string>>

beforeAll(async () => {
  platform = await startPlatform()
  folder = await mkdtemp(join(tmpdir(), 'banyan-commands-'))
  root = join(folder, 'notes')
  environment = {
    XDG_CONFIG_HOME: join(folder, 'config'),
    BANYAN_URL: platform.origin,
    BANYAN_API_KEY: platform.apiKey,
  }
  await mkdir(root)
  await writeFile(join(root, 'app.json'), '{"pages":["index"]}')
  await writeFile(join(root, 'index.wxml'), '<view>notes</view>')
  await writeFile(join(root, 'index.js'), 'Page({})')
})
afterAll(async () => {
  await platform?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function banyan(args: readonly string[], wantedCode = 0) {
  const { code, stdout, stderr } = await runBanyan([...args, '--json'], { env: environment })
  expect({ args, code, stderr, said: code === wantedCode ? '' : stdout }).toEqual({
    args,
    code: wantedCode,
    stderr: '',
    said: '',
  })
  return JSON.parse(stdout)
}

test('a preview opens for whoever has its link, and uses up no version', async () => {
  const first = await banyan(['upload', root, '--create', 'Notes'])
  expect(first.version).toBe('1.0.0')
  const preview = await banyan(['preview', root, '--hours', '2', '--out', join(folder, 'code.svg')])
  expect(preview.version).toBe('1.0.1-preview.1')
  expect(await readFile(join(folder, 'code.svg'), 'utf8')).toContain('<svg')
  expect((await fetch(preview.url)).status).toBe(200)
  const { stdout, stderr, code } = await runBanyan(['preview', root, '--version', '1.0.0'], { env: environment })
  expect(code).toBe(0)
  expect(stdout).toContain(`${platform.origin}/`)
  expect(stderr).toContain('▄')
  await banyan(['publish', root])
  expect((await banyan(['versions', root])).versions[0]).toMatchObject({ version: '1.0.1-preview.1', isCurrent: false })
  expect((await banyan(['open', root, '--page', 'index?a=1'])).url).toBe(`${platform.urlOf(first.appId)}index?a=1`)
})

test('a version that is refused ends the wait with 3, and its thread can be read and answered', async () => {
  await platform.client.review.setPolicy('default', { flow: 'oneStep', fourEyes: false })
  const { appId, version } = await banyan(['upload', root])
  const refused = await runBanyan(['publish', root], { env: environment })
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.stderr).toContain('banyan submit')

  const { submission } = await banyan(['submit', root, '--note', 'search is new'])
  expect(submission).toMatchObject({ version, state: 'waiting', note: 'search is new' })
  await banyan(['submit', root, '--answer', 'no sign-in is needed'])
  const watching = runBanyan(['submit', root, '--status', '--watch', '--json'], { env: environment })
  await platform.client.review.decide(appId, submission.id, {
    decision: 'reject',
    ruleIds: ['1.1'],
    reason: 'blank page',
  })
  const watched = await watching
  expect(watched.code).toBe(3)
  expect(JSON.parse(watched.stdout)).toMatchObject({ ok: false, error: { code: 'review.rejected' } })
  const log = await runBanyan(['logs', root, '--only', 'review'], { env: environment })
  expect(log.stdout).toMatch(/search is new[\s\S]+no sign-in is needed[\s\S]+blank page/)
  await platform.client.review.setPolicy('default', { flow: 'none' })
})

test('a gray release begins, widens, stops, goes on and reaches everybody; roll-back undoes it', async () => {
  const { version } = await banyan(['upload', root])
  const nobody = await banyan(['gray', 'start', root], 2)
  expect(nobody.error.code).toBe('gray.nobody')
  const guards = ['--guard', 'errorRate:20%', '--guard', 'crashFree:5']
  const { plan } = await banyan(['gray', 'start', root, '--percent', '10', '--users', 'ann,ben', ...guards])
  expect(plan).toMatchObject({ version, state: 'running', basisPoints: 1000, listedUsers: 2 })
  expect(plan.guards).toHaveLength(2)
  expect((await banyan(['publish', root, '--version', '1.0.0'], 1)).error).toMatchObject({
    code: 'release.grayRuns',
    hint: expect.stringContaining('--revoke-gray'),
  })
  expect((await banyan(['gray', 'widen', root, '--percent', '50'])).plan.basisPoints).toBe(5000)
  expect((await banyan(['gray', 'widen', root, '--percent', '20'], 1)).error.code).toBe('gray.shareShrinks')
  for (const [step, state] of [
    ['pause', 'paused'],
    ['resume', 'running'],
    ['complete', 'completed'],
  ] as const) {
    expect((await banyan(['gray', step, root])).plan.state).toBe(state)
  }
  expect((await banyan(['gray', 'status', root], 1)).error.code).toBe('gray.none')
  expect(await banyan(['rollback', root, '--note', 'prices'])).toMatchObject({ version: '1.0.0' })
  const { stdout } = await runBanyan(['logs', root], { env: environment })
  expect(stdout).toMatch(/rollback 1\.0\.0 {2}prices/)
})

test('doctor sees the platform, the login and the mini-program of the project', async () => {
  const { checks } = await banyan(['doctor', root])
  const verdicts = checks.map(({ id, verdict }: { id: string; verdict: string }) => [id, verdict])
  expect(verdicts).toEqual(
    expect.arrayContaining([
      ['network', 'good'],
      ['key', 'good'],
      ['app', 'good'],
    ]),
  )
})
