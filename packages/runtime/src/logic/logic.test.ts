import { afterEach, describe, expect, it } from 'vitest'
import { ListenFlag } from '../bridge/operations.ts'
import { type RunningApp, type RunOptions, runApp, type Sources } from '../testing/run-app.ts'

let current: RunningApp | undefined
afterEach(() => current?.stop())

async function run(sources: Sources, options?: RunOptions): Promise<RunningApp> {
  current = await runApp(
    { 'app.json': '{"pages":["pages/home"]}', 'app.js': 'App({})', 'pages/home.js': 'Page({})', ...sources },
    options,
  )
  return current
}

/** A page with one component, `<it>`. */
function withComponent(component: Sources, page: Sources = {}): Sources {
  return {
    'pages/home.json': '{"usingComponents":{"it":"/c/it"}}',
    'pages/home.wxml': '<it/>',
    'c/it.json': '{"component":true}',
    'c/it.wxml': '<view class="in">it</view>',
    'c/it.js': 'Component({})',
    ...Object.fromEntries(Object.entries(component).map(([ext, text]) => [`c/it.${ext}`, text])),
    ...Object.fromEntries(Object.entries(page).map(([ext, text]) => [`pages/home.${ext}`, text])),
  }
}

const printed = (app: RunningApp) => app.log.map((args) => args.map(String).join(' '))

describe('an app', () => {
  it('finds its configuration in __wxConfig, as frameworks and old code look for it', async () => {
    const app = await run({ 'app.json': '{"pages":["pages/home"],"window":{"navigationBarTitleText":"Hi"}}' })
    const read = (text: string) => app.run(`JSON.stringify(${text})`)
    expect(read('[__wxConfig.pages, __wxConfig.entryPagePath]')).toBe('[["pages/home"],"pages/home.html"]')
    expect(read('__wxConfig.global.window.navigationBarTitleText')).toBe('"Hi"')
    expect(read('__wxConfig.envVersion === wx.getAccountInfoSync().miniProgram.envVersion')).toBe('true')
    expect(read('(__wxConfig.mine = 1, __wxConfig.mine)')).toBe('1')
  })
})

