import { afterEach, describe, expect, it } from 'vitest'
import { type RunningApp, type RunOptions, runApp, type Sources } from '../../testing/run-app.ts'

let current: RunningApp | undefined
afterEach(() => current?.stop())

const say = (...names: readonly string[]) =>
  names.map((name) => `${name}(arg) { console.log('${name}', this.route || 'app', JSON.stringify(arg)) }`).join(',')

const pageEvents = ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload'] as const

async function run(sources: Sources = {}, options?: RunOptions): Promise<RunningApp> {
  const pages = ['a', 'b', 'tab'].map((name) => [`p/${name}.js`, `Page({ ${say(...pageEvents)} })`])
  current = await runApp(
    {
      'app.json': '{"pages":["p/a","p/b","p/tab"],"tabBar":{"list":[{"pagePath":"p/tab","text":"tab"}]}}',
      'app.js': `App({ globalData: { n: 1 }, ${say('onLaunch', 'onShow', 'onHide', 'onPageNotFound')} })`,
      ...Object.fromEntries(pages),
      ...{ 'p/a.wxml': '<view>a</view>', 'p/b.wxml': '<view>b</view>', 'p/tab.wxml': '<view>tab</view>' },
      ...sources,
    },
    options,
  )
  return current
}

/** `onLoad p/a`, `onShow p/a`, ... since the last time. */
function happened(app: RunningApp): string[] {
  return app.log.splice(0).map(([name, route]) => `${String(name)} ${String(route)}`)
}

async function go(app: RunningApp, code: string): Promise<unknown[]> {
  app.run(code)
  await app.settled()
  return happened(app)
}

describe('life cycles', () => {
  it('start with the app, then the page', async () => {
    const app = await run({}, { query: { x: '1' } })
    expect(app.log[0]?.[2]).toContain('"path":"p/a"')
    expect(app.log[2]?.[2]).toBe('{"x":"1"}')
    expect(happened(app)).toEqual(['onLaunch app', 'onShow app', 'onLoad p/a', 'onShow p/a', 'onReady p/a'])
    expect(app.messages.some((message) => message.type === 'pageReady' && message.pageId === 1)).toBe(true)
  })

  it('go on with navigation as WeChat orders them', async () => {
    const app = await run()
    happened(app)
    expect(await go(app, `wx.navigateTo({ url: 'b?q=1' })`)).toEqual([
      'onHide p/a',
      'onLoad p/b',
      'onShow p/b',
      'onReady p/b',
    ])
    expect(app.run('getCurrentPages().map((page) => page.route + page.options.q).join()')).toBe('p/aundefined,p/b1')
    expect(await go(app, 'wx.navigateBack()')).toEqual(['onUnload p/b', 'onShow p/a'])
    expect(await go(app, `wx.redirectTo({ url: '/p/b' })`)).toEqual([
      'onUnload p/a',
      'onLoad p/b',
      'onShow p/b',
      'onReady p/b',
    ])
    expect(await go(app, `wx.reLaunch({ url: '/p/a' })`)).toEqual([
      'onUnload p/b',
      'onLoad p/a',
      'onShow p/a',
      'onReady p/a',
    ])
    expect(await go(app, `wx.switchTab({ url: '/p/tab' })`)).toEqual([
      'onUnload p/a',
      'onLoad p/tab',
      'onShow p/tab',
      'onReady p/tab',
    ])
  })

  it('begin after what the code of a page and of its components has put off', async () => {
    const puttingOff = (name: string) =>
      `wx.nextTick(() => console.log('next tick', '${name}')); Promise.resolve().then(() => console.log('promise', '${name}'))`
    const app = await run({
      'p/a.js': `${puttingOff('a')}; Page({ ${say('onLoad')} })`,
      'p/b.js': `${puttingOff('b')}; Page({ ${say('onLoad')} })`,
      'p/b.json': '{ "usingComponents": { "x-c": "/c/c" } }',
      'p/b.wxml': '<x-c/>',
      'c/c.json': '{ "component": true }',
      'c/c.js': `${puttingOff('c')}; Component({ lifetimes: { created() { console.log('created', 'c') } } })`,
      'c/c.wxml': '<view/>',
    })
    expect(happened(app).slice(2)).toEqual(['next tick a', 'promise a', 'onLoad p/a'])
    const navigated = await go(app, `wx.navigateTo({ url: 'b' })`)
    expect(new Set(navigated.slice(0, -2))).toEqual(new Set(['next tick b', 'next tick c', 'promise b', 'promise c']))
    expect(navigated.slice(-2)).toEqual(['created c', 'onLoad p/b'])
  })

  it('follow the app into the background and back', async () => {
    const app = await run()
    happened(app)
    await app.send({ type: 'appHide' })
    expect(happened(app)).toEqual(['onHide p/a', 'onHide app'])
    await app.send({ type: 'appShow' })
    expect(happened(app)).toEqual(['onShow app', 'onShow p/a'])
  })

  it('bring pages what their frame tells', async () => {
    const events = ['onPageScroll', 'onReachBottom', 'onPullDownRefresh', 'onResize', 'onTabItemTap'] as const
    const app = await run({ 'p/a.js': `Page({ ${say(...events)} })`, 'p/a.json': '{"onReachBottomDistance":70}' })
    expect(app.page().sent.find(({ type }) => type === 'pageOptions')).toEqual({
      type: 'pageOptions',
      reportsScroll: true,
      reachBottomDistance: 70,
    })
    app.log.length = 0
    await app.page().send({ type: 'pageScroll', scrollTop: 5 })
    await app.page().send({ type: 'reachBottom' })
    await app.page().send({ type: 'pullDownRefresh' })
    await app
      .page()
      .send({ type: 'resize', size: { windowWidth: 1, windowHeight: 2, screenWidth: 3, screenHeight: 4 } })
    await app.transition({ tabItem: { index: 0, pagePath: 'p/a', text: 'tab' } })
    expect(app.log.map(([name, , value]) => [name, value && JSON.parse(String(value))])).toEqual([
      ['onPageScroll', { scrollTop: 5 }],
      ['onReachBottom', undefined],
      ['onPullDownRefresh', undefined],
      ['onResize', { size: { windowWidth: 1, windowHeight: 2, screenWidth: 3, screenHeight: 4 } }],
      ['onTabItemTap', { index: 0, pagePath: 'p/a', text: 'tab' }],
    ])
  })

  it('tell App.onPageNotFound of a page that is not there', async () => {
    const app = await run()
    happened(app)
    await app.reLaunch('p/none', { x: '1' })
    expect(app.log.at(-1)?.slice(0, 2)).toEqual(['onPageNotFound', 'app'])
    expect(JSON.parse(String(app.log.at(-1)?.[2]))).toMatchObject({
      path: 'p/none',
      query: { x: '1' },
      isEntryPage: false,
    })
  })

  it('release everything that a page had', async () => {
    const app = await run()
    app.run(`wx.navigateTo({ url: '/p/b' })`)
    await app.settled()
    const page = app.page()
    app.run('wx.navigateBack()')
    await app.settled()
    const sent = page.sent.length
    app.run('1')
    await app.settled()
    expect(page.sent.length).toBe(sent)
  })
})

