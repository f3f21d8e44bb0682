/** Each template with its packages: install, lint, format, unit test, build, end-to-end test; then edit, upload, publish and open. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { runBanyan, startDev } from '../support/dev-process.ts'
import { openApp } from '../support/phone.ts'
import { startPlatform } from '../support/platform.ts'

const installingMs = 900_000
const command = fileURLToPath(new URL('../../packages/cli/bin/banyan.mjs', import.meta.url))
const run = promisify(execFile)

interface Template {
  name: string
  /** A source file with the text `from` on the first page. */
  page: string
  from: string
}

const templates: readonly Template[] = [
  { name: 'native-ts', page: 'miniprogram/pages/today/today.wxml', from: '添加习惯' },
  { name: 'native-js', page: 'miniprogram/pages/today/today.wxml', from: '添加习惯' },
  { name: 'taro-react', page: 'src/pages/today/index.jsx', from: '今天' },
  { name: 'taro-vue', page: 'src/pages/today/index.vue', from: '今天' },
  { name: 'uni-vue', page: 'src/pages/today/today.vue', from: '今天' },
]

test.each(templates)('$name works with all that it brings along', { timeout: installingMs }, async (template) => {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-template-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }), installingMs)
  const root = join(folder, 'habits')
  expect((await runBanyan(['create', root, '--template', template.name])).code).toBe(0)
  const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  )
  // Not those of the test that runs this: frameworks read them.
  const { NODE_ENV: _, VITEST: __, ...inherited } = process.env
  const npm = async (...args: readonly string[]) => {
    await run('npm', args, { cwd: root, env: { ...inherited, BANYAN: command }, maxBuffer: 64 * 1024 * 1024 })
  }
  const build = async () => (scripts['build'] === undefined ? undefined : npm('run', 'build'))
  await npm('install', '--ignore-scripts', '--no-audit', '--no-fund')
  for (const name of ['check', 'lint', 'format:check', 'test']) if (name in scripts) await npm('run', name)
  await build()
  await npm('run', 'e2e')

  const dev = await startDev(root)
  onTestFinished(async () => void (await dev.stop()))
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const phone = await openApp(browser, dev.url)
  await phone.waitForText(template.from)
  const page = join(root, template.page)
  await writeFile(page, (await readFile(page, 'utf8')).replace(template.from, '换个说法'))
  await build()
  await phone.waitForText('换个说法')

  const platform = await startPlatform()
  onTestFinished(() => platform.stop())
  const env = { BANYAN_URL: platform.origin, BANYAN_API_KEY: platform.apiKey }
  const uploaded = await runBanyan(['upload', root, '--create', template.name, '--json'], { env })
  expect(uploaded).toMatchObject({ code: 0 })
  const published = await runBanyan(['publish', root, '--json'], { env })
  await phone.goto(JSON.parse(published.stdout).url)
  await phone.waitForText('换个说法')
  await phone.waitForText('完成 0 / 3')
  expect(phone.faults.describe()).toBe('')
})