describe('a page', () => {
  it('shows its data and what setData changes', async () => {
    const app = await run({
      'pages/home.js': `Page({
        data: { name: 'world', list: [1, 2, 3], on: true },
        change() { this.setData({ name: 'moon', 'list[1]': 5, on: false }) },
      })`,
      'pages/home.wxml': `<view class="a {{on ? 'b' : ''}}" bindtap="change">hello {{name}}</view><text wx:for="{{list}}" wx:key="*this">{{item}},</text>`,
    })
    expect(app.page().tree.toString()).toBe(
      '<view class="a b">hello world</view><text>1,</text><text>2,</text><text>3,</text>',
    )
    await app.page().fire('a')
    expect(app.page().tree.toString()).toBe(
      '<view class="a">hello moon</view><text>1,</text><text>5,</text><text>3,</text>',
    )
    expect(app.faults).toEqual([])
  })

  it('calls back setData when the view has rendered it', async () => {
    const app = await run({
      'pages/home.js': `Page({ data: { n: 0 }, go() { this.setData({ n: 1 }, function () { console.log('done', this.data.n) }); console.log('after') } })`,
      'pages/home.wxml': '<view class="a" bindtap="go">{{n}}</view>',
    })
    await app.page().fire('a')
    expect(printed(app)).toEqual(['after', 'done 1'])
  })

  it('lets others in while wx.nextTick is called for ever', async () => {
    const app = await run({
      'pages/home.js': `Page({ go() { let on = true; setTimeout(() => { on = false; console.log('in') }, 20); const again = () => on && wx.nextTick(again); again() } })`,
      'pages/home.wxml': '<view class="a" bindtap="go">go</view>',
    })
    await app.page().fire('a')
    await expect.poll(() => printed(app)).toEqual(['in'])
  })

  it('sends one message for all that one event changes', async () => {
    const app = await run({
      'pages/home.js': `Page({ data: { a: 0, b: 0 }, go() { for (let i = 1; i < 9; i++) this.setData({ a: i }); this.setData({ b: 1 }) } })`,
      'pages/home.wxml': '<view class="a" bindtap="go">{{a}}{{b}}</view>',
    })
    const before = app.page().sent.length
    await app.page().fire('a')
    expect(
      app
        .page()
        .sent.slice(before)
        .map(({ type }) => type),
    ).toEqual(['flush'])
    expect(app.page().tree.textContent).toBe('81')
  })

  it('keeps what an app changes in this.data off the screen until setData', async () => {
    const app = await run({
      'pages/home.js': `Page({ data: { o: { x: 1 }, n: 1 }, go() { this.data.o.x = 2; this.setData({ n: 2 }); console.log(this.data.o.x) } })`,
      'pages/home.wxml': '<view class="a" bindtap="go">{{o.x}}{{n}}</view>',
    })
    await app.page().fire('a')
    expect(app.page().tree.textContent).toBe('12')
    expect(printed(app)).toEqual(['2'])
  })

  it('has its own copy of the fields that it was given', async () => {
    const app = await run(
      {
        'app.json': '{"pages":["pages/home","pages/home2"]}',
        'pages/home.js': `Page({ own: { n: 0 }, onLoad() { this.own.n += 1; console.log(this.own.n, this.route, this.options.a) } })`,
        'pages/home2.js': 'Page({})',
        'pages/home2.wxml': '<view/>',
        'pages/home.wxml': '<view/>',
      },
      { query: { a: 'q' } },
    )
    await app.transition({ openType: 'reLaunch', unload: [app.page().id], stack: [] })
    app.run('0')
    expect(printed(app)).toEqual(['1 pages/home q'])
  })

  it('goes on after an error in its code, and tells App.onError', async () => {
    const app = await run({
      'app.js': `App({ onError(text) { console.log('onError', text.split('\\n')[0]) } })`,
      'pages/home.js': `Page({ data: { n: 1 }, onLoad() { throw new Error('in onLoad') }, go() { this.setData({ n: 2 }); none() } })`,
      'pages/home.wxml': '<view class="a" bindtap="go">{{n}}</view>',
    })
    await app.page().fire('a')
    expect(app.page().tree.textContent).toBe('2')
    expect(app.faults).toEqual(['Error: in onLoad', 'ReferenceError: none is not defined'])
    expect(printed(app)).toEqual(['onError Error: in onLoad', 'onError ReferenceError: none is not defined'])
  })

  it('is given up when its file cannot run, with a word to the host', async () => {
    const app = await run({ 'pages/home.js': 'nothing.at.all; Page({})', 'pages/home.wxml': '<view>still here</view>' })
    expect(app.page().tree.textContent).toBe('still here')
    expect(app.messages.filter(({ type }) => type === 'appFault')).toMatchObject([
      { kind: 'error', message: 'ReferenceError: nothing is not defined' },
      { kind: 'pageFailed', pageId: 1 },
    ])
  })

  it('shows the rest of a template whose WXS throws', async () => {
    const app = await run({
      'pages/home.js': 'Page({ data: { list: [1] } })',
      'pages/home.wxml':
        '<wxs module="m">module.exports = { bad: function (x) { return x.y.z } }</wxs><view>[{{m.bad(none)}}]</view><view>after</view>',
    })
    expect(app.page().tree.textContent).toBe('[]after')
    expect(app.faults).toEqual(["TypeError: Cannot read properties of undefined (reading 'y')"])
  })

  it('has errors that name the lines of its own files, for the app and for the host', async () => {
    const app = await run({
      'app.js': 'App({ onError(text) { console.log(text) } })',
      'pages/home.js':
        "const fail = require('./fail')\n// a comment that the compiler drops\n\nPage({ onLoad: () => fail(null) })",
      'pages/fail.js': '/* one\n * two\n */\nmodule.exports = (value) => {\n  return value.name\n}',
    })
    const [fault] = app.messages.flatMap((message) => (message.type === 'appFault' ? [message.stack ?? ''] : []))
    for (const text of [printed(app)[0], fault]) {
      expect(text).toContain('(pages/fail.js:5:16)')
      expect(text).toContain('(pages/home.js:4:')
    }
  })
})

