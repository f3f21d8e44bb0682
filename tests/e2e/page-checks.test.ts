/** A version is handed in, and the platform opens its pages in a real browser before anybody decides. */
import { pageReportSchema, type PageReport } from '@banyan/contract/page-checks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPlatform, type AppFiles, type Platform } from '../support/platform.ts'

const app = (colour: string): AppFiles => ({
  'app.json': JSON.stringify({ pages: ['pages/index/index', 'pages/detail/detail', 'pages/empty/empty'] }),
  'app.js': 'App({})',
  'pages/index/index.js': 'Page({})',
  'pages/index/index.wxml': '<view class="title">Welcome</view><button>Go</button>',
  'pages/index/index.wxss': `.title { height: 300px; font-size: 30px; color: #fff; background: ${colour} }`,
  'pages/detail/detail.js': 'Page({ onLoad({ id }) { this.setData({ name: id.name.first }) } })',
  'pages/detail/detail.wxml': '<view>Detail {{name}}</view><image src="/a.png" style="width: 20px; height: 20px" />',
  'pages/empty/empty.js': 'Page({})',
  'pages/empty/empty.wxml': '<view></view>',
})

let platform: Platform
let appId: string
beforeAll(async () => {
  platform = await startPlatform({ BANYAN_CHROMIUM: process.env['BANYAN_CHROMIUM'] ?? '/usr/bin/chromium' })
  appId = await platform.createApp('Pages')
  await platform.publish(appId, '1.1.0', app('#00695c'))
}, 60_000)
afterAll(() => platform?.stop())

test('each page with its picture, errors, figures, and what has changed against what users have', async () => {
  await platform.upload(appId, '1.2.0', app('#b71c1c'))
  const asked = await call('POST', 'versions/1.2.0/page-report')
  expect(asked.status).toBe(202)
  const report = await finished('1.2.0')
  expect(report).toMatchObject({ state: 'finished', comparedWith: '1.1.0', reason: null })
  const [index, detail, empty] = report.pages
  expect(index).toMatchObject({ path: 'pages/index/index', faults: [], outcome: 'passed' })
  expect(index?.figures?.nodeCount).toBeGreaterThan(2)
  expect(index?.difference?.share).toBeGreaterThan(0.2)
  expect(detail?.outcome).toBe('failed')
  expect(detail?.faults.join()).toContain('name')
  expect(detail?.difference?.image).toBeNull()
  expect(empty).toMatchObject({ outcome: 'warning', faults: ['The page is blank'] })
  for (const name of [index?.screenshot, index?.difference?.image, index?.difference?.before]) {
    const picture = await call('GET', `versions/1.2.0/page-report/images/${name}`)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  }
}, 60_000)

test('an automatic review waits for the pages and refuses what does not work', async () => {
  await platform.client.review.setPolicy('default', { flow: 'automatic' })
  const files = {
    'app.json': JSON.stringify({ pages: ['pages/index/index'] }),
    'app.js': 'App({})',
    'pages/index/index.js': 'Page({ onLoad() { missing() } })',
    'pages/index/index.wxml': '<view>Welcome</view>',
  }
  await platform.upload(appId, '2.0.0', files)
  const handedIn = await platform.client.review.submit(appId, { version: '2.0.0' })
  expect(handedIn.state).toBe('waiting')
  expect(handedIn.checks.find(({ check }) => check === 'pages')?.outcome).toBe('pending')
  await finished('2.0.0')
  await expect
    .poll(async () => (await platform.client.review.list(appId))[0]?.state, { timeout: 10_000 })
    .toBe('rejected')
}, 60_000)

const call = (method: string, path: string): Promise<Response> =>
  fetch(`${platform.origin}/api/v1/apps/${appId}/${path}`, {
    method,
    headers: { authorization: `Bearer ${platform.apiKey}` },
  })

async function finished(version: string): Promise<PageReport> {
  const read = async (): Promise<PageReport> =>
    pageReportSchema.parse(await (await call('GET', `versions/${version}/page-report`)).json())
  await expect.poll(async () => (await read()).state, { timeout: 40_000, interval: 300 }).toMatch(/finished|failed/)
  return read()
}