describe('a component as a page', () => {
  it('takes the query as properties and has page functions among its methods', async () => {
    const app = await run(
      {
        'p/a.js': `Component({ properties: { id: Number, name: String }, lifetimes: { attached() { console.log('attached', this.data.id) } },
          methods: { onLoad(q) { console.log('onLoad', q.id, this.data.name, this.options.id) }, onReady() { console.log('onReady', this.route) } } })`,
        'p/a.json': '{"component":true}',
        'p/a.wxml': '<view>{{id + 1}}</view>',
      },
      { query: { id: '7', name: 'n' } },
    )
    expect(app.log.slice(2)).toEqual([
      ['attached', 7],
      ['onLoad', '7', 'n', '7'],
      ['onReady', 'p/a'],
    ])
    expect(app.page().tree.textContent).toBe('8')
  })
})

describe('a tab bar of the app itself', () => {
  it('stands on each tab page and is given by getTabBar', async () => {
    const app = await run({
      'app.json':
        '{"pages":["p/tab","p/b"],"tabBar":{"custom":true,"list":[{"pagePath":"p/tab","text":"t"},{"pagePath":"p/b","text":"b"}]}}',
      'custom-tab-bar/index.json': '{"component":true}',
      'custom-tab-bar/index.wxml': '<view>selected {{at}}</view>',
      'custom-tab-bar/index.js': `Component({ data: { at: 0 }, attached() { console.log('bar') }, pageLifetimes: { show() { console.log('bar shown') } } })`,
      'p/tab.js': `Page({ onShow() { console.log(typeof this.getTabBar); this.getTabBar((bar) => bar.setData({ at: 2 })) } })`,
    })
    expect(app.log.slice(2).map(([what]) => what)).toEqual(['bar', 'function', 'bar shown'])
    expect(app.page().tree.textContent).toBe('tabselected 2')
  })
})