describe('events', () => {
  const log = (name: string) => `${name}(e) { console.log('${name}', e.target.id, e.currentTarget.id) }`

  it('are captured, bubble and stop as WeChat says', async () => {
    const app = await run({
      'pages/home.js': `Page({ ${['outer', 'inner', 'capture', 'stop'].map(log).join(',')} })`,
      'pages/home.wxml': `<view id="o" bindtap="outer" capture-bind:tap="capture"><view id="s" catch:tap="stop"><view id="i" bindtap="inner">x</view></view></view>`,
    })
    await app.page().fire('i')
    expect(printed(app)).toEqual(['capture i o', 'inner i i', 'stop i s'])
  })

  it('run one mut-bind only', async () => {
    const app = await run({
      'pages/home.js': `Page({ ${['a', 'b', 'c'].map(log).join(',')} })`,
      'pages/home.wxml': `<view id="o" mut-bind:tap="a"><view id="m" bindtap="b"><view id="i" mut-bind:tap="c">x</view></view></view>`,
    })
    await app.page().fire('i')
    expect(printed(app)).toEqual(['c i i', 'b i m'])
  })

  it('are plain objects with dataset, mark, offsets and touches', async () => {
    const app = await run({
      'pages/home.js': 'Page({ data: { item: { n: 1 } }, tap(e) { console.log(JSON.stringify(e)) } })',
      'pages/home.wxml':
        '<view id="o" mark:outer="1" bindtap="tap" data-some-name="a"><view id="i" mark:inner="2" data-item="{{item}}">x</view></view>',
    })
    const touch = { identifier: 0, pageX: 1, pageY: 2, clientX: 1, clientY: 2 }
    await app.page().fire('i', 'tap', { touches: [touch], changedTouches: [] })
    expect(JSON.parse(printed(app)[0] ?? '')).toEqual({
      type: 'tap',
      timeStamp: 5,
      target: { id: 'i', dataset: { item: { n: 1 } }, offsetLeft: 10, offsetTop: 20 },
      currentTarget: { id: 'o', dataset: { someName: 'a' }, offsetLeft: 0, offsetTop: 0 },
      mark: { outer: '1', inner: '2' },
      detail: { x: 1, y: 2 },
      mut: false,
      touches: [touch],
      changedTouches: [],
    })
  })

  it('tell the view who listens, who catches and who has stopped listening', async () => {
    const app = await run({
      'pages/home.js': 'Page({ data: { h: "a" }, a() {}, off() { this.setData({ h: "" }) } })',
      'pages/home.wxml':
        '<view id="m" catch:touchmove=""/><view id="d" bindtap="{{h}}"/><view id="o" bind:tap="off" capture-catch:longpress="a"/>',
    })
    const flags = (id: string) => Object.fromEntries(app.page().find(id).listeners)
    expect(flags('m')).toEqual({ touchmove: ListenFlag.bubble | ListenFlag.catch })
    expect(flags('d')).toEqual({ tap: ListenFlag.bubble })
    expect(flags('o')).toEqual({ tap: ListenFlag.bubble, longpress: ListenFlag.capture | ListenFlag.captureCatch })
    await app.page().fire('o')
    expect(flags('d')).toEqual({})
  })

  it('stop at an empty catch', async () => {
    const app = await run({
      'pages/home.js': `Page({ ${log('outer')} })`,
      'pages/home.wxml':
        '<view id="o" bindtouchmove="outer"><view id="c" catchtouchmove=""><view id="i"/></view></view>',
    })
    await app.page().fire('i', 'touchmove')
    expect(printed(app)).toEqual([])
  })

  it('find handlers whose name is data, on any tag, with dashes in the event', async () => {
    const app = await run({
      'pages/home.js': `Page({ data: { h: 'one' }, ${log('one')}, ${log('two')}, go() { this.setData({ h: 'two' }) } })`,
      'pages/home.wxml': '<a id="a" bindtap="{{h}}" bindmy-event="one"/><view id="g" bindtap="go"/>',
    })
    await app.page().fire('a')
    await app.page().fire('a', 'my-event')
    await app.page().fire('g')
    await app.page().fire('a')
    expect(printed(app)).toEqual(['one a a', 'one a a', 'two a a'])
  })

  it('call methods that were set on the instance', async () => {
    const app = await run({
      'pages/home.js': `Page({ onLoad() { this.late = () => console.log('late') } })`,
      'pages/home.wxml': '<view id="a" bindtap="late"/>',
    })
    await app.page().fire('a')
    expect(printed(app)).toEqual(['late'])
  })
})

