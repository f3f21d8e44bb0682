import { afterEach, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../../testing/run-app.ts'

let app: RunningApp | undefined
afterEach(() => app?.stop())

it('lets an observer select in the template when the first properties are set', async () => {
  app = await runApp({
    'app.json': '{"pages":["home"]}',
    'app.js': 'App({})',
    'home.js': 'Page({})',
    'home.json': '{"usingComponents":{"outer":"/outer"}}',
    'home.wxml': '<outer n="{{2}}"/>',
    'outer.json': '{"component":true,"usingComponents":{"inner":"/inner"}}',
    'outer.wxml': '<inner class="inner"/>',
    'outer.js': `Component({ properties: { n: Number }, observers: { n() { console.log(this.selectComponent('.inner').data.name) } } })`,
    'inner.json': '{"component":true}',
    'inner.wxml': '<view/>',
    'inner.js': `Component({ data: { name: 'inner' } })`,
  })
  expect(app.log.flat()).toEqual(['inner'])
})

it('lets `created` select in the template with the default values, and sets the properties after it', async () => {
  app = await runApp({
    'app.json': '{"pages":["home"]}',
    'app.js': 'App({})',
    'home.js': 'Page({})',
    'home.json': '{"usingComponents":{"outer":"/outer"}}',
    'home.wxml': '<outer n="{{2}}"/>',
    'outer.json': '{"component":true,"usingComponents":{"inner":"/inner"}}',
    'outer.wxml': '<inner id="inner"/><text>{{n}}</text>',
    'outer.js': `
const withCreated = Behavior({ lifetimes: { created() { console.log('created', this.selectComponent('#inner').data.name, this.data.n) } } })
Component({ behaviors: [withCreated], properties: { n: { type: Number, value: 1, observer(n) { console.log('observed', n) } } } })`,
    'inner.json': '{"component":true}',
    'inner.wxml': '<view/>',
    'inner.js': `Component({ data: { name: 'inner' } })`,
  })
  expect(app.log.map((args) => args.join(' '))).toEqual(['created inner 1', 'observed 2'])
  expect(app.page().tree.toString()).toContain('<text>2</text>')
  expect(app.faults).toEqual([])
})

it('measures for an observer of the first properties, when its component is not in the tree yet', async () => {
  app = await runApp({
    'app.json': '{"pages":["home"]}',
    'app.js': 'App({})',
    'home.js': 'Page({})',
    'home.json': '{"usingComponents":{"outer":"/outer"}}',
    'home.wxml': '<outer n="{{2}}"/>',
    'outer.json': '{"component":true}',
    'outer.wxml': '<view class="in"/>',
    'outer.js': `Component({ properties: { n: Number }, observers: { n() {
      wx.createSelectorQuery().in(this).select('.in').boundingClientRect((rect) => console.log(rect !== null)).exec()
    } } })`,
  })
  await app.settled()
  expect(app.log.flat()).toEqual([true])
})
