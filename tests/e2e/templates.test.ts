/** Each native template from nothing to a phone: create, develop, edit, build, upload, publish, open. The others: tests/frameworks. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { runBanyan, startDev } from '../support/dev-process.ts'
import { openApp } from '../support/phone.ts'
import { startPlatform } from '../support/platform.ts'
import type { Platform } from '../support/platform.ts'
import { sampleOf } from '../support/sample.ts'

let platform: Platform
let browser: Browser
beforeAll(async () => {
  platform = await startPlatform()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await platform?.stop()
})

test.each(sampleOf(['native-ts', 'native-js'], 2))(
  '%s: create, edit and see it, build, upload, publish, open',
  async (template) => {
    const folder = await mkdtemp(join(tmpdir(), 'banyan-template-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const root = join(folder, 'habits')
    const env = { BANYAN_URL: platform.origin, BANYAN_API_KEY: platform.apiKey }
    const run = async (args: readonly string[]) => {
      const { code, stdout } = await runBanyan([...args, '--json'], { env })
      expect({ args, code, said: code === 0 ? '' : stdout }).toEqual({ args, code: 0, said: '' })
      return JSON.parse(stdout)
    }
    await run(['create', root, '--template', template])

    const dev = await startDev(root)
    onTestFinished(async () => void (await dev.stop()))
    const phone = await openApp(browser, dev.url)
    onTestFinished(() => phone.close())
    await phone.waitForText('完成 0 / 3')
    await phone.tap('[aria-label="喝八杯水"]')
    await phone.waitForText('完成 1 / 3')
    const page = join(root, 'miniprogram/pages/today/today.wxml')
    await writeFile(page, (await readFile(page, 'utf8')).replace('添加习惯', '再来一个'))
    await phone.waitForText('再来一个')

    expect((await run(['build', root])).diagnostics).toEqual([])
    await run(['upload', root, '--create', template])
    const { url } = await run(['publish', root])
    await phone.goto(url)
    await phone.waitForText('再来一个')
    await phone.waitForText('完成 0 / 3')
    await phone.tap('[aria-label="散步半小时"]')
    await phone.waitForText('完成 1 / 3')
    expect(phone.faults.describe()).toBe('')
  },
)