describe('a component', () => {
  it('has properties, triggers events and is reached by selectComponent', async () => {
    const app = await run(
      withComponent(
        {
          js: `Component({ properties: { label: { type: String, value: 'none' }, n: Number },
            methods: { pick() { this.triggerEvent('pick', { n: this.data.n }) }, hello() { return 'hello ' + this.data.label } } })`,
          wxml: '<view class="in" bindtap="pick">{{label}}{{n}}</view>',
        },
        {
          js: `Page({ data: { l: 'x' }, picked(e) { console.log(e.detail.n, e.target.dataset.k, this.selectComponent('#c').hello(), this.selectAllComponents('.cc').length) } })`,
          wxml: '<it id="c" class="cc" label="{{l}}" n="3" data-k="v" bind:pick="picked"/>',
        },
      ),
    )
    expect(app.page().tree.toString()).toBe(
      '<it id="c" class="cc"><view class="it--in">x3</view></it>'.replace('it--in', app.page().find('view').className),
    )
    await app.page().fire('view')
    expect(printed(app)).toEqual(['3 v hello x 1'])
    expect(app.faults).toEqual([])
  })

  it('lives as WeChat says: created, observers, attached, ready, detached; with its page shown and hidden', async () => {
    const app = await run(
      withComponent(
        {
          js: `const say = (what) => function () { console.log(what) }
          Component({ properties: { p: { type: Number, observer() { console.log('property observer', this.data.p) } } },
            observers: { p(v) { console.log('observer', v) } },
            lifetimes: { created: say('created'), attached: say('attached'), ready: say('ready'), detached: say('detached') },
            pageLifetimes: { show: say('page show'), hide: say('page hide') } })`,
        },
        {
          js: `const say = (what) => function () { console.log(what) }
          Page({ data: { on: true }, onLoad: say('onLoad'), onShow: say('onShow'), onReady: say('onReady'), onHide: say('onHide'), off() { this.setData({ on: false }) } })`,
          wxml: '<it wx:if="{{on}}" p="{{7}}"/><view id="off" bindtap="off"/>',
        },
      ),
    )
    expect(printed(app)).toEqual([
      'created',
      'observer 7',
      'property observer 7',
      'attached',
      'onLoad',
      'onShow',
      'page show',
      'ready',
      'onReady',
    ])
    app.log.length = 0
    await app.send({ type: 'appHide' })
    await app.page().fire('off')
    expect(printed(app)).toEqual(['onHide', 'page hide', 'detached'])
  })

  it('gets ready from the inside out', async () => {
    const app = await run({
      'pages/home.json': '{"usingComponents":{"outer":"/c/outer","inner":"/c/inner"}}',
      'pages/home.wxml': '<outer name="a"><inner name="slot"/></outer><outer name="b"/>',
      'c/outer.json': '{"component":true,"usingComponents":{"inner":"./inner"}}',
      'c/outer.wxml': '<inner name="{{name}} inside"/><slot/>',
      'c/outer.js': `Component({ properties: { name: String }, ready() { console.log(this.data.name) } })`,
      'c/inner.json': '{"component":true}',
      'c/inner.wxml': '<view/>',
      'c/inner.js': `Component({ properties: { name: String }, ready() { console.log(this.data.name) } })`,
    })
    expect(printed(app)).toEqual(['a inside', 'slot', 'a', 'b inside', 'b'])
  })

  it('shares behaviors, their data, methods, properties and life times', async () => {
    const app = await run({
      ...withComponent({
        js: `const b = require('./b'); Component({ behaviors: [b, 'wx://form-field'], data: { own: 1, both: { y: 2 } },
          attached() { console.log('own attached', JSON.stringify(this.data)); console.log(this.greet(), this.hasBehavior(b), this.hasBehavior('wx://form-field'), this.hasBehavior('wx://component-export')) } })`,
      }),
      'c/b.js': `module.exports = Behavior({ properties: { size: { type: Number, value: 4 } }, data: { shared: 1, both: { x: 1 } }, methods: { greet() { return 'hi ' + this.data.size } }, attached() { console.log('behavior attached') } })`,
    })
    expect(printed(app)).toEqual(['behavior attached', expect.stringContaining('own attached'), 'hi 4 true true false'])
    expect(JSON.parse(printed(app)[1]?.slice('own attached '.length) ?? '')).toMatchObject({
      own: 1,
      shared: 1,
      both: { x: 1, y: 2 },
      size: 4,
      name: '',
      value: '',
    })
  })

  it('is changed by definitionFilter of its behaviors', async () => {
    const app = await run({
      ...withComponent({
        js: `Component({ behaviors: [require('./b')], computed: { twice: 2 }, attached() { console.log(this.data.twice) } })`,
      }),
      'c/b.js': `module.exports = Behavior({ definitionFilter(def) { def.data = Object.assign({}, def.data, def.computed) } })`,
    })
    expect(printed(app)).toEqual(['2'])
  })

  it('has relations whose targets are instances', async () => {
    const app = await run({
      'pages/home.json': '{"usingComponents":{"list":"/c/list","item":"/c/item"}}',
      'pages/home.wxml': '<list><item name="a"/><view><item name="b"/></view></list>',
      'c/list.json': '{"component":true}',
      'c/list.wxml': '<slot/>',
      'c/list.js': `Component({ relations: { './item': { type: 'descendant', linked(t) { console.log('linked', t.data.name) } } }, ready() { console.log(this.getRelationNodes('./item').map((i) => i.data.name).join()) } })`,
      'c/item.json': '{"component":true}',
      'c/item.wxml': '<view/>',
      'c/item.js': `Component({ properties: { name: String }, relations: { './list': { type: 'ancestor', linked(t) { console.log('in', typeof t.setData) } } } })`,
    })
    expect(printed(app)).toEqual(expect.arrayContaining(['linked a', 'linked b', 'in function', 'a,b']))
    expect(app.faults).toEqual([])
  })

  it('takes properties, data and methods named like anything', async () => {
    const app = await run(
      withComponent(
        {
          js: `Component({ properties: { dataset: Array, style: String, data: Number, class: String, is: String, id: String }, data: { slot: 's', parentNode: 'p' },
            methods: { appendChild() { return 'mine' } }, attached() { console.log(this.data.dataset.join(), this.data.style, this.data.data, this.appendChild(), this.is) } })`,
          wxml: '<view>{{dataset[0]}}{{slot}}{{parentNode}}</view>',
        },
        { wxml: '<it dataset="{{[1,2]}}" style="color:red" data="5"/>' },
      ),
    )
    expect(printed(app)).toEqual(['1,2 color:red 5 mine c/it'])
    expect(app.page().tree.textContent).toBe('1sp')
    expect(app.faults).toEqual([])
  })

  it('keeps fields of pureDataPattern from the template', async () => {
    const app = await run(
      withComponent({
        js: `Component({ options: { pureDataPattern: /^_/ }, data: { _a: 1, b: 2 }, observers: { _a(v) { this.setData({ b: v * 10 }) } }, attached() { this.setData({ _a: 5 }) } })`,
        wxml: '<view>{{_a}}|{{b}}</view>',
      }),
    )
    expect(app.page().tree.textContent).toBe('|50')
  })

  it('is styled from outside by external classes, addGlobalClass and its host', async () => {
    const app = await run(
      withComponent(
        {
          js: `Component({ options: { addGlobalClass: true }, externalClasses: ['my-class'] })`,
          wxml: '<view class="in my-class">x</view>',
          wxss: ':host { color: red } view { color: blue } .in { color: green }',
        },
        { wxml: '<it class="outside" my-class="given"/>' },
      ),
    )
    const [host] = app.page().tree.root.children
    const [scope] = /\S+(?=--host)/.exec(host?.className ?? '') ?? []
    expect(scope).toBeTruthy()
    expect(app.page().tree.toString()).toBe(
      `<it class="${scope}--host outside"><view class="${scope}-- in ${scope}--in given">x</view></it>`,
    )
  })

  it('has no node of its own with virtualHost', async () => {
    const app = await run(withComponent({ js: 'Component({ options: { virtualHost: true } })' }))
    expect(app.page().tree.root.children.map(({ tag }) => tag)).toEqual(['view'])
  })

  it('can be hidden', async () => {
    const app = await run(
      withComponent(
        {},
        {
          js: 'Page({ data: { h: true }, go() { this.setData({ h: false }) } })',
          wxml: '<it id="c" hidden="{{h}}"/><view id="go" bindtap="go"/>',
        },
      ),
    )
    expect(app.page().find('c').attributes.get('hidden')).toBe(true)
    await app.page().fire('go')
    expect(app.page().find('c').attributes.get('hidden')).toBe(false)
  })

  it('binds both ways by model: on components and built-ins', async () => {
    const app = await run(
      withComponent(
        {
          js: `Component({ properties: { value: String }, methods: { set() { this.setData({ value: 'from inside' }) } } })`,
          wxml: '<view class="in" bindtap="set">{{value}}</view>',
        },
        {
          js: `Page({ data: { a: { b: ['x'] }, i: 0, text: '' } })`,
          wxml: '<it model:value="{{a.b[i]}}"/><input id="n" model:value="{{text}}"/><text id="out">{{a.b[0]}}/{{text}}</text>',
        },
      ),
    )
    expect([...app.page().find('n').models]).toEqual(['value'])
    await app.page().fire('view')
    await app.page().send({ type: 'model', node: app.page().find('n').id, name: 'value', value: 'typed' })
    expect(app.page().find('out').children[0]?.text).toBe('from inside/typed')
    expect(app.page().find('n').attributes.get('value')).toBe('')
  })

  it('fills slots: default, named, and none', async () => {
    const app = await run(
      withComponent(
        { js: 'Component({ options: { multipleSlots: true } })', wxml: '<view><slot name="a"/>|<slot/></view>' },
        {
          js: `Page({ data: { s: 'a' }, go() { this.setData({ s: '' }) } })`,
          wxml: '<it><text slot="{{s}}">A</text><text>B</text></it><view id="go" bindtap="go"/>',
        },
      ),
    )
    expect(app.page().tree.textContent).toBe('A|B')
    await app.page().fire('go')
    expect(app.page().tree.textContent).toBe('|AB')
  })

  it('takes other components by generics, with a default', async () => {
    const app = await run({
      'pages/home.json': '{"usingComponents":{"box":"/c/box","it":"/c/it"}}',
      'pages/home.wxml': '<box generic:part="it"/><box/>',
      'c/box.json': '{"component":true,"componentGenerics":{"part":{"default":"./plain"}}}',
      'c/box.wxml': '<part/>',
      'c/box.js': 'Component({})',
      'c/it.json': '{"component":true}',
      'c/it.wxml': 'it',
      'c/it.js': 'Component({})',
      'c/plain.json': '{"component":true}',
      'c/plain.wxml': 'plain',
      'c/plain.js': 'Component({})',
    })
    expect(app.page().tree.textContent).toBe('itplain')
  })

  it('may use itself and be used in a circle', async () => {
    const app = await run({
      'pages/home.json': '{"usingComponents":{"a":"/c/a"}}',
      'pages/home.wxml': '<a depth="{{3}}"/>',
      'c/a.json': '{"component":true,"usingComponents":{"b":"./b"}}',
      'c/a.wxml': 'a<b wx:if="{{depth}}" depth="{{depth - 1}}"/>',
      'c/a.js': 'Component({ properties: { depth: Number } })',
      'c/b.json': '{"component":true,"usingComponents":{"a":"./a"}}',
      'c/b.wxml': 'b<a wx:if="{{depth}}" depth="{{depth - 1}}"/>',
      'c/b.js': 'Component({ properties: { depth: Number } })',
    })
    expect(app.page().tree.textContent).toBe('abab')
  })
})

