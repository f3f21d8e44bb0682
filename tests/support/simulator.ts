/** The simulator around a small mini-program, as a developer has it on his screen. */
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startDevServer } from '@banyan/simulator'
import type { Browser, Frame, Page } from 'playwright-core'

export interface Simulator {
  readonly page: Page
  /** The document of the mini-program's page on top. */
  app(): Promise<Frame>
  /** The page of the platform around it. */
  host(): Frame
  /** Waits until the mini-program shows this. */
  shows(text: string): Promise<void>
  panel(name: string): Promise<void>
  /** What the editor has been asked to open. */
  opened(): Promise<string>
  stop(): Promise<void>
}

const patienceMs = 5_000

const home = (apiUrl: string) => `const started = wx.getLaunchOptionsSync()
Page({
  data: { count: 0, answer: '', place: '', kept: '', shop: '' },
  onLoad(query) {
    const { theme, language, fontSizeSetting } = wx.getAppBaseInfo()
    const { safeArea, windowWidth } = wx.getWindowInfo()
    this.setData({ shop: query.shop || '', theme, language, text: fontSizeSetting, top: safeArea.top, width: windowWidth, scene: started.scene, kept: wx.getStorageSync('kept') })
  },
  onShow() { wx.onThemeChange(({ theme }) => this.setData({ theme })) },
  add() { this.setData({ count: this.data.count + 1 }) },
  print() { console.log('printed', { one: 1 }) },
  ask() { wx.request({ url: '${apiUrl}/word', success: ({ data }) => this.setData({ answer: data.word }), fail: () => this.setData({ answer: 'no answer' }) }) },
  locate() { wx.getLocation({ success: ({ latitude }) => this.setData({ place: latitude }), fail: () => this.setData({ place: 'refused' }) }) },
  keep() { wx.setStorageSync('kept', 'mine'); this.setData({ kept: 'mine' }) },
  fail() { throw new Error('thrown on purpose') },
})
`
const template = `<view class="mark">count {{count}} answer {{answer}} place {{place}} kept {{kept}} shop {{shop}}</view>
<view class="world">{{theme}} {{language}} top {{top}} width {{width}} scene {{scene}} text {{text}}</view>
<image src="/dot.png" class="dot" />
<block wx:for="{{['add', 'print', 'ask', 'locate', 'keep', 'fail']}}" wx:key="*this">
  <button class="do-{{item}}" wx:if="{{item === 'add'}}" bindtap="add">{{item}}</button>
  <button class="do-{{item}}" wx:elif="{{item === 'print'}}" bindtap="print">{{item}}</button>
  <button class="do-{{item}}" wx:elif="{{item === 'ask'}}" bindtap="ask">{{item}}</button>
  <button class="do-{{item}}" wx:elif="{{item === 'locate'}}" bindtap="locate">{{item}}</button>
  <button class="do-{{item}}" wx:elif="{{item === 'keep'}}" bindtap="keep">{{item}}</button>
  <button class="do-{{item}}" wx:else bindtap="fail">{{item}}</button>
</block>
`
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export async function openSimulator(browser: Browser, colorScheme: 'light' | 'dark' = 'light'): Promise<Simulator> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-simulator-'))
  const api = createServer((_request, response) =>
    response.setHeader('content-type', 'application/json').end('{"word":"from the server"}'),
  )
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  const address = api.address()
  const apiUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  const files: Readonly<Record<string, string | Buffer>> = {
    'app/app.json': JSON.stringify({
      pages: ['pages/home/home', 'pages/second/second'],
      darkmode: true,
      requiredPrivateInfos: ['getLocation'],
      permission: { 'scope.userLocation': { desc: 'test' } },
    }),
    'app/app.js': 'App({})\n',
    'app/dot.png': Buffer.from(dot, 'base64'),
    'app/pages/home/home.json': '{}',
    'app/pages/home/home.js': home(apiUrl),
    'app/pages/home/home.wxml': template,
    'app/pages/home/home.wxss': '.mark { font-size: 17px }\n',
    'app/pages/second/second.js': 'Page({ data: { first: wx.getLaunchOptionsSync().path } })\n',
    'app/pages/second/second.wxml': '<view class="mark">begun with {{first}}</view>',
    editor: `#!/bin/sh\nprintf '%s\\n' "$@" >> ${folder}/opened\n`,
  }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  await chmod(join(folder, 'editor'), 0o755)
  process.env['LAUNCH_EDITOR'] = join(folder, 'editor')
  const server = await startDevServer({ root: join(folder, 'app'), port: 0, locale: 'en', hasSimulator: true })
  // High enough for the phone in its own size: clicks of the driver miss in a frame that is drawn smaller.
  const page = await browser.newPage({ viewport: { width: 1280, height: 1100 }, locale: 'en-US', colorScheme })
  page.setDefaultTimeout(patienceMs)
  await page.goto(server.simulatorUrl)

  const host = () => page.frames().find((frame) => frame.parentFrame() === page.mainFrame()) ?? page.mainFrame()
  const app = async (): Promise<Frame> => {
    for (const frame of page.frames()) {
      if (
        (await frame
          .locator('.mark:visible')
          .count()
          .catch(() => 0)) > 0
      )
        return frame
    }
    throw new Error('the mini-program shows no page')
  }
  const shows = async (text: string) => {
    const end = Date.now() + patienceMs
    let last = ''
    for (;;) {
      last = await app().then(
        (frame) => frame.locator('body').innerText(),
        () => last,
      )
      if (last.includes(text)) return
      if (Date.now() > end) throw new Error(`the mini-program never showed "${text}"; it shows:\n${last}`)
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    }
  }
  await shows('count 0')
  return {
    page,
    host,
    app,
    shows,
    panel: (name) => page.getByRole('tab', { name }).click(),
    opened: () => readFile(join(folder, 'opened'), 'utf8').catch(() => ''),
    async stop() {
      delete process.env['LAUNCH_EDITOR']
      await page.close()
      await server.close()
      api.closeAllConnections()
      await new Promise((resolve) => api.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
