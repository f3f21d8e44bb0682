/** The recipes for build servers: their lines are taken from the page, and run by a shell with the variables that the build server sets. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startPlatform } from '../support/platform.ts'
import type { Platform } from '../support/platform.ts'
import { isWhole } from '../support/sample.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))

/** The lines of a recipe that call the command, as the shell gets them. */
async function readRecipe(page: string, marker: RegExp): Promise<string[]> {
  const text = await readFile(join(root, page), 'utf8')
  const [recipe = ''] = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(([, yaml = '']) =>
    marker.test(yaml) ? [yaml] : [],
  )
  return [...recipe.matchAll(/^\s+- (?:run: )?(\S*\.bin\/banyan .+)$/gm)].flatMap(([, line]) => line ?? [])
}

/** Who reviews does so while the job waits. */
async function approve({ client }: Platform, appId: string, version: string): Promise<void> {
  const waiting = await vi.waitUntil(
    async () => (await client.review.list(appId)).find((each) => each.version === version && each.state === 'waiting'),
    { timeout: 30_000, interval: 100 },
  )
  await client.review.decide(appId, waiting.id, { decision: 'approve' })
}

test.runIf(isWhole)('GitHub Actions and GitLab upload a version and wait until it is approved and live', async () => {
  const platform = await startPlatform()
  onTestFinished(() => platform.stop())
  const folder = await mkdtemp(join(tmpdir(), 'banyan-recipes-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const app = join(folder, 'app')
  await mkdir(app)
  const appId = await platform.createApp('Notes')
  const files = { 'app.json': '{"pages":["index"]}', 'index.wxml': '<view>notes</view>', 'index.js': 'Page({})' }
  for (const [name, text] of Object.entries(files)) await writeFile(join(app, name), text)
  await writeFile(join(app, 'banyan.json'), JSON.stringify({ appId }))
  await mkdir(join(folder, 'banyan/node_modules/.bin'), { recursive: true })
  await symlink(join(root, 'packages/cli/bin/banyan.mjs'), join(folder, 'banyan/node_modules/.bin/banyan'))
  await platform.client.review.setPolicy('default', { flow: 'oneStep', fourEyes: false })

  const recipes = [
    { marker: /runs-on/, cwd: folder, tag: 'v1.1.0' },
    { marker: /CI_COMMIT_TAG/, cwd: app, tag: 'v1.2.0' },
  ]
  for (const { marker, cwd, tag } of recipes) {
    const lines = await readRecipe('docs/en/cli.md', marker)
    expect(lines).toHaveLength(2)
    expect(await readRecipe('docs/zh-CN/cli.md', marker)).toEqual(lines)
    const env = {
      ...process.env,
      ...{ CI: 'true', BANYAN_URL: platform.origin, BANYAN_API_KEY: platform.apiKey },
      ...{ GITHUB_REF_NAME: tag, GITHUB_SHA: 'cafe', CI_COMMIT_TAG: tag, CI_COMMIT_SHA: 'cafe' },
    }
    const script = lines.join('\n').replaceAll('/tmp/banyan', join(folder, 'banyan'))
    const job = run('bash', ['-ec', script], { cwd, env })
    await Promise.all([job, approve(platform, appId, tag.slice(1))])
    expect((await platform.client.releases.readCurrent(appId)).version).toBe(tag.slice(1))
  }
})
