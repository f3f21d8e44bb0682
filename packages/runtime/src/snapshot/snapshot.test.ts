import { snapshotSchema, snapshotTableSchema } from '@banyan/contract/snapshot'
import { snapshotMarkup } from '@banyan/contract/snapshot-markup'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchPhones } from '../testing/phone-page.ts'
import { compileApp } from '../testing/run-app.ts'
import { serveBuild } from '../testing/serve-build.ts'
import { addSnapshots, type SnapshotBuild } from './index.ts'

const sources = {
  'app.json': JSON.stringify({
    pages: ['pages/home/home', 'pages/broken/broken', 'pages/blank/blank'],
    window: {
      navigationBarTitleText: '首页',
      navigationBarBackgroundColor: '#ffffff',
      navigationBarTextStyle: 'black',
    },
  }),
  'app.js': "App({ onLaunch() { throw new Error('the app has no life in a snapshot') } })",
  'app.wxss': 'page { background: #eef } .unused { color: red } .unused::after { content: "x" }',
  'pages/home/home.json': JSON.stringify({ usingComponents: { 'my-card': '/components/card/card' } }),
  'pages/home/home.js': `Page({
    data: { title: '你好', rows: [1, 2, 3], now: Date.now(), random: Math.random() },
    onLoad() { this.setData({ title: 'loaded' }) },
  })`,
  'pages/home/home.wxml': `<view class="title">{{title}}</view><my-card wx:for="{{rows}}" wx:key="*this" label="{{item}}" />
    <text id="now">{{now}}</text><text id="random">{{random}}</text><input placeholder="搜索" /><image class="picture" src="/x.png" />`,
  'pages/home/home.wxss':
    '.title { font-size: 40rpx; color: #123 } .title:active { color: #000 } .picture { width: 100rpx; height: 100rpx }',
  'components/card/card.json': JSON.stringify({ component: true }),
  'components/card/card.js': `Component({
    properties: { label: String }, data: { made: '' },
    lifetimes: { attached() { this.setData({ made: 'made ' + this.data.label }) } },
  })`,
  'components/card/card.wxml': '<view class="card">{{made}}</view>',
  'components/card/card.wxss': '.card { padding: 8px } .gone { color: red }',
  'pages/broken/broken.js': "throw new Error('does not run'); Page({})",
  'pages/broken/broken.wxml': '<view>never</view>',
  'pages/blank/blank.js': 'Page({})',
  'pages/blank/blank.wxml': '<view wx:if="{{ready}}">later</view>',
}

let build: Awaited<ReturnType<typeof compileApp>>
let drawn: Awaited<ReturnType<typeof addSnapshots<typeof build>>>
let phones: Awaited<ReturnType<typeof launchPhones>>
beforeAll(async () => {
  build = await compileApp(sources)
  drawn = await addSnapshots(build)
  phones = await launchPhones()
})
afterAll(() => phones.close())

function read({ files }: SnapshotBuild, hash: string): unknown {
  return JSON.parse(new TextDecoder().decode(files.get(hash)))
}

function snapshotOf(of: SnapshotBuild, route: string) {
  const table = snapshotTableSchema.parse(read(of, of.manifest.snapshots?.hash ?? ''))
  return snapshotSchema.parse(read(of, table[route]?.hash ?? ''))
}

test('a page is drawn from its initial data, with components that have been attached', () => {
  const { nodes } = snapshotOf(drawn.build, 'pages/home/home')
  const html = snapshotMarkup(nodes)
  expect(html).toContain('<wx-view class="title">你好</wx-view>')
  expect(html.match(/made \d/g)).toEqual(['made 1', 'made 2', 'made 3'])
  expect(html).toContain('placeholder="搜索"')
})

test('of the styles it has what it uses', () => {
  const { css } = snapshotOf(drawn.build, 'pages/home/home')
  expect(css).toContain('--card')
  expect(css).toContain('.title:active')
  expect(css).not.toMatch(/unused|--gone/)
})

test('a page that fails and a page that shows nothing go without', () => {
  expect(drawn.report.drawn).toEqual(['pages/home/home'])
  expect(Object.keys(drawn.report.failures)).toEqual(['pages/broken/broken'])
})

test('the same source gives the same bytes, whatever the time', async () => {
  const again = await addSnapshots(await compileApp(sources))
  expect(again.build.manifest.snapshots).toEqual(drawn.build.manifest.snapshots)
})

test('the code that draws can write nothing and start nothing', async () => {
  const attempt = `const F = console.log.constructor('return process')
    const found = []
    for (const work of [
      (p) => p.getBuiltinModule('fs').writeFileSync('/tmp/banyan-snapshot-escape', 'x'),
      (p) => p.getBuiltinModule('child_process').execSync('true'),
    ]) { try { work(F()); found.push('done') } catch (error) { found.push(String(error.code)) } }
    Page({ data: { found: found.join(' ') } })`
  const hostile = await compileApp({
    'app.json': JSON.stringify({ pages: ['pages/a/a'] }),
    'pages/a/a.js': attempt,
    'pages/a/a.wxml': '<view>{{found}}</view>',
  })
  const { build: result } = await addSnapshots(hostile)
  expect(snapshotMarkup(snapshotOf(result, 'pages/a/a').nodes)).toBe(
    '<wx-view>ERR_ACCESS_DENIED ERR_ACCESS_DENIED</wx-view>',
  )
})

test('in a browser the snapshot shows before the worker has come, and gives way to the page', async () => {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => void (release = resolve))
  const served = await serveBuild(drawn.build)
  const phone = await phones.open('about:blank')
  await phone.page.route('**/r/logic-*', async (route) => {
    await held
    await route.continue()
  })
  await phone.page.goto(served.home)
  const title = phone.top.locator('.title')
  await title.filter({ hasText: '你好' }).waitFor()
  expect(await phone.page.locator('.launch').count()).toBe(0)
  expect(await phone.page.locator('.bar h1').textContent()).toBe('首页')
  const looks = () =>
    phone.top.locator('html').evaluate((html) => {
      const row = html.querySelector('.title')
      const card = html.querySelectorAll('[class$=card]')[2]
      if (row === null || card === undefined) return undefined
      return [
        getComputedStyle(html).backgroundColor,
        getComputedStyle(row).color,
        getComputedStyle(row).fontSize,
        card.getBoundingClientRect().bottom,
      ]
    })
  const before = await looks()
  release()
  await title.filter({ hasText: 'loaded' }).waitFor()
  expect(await phone.top.locator('#banyan-snapshot').count()).toBe(0)
  expect(await title.count()).toBe(1)
  expect(await looks()).toEqual(before)
  expect(phone.faults.join()).toContain('the app has no life in a snapshot')
  await phone.close()
  await served.close()
}, 30_000)
