/** From an empty folder to a phone with nothing but the `banyan` command: create, log in, upload, publish, roll back. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServerProcess } from '@banyan/server/testing'
import { makeDataFolder } from '@banyan/server/testing/data-folder.ts'
import { expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { runBanyan } from '../support/dev-process.ts'
import { openApp } from '../support/phone.ts'

test('a new project goes live, gets a second version, and goes back to the first', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-publish-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const dataDir = await makeDataFolder()
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const server = await startServerProcess({ BANYAN_DATA: dataDir })
  onTestFinished(async () => {
    server.child.kill('SIGTERM')
    await server.exited
  })
  const { localUrl, seed } = server.ready
  const root = join(folder, 'habits')
  const env = { XDG_CONFIG_HOME: join(folder, 'config') }
  const run = async (args: readonly string[], input = '') => {
    const { code, stdout, stderr } = await runBanyan([...args, '--json'], { env, input })
    expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' })
    return JSON.parse(stdout)
  }

  await run(['create', root])
  await run(['login', '--url', localUrl], `${seed.apiKey}\n`)
  const first = await run(['upload', root, '--create', '好习惯'])
  expect(first).toMatchObject({ ok: true, version: '1.0.0' })
  expect(JSON.parse(await readFile(join(root, 'banyan.json'), 'utf8'))).toEqual({ appId: first.appId })
  const { url } = await run(['publish', root])

  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const phone = await openApp(browser, url)
  await phone.waitForText('完成 0 / 3')
  await phone.tap('[aria-label="喝八杯水"]')
  await phone.waitForText('完成 1 / 3')
  expect(phone.faults.describe()).toBe('')

  const page = join(root, 'miniprogram/pages/today/today.wxml')
  await writeFile(page, (await readFile(page, 'utf8')).replace('添加习惯', '再来一个'))
  expect(await run(['upload', root, '--description', '换个说法'])).toMatchObject({ version: '1.0.1' })
  await phone.goto(url)
  await phone.waitForText('添加习惯')
  await run(['publish', root])
  await phone.goto(url)
  await phone.waitForText('再来一个')
  await phone.waitForText('完成 1 / 3')

  expect(await run(['publish', root, '--version', '1.0.0'])).toMatchObject({ version: '1.0.0', sequence: 3 })
  await phone.goto(url)
  await phone.waitForText('添加习惯')

  const again = await runBanyan(['upload', root, '--version', '1.0.0', '--json'], { env })
  expect(again.code).toBe(1)
  expect(JSON.parse(again.stdout)).toMatchObject({ ok: false, error: { code: 'release.versionTaken' } })
})

test('a project with compile errors is not uploaded', async () => {
  const root = await mkdtemp(join(tmpdir(), 'banyan-publish-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  await writeFile(join(root, 'app.json'), '{"pages":["index"]}')
  await writeFile(join(root, 'index.wxml'), '<view>')
  await writeFile(join(root, 'index.js'), 'Page({')
  // Nothing listens there: the errors must be found before anything is sent.
  const env = { BANYAN_URL: 'http://127.0.0.1:1', BANYAN_API_KEY: 'byk_any' }
  const { code, stdout } = await runBanyan(['upload', root, '--app', 'by0123456789abcdef', '--json'], { env })
  expect(code).toBe(1)
  const { error, diagnostics } = JSON.parse(stdout)
  expect(error.code).toBe('build.failed')
  const files: string[] = diagnostics.map((each: { file: string }) => each.file)
  expect(files).toContain('index.js')
})