describe('getApp', () => {
  it('gives the app to its pages, and a default to whoever asks for one', async () => {
    const app = await run({
      'app.js': `console.log(getApp() === undefined, typeof getApp({ allowDefault: true })); getApp({ allowDefault: true }).early = 1; App({ globalData: { n: 1 } })`,
      'p/a.js': `Page({ onLoad() { console.log(getApp().globalData.n, getApp().early) } })`,
    })
    expect(app.log).toEqual([
      [true, 'object'],
      [1, 1],
    ])
  })
})

describe('navigation', () => {
  const failure = async (app: RunningApp, name: string, url: string): Promise<unknown> => {
    app.log.length = 0
    app.run(`wx.${name}({ url: '${url}', fail: (e) => console.log(e.errMsg) })`)
    await app.settled()
    return app.log[0]?.[0]
  }

  it('is refused in the words of WeChat', async () => {
    const app = await run()
    expect(await failure(app, 'navigateTo', '/p/none')).toBe('navigateTo:fail page "p/none" is not found')
    expect(await failure(app, 'navigateTo', '/p/tab')).toBe('navigateTo:fail can not navigateTo a tabbar page')
    expect(await failure(app, 'redirectTo', '/p/tab')).toBe('redirectTo:fail can not redirectTo a tabbar page')
    expect(await failure(app, 'switchTab', '/p/b')).toBe('switchTab:fail can not switch to no-tabBar page')
    for (let depth = 1; depth < 10; depth += 1) {
      app.run(`wx.navigateTo({ url: '/p/b' })`)
      await app.settled()
    }
    expect(await failure(app, 'navigateTo', '/p/b')).toBe('navigateTo:fail webview count limit exceed')
  })

  it('connects the opener and the opened page by an event channel', async () => {
    const app = await run({
      'p/b.js': `Page({ onLoad() { const c = this.getOpenerEventChannel(); c.emit('up', 1, 2); c.on('down', (x) => console.log('down', x)); c.once('down', () => console.log('once')) } })`,
    })
    app.log.length = 0
    app.run(
      `wx.navigateTo({ url: '/p/b', events: { up: (a, b) => console.log('up', a, b) }, success(res) { res.eventChannel.emit('down', 3); res.eventChannel.emit('down', 4) } })`,
    )
    await app.settled()
    expect(app.log.slice(1)).toEqual([['up', 1, 2], ['down', 3], ['once'], ['down', 4]])
  })

  it('is relative to the component by this.router and to its page by this.pageRouter', async () => {
    const app = await run({
      'app.json': '{"pages":["p/a","p/b","c/b"]}',
      'p/a.json': '{"usingComponents":{"it":"/c/it"}}',
      'p/a.wxml': '<it id="it"/>',
      'c/it.json': '{"component":true}',
      'c/it.wxml': '<view/>',
      'c/it.js': 'Component({})',
      'c/b.js': 'Page({})',
      'c/b.wxml': '<view/>',
    })
    app.run(`getCurrentPages()[0].selectComponent('#it').router.navigateTo({ url: './b?x=1' })`)
    await app.settled()
    expect(app.page().route).toBe('c/b')
    app.run(`getCurrentPages()[0].selectComponent('#it').pageRouter.redirectTo({ url: './b' })`)
    await app.settled()
    expect(app.page().route).toBe('p/b')
  })
})

describe('errors of app code', () => {
  it('on one page leave the others and navigation alone', async () => {
    const app = await run({
      'p/b.js': `Page({ behaviors: [5, 'wx://none', null], data: 7, onLoad() { missing() } })`,
      'p/b.wxml': '<view>{{a.b.c}}{{ missing.x }}</view>',
    })
    happened(app)
    expect(await go(app, `wx.navigateTo({ url: '/p/b', success: () => console.log('opened', '') })`)).toContain(
      'opened ',
    )
    expect(app.faults).toEqual(['ReferenceError: missing is not defined'])
    expect(await go(app, 'wx.navigateBack()')).toEqual(['onShow p/a'])
  })

  it('reach App.onError and wx.onError', async () => {
    const app = await run({
      'app.js': `wx.onError((text) => console.log('wx', text.split('\\n')[0])); App({ onError(text) { console.log('app', text.split('\\n')[0]) } })`,
    })
    app.log.length = 0
    app.run(`getCurrentPages()[0].setData({}, () => { throw new Error('late') })`)
    await app.settled()
    expect(app.log).toEqual([
      ['app', 'Error: late'],
      ['wx', 'Error: late'],
    ])
  })
})
