// 在真实的 Chromium 中以手机尺寸打开这个项目：启动 banyan dev，随测试结束而停止。
// Opens this project in a real Chromium, as large as a phone: starts banyan dev and stops it with the test.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = fileURLToPath(new URL('..', import.meta.url))
const patienceMs = 20_000
const browsers = [
  process.env.BANYAN_CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** @param {import('node:test').TestContext} t */
export async function openApp(t) {
  const server = await startServer()
  t.after(() => server.stop())
  const executablePath = browsers.find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error('No Chromium was found; name its path in BANYAN_CHROMIUM')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  t.after(() => browser.close())
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  await page.goto(server.url)

  /** The frame of the page on top, once `isReady` says so; pages that were opened before lie below it. */
  async function frameWith(isReady, wanted) {
    const deadline = Date.now() + patienceMs
    while (Date.now() < deadline) {
      for (const frame of page.frames().toReversed()) {
        const element = await frame.frameElement().catch(() => undefined)
        const isShown = await element?.isVisible().catch(() => false)
        if (isShown && (await isReady(frame).catch(() => false))) return frame
      }
      await wait(50)
    }
    throw new Error(`The app never showed ${wanted}`)
  }

  return {
    page,
    waitForText: (text) =>
      frameWith(async (frame) => (await frame.evaluate(() => document.body.innerText)).includes(text), text),
    async tap(selector) {
      const frame = await frameWith(async (each) => (await each.locator(selector).count()) > 0, selector)
      await frame.locator(selector).first().tap()
    },
  }
}

async function startServer() {
  const isWindows = process.platform === 'win32'
  const child = spawn(process.env.BANYAN ?? 'banyan', ['dev', root, '--port', '0', '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: isWindows,
  })
  const failed = once(child, 'error').then(([error]) => {
    throw new Error('The command banyan was not found; put it on the PATH or name it in BANYAN', { cause: error })
  })
  const ready = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length))
    })
    child.on('exit', (code) => reject(new Error(`banyan dev ended with ${code}`)))
  })
  const url = await Promise.race([ready, failed])
  return {
    url,
    async stop() {
      child.kill('SIGINT')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