describe('wxs', () => {
  it('computes in templates', async () => {
    const app = await run({
      'pages/home.js': `Page({ data: { n: 3 } })`,
      'pages/home.wxml': `<wxs module="m">module.exports = { twice: function (x) { return x * 2 }, kind: function (x) { return x.constructor }, re: function (s) { return getRegExp('o', 'g').test(s) }, day: function () { return getDate(0).getTime() } }</wxs><view>{{m.twice(n)}} {{m.kind([])}} {{m.re('foo')}} {{m.day()}}</view>`,
    })
    expect(app.page().tree.textContent).toBe('6 Array true 0')
  })

  it('handles events and property changes with ComponentDescriptors', async () => {
    const app = await run({
      'pages/home.js': `Page({ data: { n: 1 }, called(x) { console.log('called', x) }, go() { this.setData({ n: 2 }) } })`,
      'pages/home.wxml': `<wxs module="m">
        module.exports = {
          tap: function (e, owner) { e.instance.setStyle({ 'color': 'red' }); owner.selectComponent('#b').addClass('hot'); owner.callMethod('called', e.instance.getDataset().k); return false },
          change: function (now, before, owner, self) { owner.callMethod('called', before + '>' + now); self.getState().n = now }
        }</wxs><view id="o" bindtap="go"><view id="a" data-k="v" bindtap="{{m.tap}}">x</view></view><view id="b" prop="{{n}}" change:prop="{{m.change}}"/><view id="go" bindtap="go"/>`,
    })
    await app.page().fire('a')
    expect(printed(app)).toEqual(['called undefined>1', 'called v'])
    expect(app.page().find('a').style).toContain('color:red')
    expect(app.page().find('b').className).toBe('hot')
    await app.page().fire('go')
    expect(printed(app).at(-1)).toBe('called 1>2')
  })
})

