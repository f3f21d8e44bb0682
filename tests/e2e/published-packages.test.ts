/** The packages as npm would publish them, in a folder that has nothing else of this checkout. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startDev } from '../support/dev-process.ts'
import { openApp } from '../support/phone.ts'
import { startPlatform } from '../support/platform.ts'
import { isWhole } from '../support/sample.ts'
import { installArchives, packPackages } from '../support/published.ts'

const run = promisify(execFile)

test.runIf(isWhole)(
  'the published command makes, serves and publishes an app, and all packages bring code and types',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'banyan-published-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const project = join(folder, 'project')
    await installArchives(await packPackages(folder), project)
    const command = join(project, 'node_modules/@banyan/cli/bin/banyan.mjs')
    const banyan = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
      (await run(process.execPath, [command, ...args], { cwd: project, env: { ...process.env, ...env } })).stdout

    expect(JSON.parse(await banyan(['create', 'app', '--json']))).toMatchObject({ ok: true, template: 'native-ts' })
    expect(JSON.parse(await banyan(['build', 'app', '--json']))).toMatchObject({ ok: true })

    const dev = await startDev(join(project, 'app'), ['--simulator'], command)
    onTestFinished(async () => void (await dev.stop()))
    const browser = await launchBrowser()
    onTestFinished(() => browser.close())
    const phone = await openApp(browser, dev.url)
    await phone.waitForText('添加习惯')

    const platform = await startPlatform()
    onTestFinished(() => platform.stop())
    const login = { BANYAN_URL: platform.origin, BANYAN_API_KEY: platform.apiKey }
    await banyan(['upload', 'app', '--create', 'habits', '--json'], login)
    const { url }: { url: string } = JSON.parse(await banyan(['publish', 'app', '--json'], login))
    await phone.goto(url)
    await phone.waitForText('添加习惯')
    expect(phone.faults.describe()).toBe('')

    await writeFile(join(project, 'uses.mts'), uses)
    await run(process.execPath, [tsc, '--noEmit', '--strict', '--module', 'nodenext', '--skipLibCheck', 'uses.mts'], {
      cwd: project,
    })
    const { stdout } = await run(process.execPath, ['uses.mts'], {
      cwd: project,
      env: { ...process.env, BANYAN_ORIGIN: platform.origin, BANYAN_KEY: platform.apiKey },
    })
    expect(stdout).toBe('habits\n')
  },
)

const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))

/** The types must be there, and say what is wrong. */
const uses = `
import { Project } from '@banyan/cli'
import { createClient } from '@banyan/sdk'
import * as serverSdk from '@banyan/server-sdk'
declare const process: { env: Record<string, string> }
declare const console: { log(text: string): void }
const client = createClient({ baseUrl: process.env.BANYAN_ORIGIN ?? '', apiKey: process.env.BANYAN_KEY ?? '' })
const apps = await client.apps.list()
// @ts-expect-error: an app's name is a text
const wrong: number = apps[0]?.name
if (typeof Project !== 'function' || Object.keys(serverSdk).length === 0) throw new Error('empty')
console.log(apps.map(({ name }) => name).filter((name) => name === 'habits').join())
`
