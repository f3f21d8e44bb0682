import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchPhones } from '../../testing/phone-page.ts'
import { buildRuntime } from '../../../build.ts'
import { serveApp } from '../../testing/serve-app.ts'

test(
  'an allowed site is shown over the page, goes back by jweixin from wherever it has gone, and its messages reach the app before the page is gone',
  { timeout: 120_000 },
  async () => {
    const outdir = await mkdtemp(join(tmpdir(), 'banyan-web-view-'))
    const runtime = await buildRuntime({ outdir, mode: 'development' })
    const script = await readFile(join(runtime.outdir, runtime.runtime.parts['jweixin'] ?? ''))
    const page = `<!doctype html><script src="/jweixin.js"></script><button id="back" onclick="wx.miniProgram.postMessage({data:{n:1}});wx.miniProgram.postMessage({data:{n:2}});wx.miniProgram.navigateBack()">back</button><a id="next" href="/next">next</a><p id="env"></p><script>wx.miniProgram.getEnv(function(e){env.textContent=e.miniprogram+' '+window.__wxjs_environment})</script>`
    const site = createServer((request, response) => {
      const isScript = request.url === '/jweixin.js'
      response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' })
      response.end(isScript ? script : page)
    })
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', () => resolve()))
    const address = site.address()
    const origin = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`
    const app = await serveApp(
      {
        'app.json': '{"pages":["a","b"]}',
        'app.js': 'App({ heard: [] })',
        'a.wxml': '<view id="heard">{{heard}}</view><button id="go" bindtap="go">go</button>',
        'a.js':
          "Page({ data: { heard: '' }, onShow() { this.setData({ heard: getApp().heard.join(' ') }) }, go() { wx.navigateTo({ url: 'b' }) } })",
        'a.json': '{}',
        'b.wxml': `<web-view src="${origin}/x" bindload="load" bindmessage="message"/>`,
        'b.js':
          "Page({ load() { getApp().heard.push('load') }, message(e) { getApp().heard.push(JSON.stringify(e.detail.data)) }, onUnload() { getApp().heard.push('unload') } })",
        'b.json': '{}',
      },
      { runtime, webViewOrigins: [origin] },
    )
    const phones = await launchPhones()
    const phone = await phones.open(app.home)
    await phone.tap('go')
    const inside = phone.page.frameLocator('.web-view iframe')
    await expect.poll(() => inside.locator('#env').textContent(), { timeout: 10_000 }).toBe('true miniprogram')
    // A finger aims at a page that stands still.
    const standsStill = () => phone.page.waitForFunction(() => document.querySelector('.pushing,.popping') === null)
    await standsStill()
    await inside.locator('#back').click()
    await expect
      .poll(() => phone.node('heard').textContent(), { timeout: 10_000 })
      .toBe('load [{"n":1},{"n":2}] unload')

    // The site's own steps stand in the browser's history too: going back skips them.
    await phone.tap('go')
    await inside.locator('#env', { hasText: 'miniprogram' }).waitFor()
    await standsStill()
    await inside.locator('#next').click()
    await phone.page.waitForFunction(() => history.length > 3)
    await inside.locator('#env', { hasText: 'miniprogram' }).waitFor()
    await inside.locator('#back').click()
    await expect.poll(() => phone.route(), { timeout: 10_000 }).toBe('a')
    expect(await phone.page.evaluate(() => history.state)).toMatchObject({ banyan: { depth: 0 } })
    await phones.close()
    await app.close()
    site.close()
    await rm(outdir, { recursive: true, force: true })
  },
)