describe('modules', () => {
  it('are required by relative, absolute and npm paths, once, with cycles', async () => {
    const app = await run({
      'app.js': `const a = require('./lib/a'); const again = require('/lib/a.js'); console.log(a === again, a.name, require('lib/b').name, require('./lib').isIndex); App({})`,
      'lib/a.js': `exports.name = 'a'; const b = require('./b'); exports.b = b.seen`,
      'lib/b.js': `const a = require('./a'); exports.name = 'b'; exports.seen = a.name`,
      'lib/index.js': `exports.isIndex = true`,
      'pages/home.js': `const d = require('dep'); console.log(d.dep, require('dep/deep').x); Page({})`,
      'miniprogram_npm/dep/index.js': `exports.dep = 1`,
      'miniprogram_npm/dep/deep.js': `exports.x = 2`,
      'pages/home.wxml': '<view/>',
    })
    expect(printed(app)).toEqual(['true a b true', '1 2'])
  })

  it('say what is missing', async () => {
    const app = await run({
      'app.js': `try { const name = './no' + 'where'; require(name) } catch (e) { console.log(e.code, e.message) } App({})`,
      'pages/home.wxml': '<view/>',
    })
    expect(printed(app)).toEqual(["MODULE_NOT_FOUND module 'nowhere.js' is not defined, require args is './nowhere'"])
  })

  it('let frameworks replace Page and wx and register from shared files', async () => {
    const app = await run({
      'app.js': `const original = Page; Page = function (o) { o.data = Object.assign({ added: 1 }, o.data); original(o) }; wx.mine = require('./make'); App({})`,
      'make.js': `exports.page = function (o) { Page(o) }; exports.component = (o) => Component(o)`,
      'pages/home.js': `wx.mine.page({ onLoad() { console.log(this.data.added, this.route) } })`,
      'pages/home.json': '{"usingComponents":{"it":"/c/it"}}',
      'pages/home.wxml': '<it/>',
      'c/it.json': '{"component":true}',
      'c/it.wxml': 'it',
      'c/it.js': `wx.mine.component({ attached() { console.log(this.is) } })`,
    })
    expect(printed(app)).toEqual(['c/it', '1 pages/home'])
  })

  it('of a sub-package arrive by require.async, and its components replace placeholders', async () => {
    const app = await run(
      {
        'app.json': '{"pages":["pages/home"],"subPackages":[{"root":"sub","pages":["p"]}]}',
        'pages/home.js': `Page({ data: { n: 1 }, load() { require.async('../sub/late').then((m) => console.log(m.late)) }, more() { this.setData({ n: 2 }) } })`,
        'pages/home.json': '{"usingComponents":{"late":"/sub/c"},"componentPlaceholder":{"late":"view"}}',
        'pages/home.wxml':
          '<late wx:for="{{[1,2]}}" wx:key="*this" n="{{n}}{{item}}"><text>in</text></late><view id="load" bindtap="load"/><view id="more" bindtap="more"/>',
        'sub/late.js': `exports.late = 'late'`,
        'sub/p.js': 'Page({})',
        'sub/p.wxml': '<view/>',
        'sub/c.json': '{"component":true}',
        'sub/c.wxml': '[{{n}}<slot/>]',
        'sub/c.js': 'Component({ properties: { n: String } })',
      },
      { heldBack: ['sub/'] },
    )
    expect(app.page().tree.textContent).toBe('inin')
    await app.page().fire('more')
    await app.page().fire('load')
    expect(app.messages.filter(({ type }) => type === 'loadPackage')).toEqual([{ type: 'loadPackage', root: 'sub/' }])
    await app.deliver('sub/')
    expect(printed(app)).toEqual(['late'])
    expect(app.page().tree.textContent).toBe('[21in][22in]')
    expect(app.faults).toEqual([])
  })
})
