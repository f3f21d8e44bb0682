import type { Case } from '../../case.ts'

const behaviors = 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/behaviors.html'
const relations = 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/relations.html'
const extend = 'https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/extend.html'

const using = { usingComponents: { 'x-c': 'c' } }
const c = (js: string, wxml = '') => ({ 'c.json': '{ "component": true }', 'c.wxml': wxml, 'c.js': js })
const part = (name: string, js: string, wxml = '<slot/>') => ({
  [`${name}.json`]: '{ "component": true }',
  [`${name}.wxml`]: wxml,
  [`${name}.js`]: js,
})
const list = { usingComponents: { 'x-ul': 'ul', 'x-li': 'li' } }

export const cases: readonly Case[] = [
  {
    id: 'fields-come-together',
    says: 'Properties, data and methods of a behavior belong to the component.',
    source: behaviors,
    wxml: '<x-c p="given"/>',
    json: using,
    files: {
      ...c(
        "const b = require('./b'); Component({ behaviors: [b], data: { own: 2 }, attached() { log(this.data.p, this.data.d, this.data.own, this.hello()) } })",
      ),
      'b.js':
        "module.exports = Behavior({ properties: { p: String }, data: { d: 1 }, methods: { hello() { return 'hello' } } })",
    },
    steps: [{ log: ['given 1 2 hello'] }],
  },
  {
    id: 'component-wins',
    says: 'Of methods and properties of one name those of the component win over those of a behavior.',
    source: behaviors,
    wxml: '<x-c/>',
    json: using,
    files: {
      ...c(
        "const b = require('./b'); Component({ behaviors: [b], properties: { p: { type: String, value: 'c' } }, methods: { m() { return 'c' } }, attached() { log(this.data.p, this.m()) } })",
      ),
      'b.js':
        "module.exports = Behavior({ properties: { p: { type: String, value: 'b' } }, methods: { m() { return 'b' } } })",
    },
    steps: [{ log: ['c c'] }],
  },
  {
    id: 'later-behavior-wins',
    says: 'Of two behaviors the later one wins, and a behavior wins over those that it uses.',
    source: behaviors,
    wxml: '<x-c/>',
    json: using,
    files: {
      ...c(
        "const { one, two } = require('./b'); Component({ behaviors: [one, two], attached() { log(this.m(), this.n()) } })",
      ),
      'b.js': `const inner = Behavior({ methods: { n() { return 'inner' } } })
exports.one = Behavior({ methods: { m() { return 'one' } } })
exports.two = Behavior({ behaviors: [inner], methods: { m() { return 'two' }, n() { return 'outer' } } })`,
    },
    steps: [{ log: ['two outer'] }],
  },
  {
    id: 'objects-are-merged',
    says: 'Data fields of one name that are objects are merged, others are replaced.',
    source: behaviors,
    wxml: '<x-c/>',
    json: using,
    files: {
      ...c(
        "const b = require('./b'); Component({ behaviors: [b], data: { o: { y: 2 }, v: 'c' }, attached() { log(this.data.o, this.data.v) } })",
      ),
      'b.js': "module.exports = Behavior({ data: { o: { x: 1 }, v: 'b' } })",
    },
    steps: [{ log: ['{"x":1,"y":2} c'] }],
  },
  {
    id: 'life-times-all-run',
    says: 'Life times and observers do not replace each other: those of behaviors run first, inner ones before outer ones.',
    source: behaviors,
    wxml: '<x-c/>',
    json: using,
    files: {
      ...c(
        "const b = require('./b'); Component({ behaviors: [b], attached() { log('component'); this.setData({ v: 1 }) }, observers: { v() { log('c sees') } } })",
      ),
      'b.js': `const inner = Behavior({ attached() { log('inner') } })
module.exports = Behavior({ behaviors: [inner], data: { v: 0 }, attached() { log('behavior') }, observers: { v() { log('b sees') } } })`,
    },
    steps: [{ log: ['inner', 'behavior', 'component', 'b sees', 'c sees'] }],
  },
  {
    id: 'page-with-behaviors',
    says: 'A Page may use behaviors as well.',
    source: behaviors,
    wxml: '<view id="v">{{d}}</view>',
    js: "const b = require('./b'); Page({ behaviors: [b], onLoad() { log(this.m()) } })",
    files: { 'b.js': "module.exports = Behavior({ data: { d: 'from behavior' }, methods: { m() { return 'm' } } })" },
    steps: [{ text: '#v', is: 'from behavior' }, { log: ['m'] }],
  },
  {
    id: 'has-behavior',
    says: 'hasBehavior tells behaviors that are used directly or below, and built-in ones by name.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/reference/api/Component.html',
    wxml: '<x-c/>',
    json: using,
    files: {
      ...c(
        "const { one, inner, other } = require('./b'); Component({ behaviors: [one, 'wx://form-field'], attached() { log(this.hasBehavior(one), this.hasBehavior(inner), this.hasBehavior(other), this.hasBehavior('wx://form-field')) } })",
      ),
      'b.js':
        'exports.inner = Behavior({}); exports.one = Behavior({ behaviors: [exports.inner] }); exports.other = Behavior({})',
    },
    steps: [{ log: ['true true false true'] }],
  },
  {
    id: 'definition-filter',
    says: 'definitionFilter of a behavior may change the definition of the component that uses it.',
    source: extend,
    wxml: '<x-c/>',
    json: using,
    files: {
      ...c(
        "const b = require('./b'); Component({ behaviors: [b], data: { from: 'component' }, attached() { log(this.data.from) } })",
      ),
      'b.js': "module.exports = Behavior({ definitionFilter(def) { def.data.from = 'behavior' } })",
    },
    steps: [{ log: ['behavior'] }],
  },
  {
    id: 'definition-filter-of-inner-behaviors',
    says: 'definitionFilter is handed the filters of the behaviors below, to call or not.',
    source: extend,
    wxml: '<x-c/>',
    json: using,
    files: {
      ...c("const b = require('./b'); Component({ behaviors: [b], data: {}, attached() { log(this.data.steps) } })"),
      'b.js': `const inner = Behavior({ definitionFilter(def) { def.data = def.data || {}; def.data.steps = (def.data.steps || '') + 'inner' } })
module.exports = Behavior({ behaviors: [inner], definitionFilter(def, filters) { def.data.steps = 'outer '; filters[0](def) } })`,
    },
    steps: [{ log: ['outer inner'] }],
  },
  {
    id: 'form-field',
    says: 'A component with wx://form-field gives its value to the form under its name.',
    source: behaviors,
    wxml: '<form bindsubmit="submit"><x-c name="own" value="1"/><input name="plain" value="2"/><button id="go" form-type="submit">go</button></form>',
    js: 'Page({ submit(e) { log(e.detail.value) } })',
    json: using,
    files: c(
      "Component({ behaviors: ['wx://form-field'], methods: { set() { this.setData({ value: 'changed' }) } } })",
      '<view id="set" bindtap="set">set</view>',
    ),
    steps: [
      { tap: '#go' },
      { logMatches: ['"own":"1"'] },
      { logMatches: ['"plain":"2"'] },
      { clearLog: true },
      { tap: '#set' },
      { tap: '#go' },
      { logMatches: ['"own":"changed"'] },
    ],
  },
  {
    id: 'form-field-group',
    says: 'With wx://form-field-group the fields inside a component belong to the form around it.',
    source: behaviors,
    wxml: '<form bindsubmit="submit"><x-c/><button id="go" form-type="submit">go</button></form>',
    js: 'Page({ submit(e) { log(e.detail.value) } })',
    json: using,
    files: c("Component({ behaviors: ['wx://form-field-group'] })", '<input name="inner" value="5"/>'),
    steps: [{ tap: '#go' }, { log: ['{"inner":"5"}'] }],
  },
  {
    id: 'form-field-button',
    says: 'With wx://form-field-button a button inside a component submits the form around it.',
    source: behaviors,
    wxml: '<form bindsubmit="submit"><input name="a" value="1"/><x-c/></form>',
    js: "Page({ submit(e) { log('submit', e.detail.value) } })",
    json: using,
    files: c("Component({ behaviors: ['wx://form-field-button'] })", '<button id="go" form-type="submit">go</button>'),
    steps: [{ tap: '#go' }, { log: ['submit {"a":"1"}'] }],
  },
  {
    id: 'relation-parent-and-child',
    says: 'Both sides of a relation are told that they are linked, and getRelationNodes gives the children in order.',
    source: relations,
    wxml: '<x-ul id="u"><x-li n="1"/><view><x-li n="2"/></view></x-ul>',
    js: "Page({ onReady() { log(this.selectComponent('#u').names()) } })",
    json: list,
    files: {
      ...part(
        'ul',
        "Component({ relations: { './li': { type: 'child', linked(t) { log('ul linked', t.data.n) } } }, methods: { names() { return this.getRelationNodes('./li').map((x) => x.data.n) } } })",
      ),
      ...part(
        'li',
        "Component({ properties: { n: Number }, relations: { './ul': { type: 'parent', linked(t) { log('li linked', this.data.n, t.is.endsWith('ul')) } } } })",
      ),
    },
    steps: [
      { logHas: ['ul linked 1', 'ul linked 2'] },
      { logHas: ['li linked 1 true', 'li linked 2 true'] },
      { logHas: ['[1,2]'] },
    ],
  },
  {
    id: 'relation-unlinked',
    says: 'unlinked is called when a child leaves, and it is no relation node any more.',
    source: relations,
    wxml: '<x-ul id="u"><x-li wx:for="{{list}}" wx:key="*this" n="{{item}}"/></x-ul><button id="go" bindtap="go">go</button>',
    js: "Page({ data: { list: [1, 2] }, go() { this.setData({ list: [1] }); log(this.selectComponent('#u').names()) } })",
    json: list,
    files: {
      ...part(
        'ul',
        "Component({ relations: { './li': { type: 'child', unlinked(t) { log('unlinked', t.data.n) } } }, methods: { names() { return this.getRelationNodes('./li').map((x) => x.data.n) } } })",
      ),
      ...part('li', "Component({ properties: { n: Number }, relations: { './ul': { type: 'parent' } } })"),
    },
    steps: [{ tap: '#go' }, { log: ['unlinked 2', '[1]'] }],
  },
  {
    id: 'relation-link-changed',
    says: 'linkChanged is called when a child gets another place, and the nodes follow the order of the document.',
    source: relations,
    wxml: '<x-ul id="u"><x-li wx:for="{{list}}" wx:key="*this" n="{{item}}"/></x-ul><button id="go" bindtap="go">go</button>',
    js: "Page({ data: { list: [1, 2, 3] }, go() { this.setData({ list: [3, 1, 2] }); log(this.selectComponent('#u').names()) } })",
    json: list,
    files: {
      ...part(
        'ul',
        "Component({ relations: { './li': { type: 'child', linkChanged() { log('changed') } } }, methods: { names() { return this.getRelationNodes('./li').map((x) => x.data.n) } } })",
      ),
      ...part('li', "Component({ properties: { n: Number }, relations: { './ul': { type: 'parent' } } })"),
    },
    steps: [{ tap: '#go' }, { logHas: ['changed', '[3,1,2]'] }],
  },
  {
    id: 'relation-ancestor-and-descendant',
    says: 'ancestor and descendant link across components that stand between.',
    source: relations,
    wxml: '<x-ul><x-m><x-li/></x-m></x-ul>',
    json: { usingComponents: { 'x-ul': 'ul', 'x-li': 'li', 'x-m': 'm' } },
    files: {
      ...part('ul', "Component({ relations: { './li': { type: 'descendant', linked() { log('down') } } } })"),
      ...part('li', "Component({ relations: { './ul': { type: 'ancestor', linked() { log('up') } } } })"),
      ...part('m', 'Component({})'),
    },
    steps: [{ logHas: ['down'] }, { logHas: ['up'] }],
  },
  {
    id: 'relation-by-behavior',
    says: 'target names a behavior: every component with it is linked.',
    source: relations,
    wxml: '<x-form><x-in/><x-sub/></x-form>',
    json: { usingComponents: { 'x-form': 'form', 'x-in': 'in', 'x-sub': 'sub' } },
    files: {
      'b.js': 'module.exports = Behavior({ data: { kind: "control" } })',
      ...part(
        'form',
        "const b = require('./b'); Component({ relations: { controls: { type: 'descendant', target: b } }, ready() { log(this.getRelationNodes('controls').map((x) => x.data.name)) } })",
      ),
      ...part(
        'in',
        "const b = require('./b'); Component({ behaviors: [b], data: { name: 'in' }, relations: { './form': { type: 'ancestor' } } })",
      ),
      ...part(
        'sub',
        "const b = require('./b'); Component({ behaviors: [b], data: { name: 'sub' }, relations: { './form': { type: 'ancestor' } } })",
      ),
    },
    steps: [{ log: ['["in","sub"]'] }],
  },
  {
    id: 'relation-needs-both-sides',
    says: 'Without the declaration on the other side nothing is linked.',
    source: relations,
    wxml: '<x-ul><x-li/></x-ul>',
    json: list,
    files: {
      ...part(
        'ul',
        "Component({ relations: { './li': { type: 'child', linked() { log('linked') } } }, ready() { log(this.getRelationNodes('./li').length) } })",
      ),
      ...part('li', 'Component({})'),
    },
    steps: [{ log: ['0'] }],
  },
]
