import type { Case } from '../../case.ts'

const page = (name: string): string => `https://developers.weixin.qq.com/miniprogram/dev/api/wxml/${name}.html`
const nodes = page('NodesRef.fields')
const wxss = 'page { padding: 0 } .box { width: 100px; height: 40px; margin-left: 15px } .tall { height: 2000px }'
const onReady = (code: string): string =>
  `Page({ data: { list: [1, 2, 3] }, onReady() { const query = wx.createSelectorQuery(); ${code} } })`

export const cases: readonly Case[] = [
  {
    id: 'bounding-client-rect',
    says: 'boundingClientRect gives id, dataset, edges and size.',
    source: page('NodesRef.boundingClientRect'),
    wxml: '<view style="height: 60px"></view><view id="a" class="box" data-n="{{7}}">a</view>',
    wxss,
    js: onReady('query.select("#a").boundingClientRect((r) => log(r)).exec()'),
    steps: [
      { logged: 'id', equals: 'a' },
      { logged: 'dataset', equals: { n: 7 } },
      { logged: 'left', is: 15 },
      { logged: 'top', is: 60 },
      { logged: 'right', is: 115 },
      { logged: 'bottom', is: 100 },
      { logged: 'width', is: 100 },
      { logged: 'height', is: 40 },
    ],
  },
  {
    id: 'select-all',
    says: 'selectAll gives a list, in the order of the page.',
    source: page('SelectorQuery.selectAll'),
    wxml: '<view wx:for="{{list}}" wx:key="*this" class="box" id="b{{item}}"></view>',
    wxss,
    js: onReady('query.selectAll(".box").boundingClientRect((r) => log(r.map((x) => x.id).join())).exec()'),
    steps: [{ log: ['b1,b2,b3'] }],
  },
  {
    id: 'nothing-found',
    says: 'select of nothing gives null, selectAll an empty list.',
    source: page('SelectorQuery.select'),
    wxml: '<view>a</view>',
    js: onReady(
      'query.select(".none").boundingClientRect(); query.selectAll(".none").boundingClientRect(); query.exec((r) => log(r))',
    ),
    steps: [{ log: ['[null,[]]'] }],
  },
  {
    id: 'exec-order',
    says: 'exec gives the answers of all requests in their order, and each has its own callback before.',
    source: page('SelectorQuery.exec'),
    wxml: '<view id="a" class="box"></view><view id="b" class="box" style="width: 50px"></view>',
    wxss,
    js: onReady(
      'query.select("#a").boundingClientRect((r) => log("a", r.width)); query.select("#b").boundingClientRect((r) => log("b", r.width)); query.exec((r) => log(r.map((x) => x.width)))',
    ),
    steps: [{ log: ['a 100', 'b 50', '[100,50]'] }],
  },
  {
    id: 'viewport-size',
    says: 'selectViewport measures the window.',
    source: page('SelectorQuery.selectViewport'),
    wxml: '<view class="tall"></view>',
    wxss,
    js: onReady('query.selectViewport().boundingClientRect((r) => log(r)).exec()'),
    steps: [
      { logged: 'width', is: 375 },
      { logged: 'height', is: 623 },
      { logged: 'top', is: 0 },
    ],
  },
  {
    id: 'viewport-scroll',
    says: 'scrollOffset of the viewport is where the page is.',
    source: page('NodesRef.scrollOffset'),
    wxml: '<view id="go" bindtap="go" style="position: fixed; top: 0">go</view><view class="tall"></view>',
    wxss,
    js: 'Page({ go() { wx.createSelectorQuery().selectViewport().scrollOffset((r) => log(r)).exec() } })',
    steps: [
      { scroll: 'page', top: 150 },
      { tap: '#go' },
      { logged: 'scrollTop', is: 150 },
      { logged: 'scrollLeft', is: 0 },
      { logged: 'scrollHeight', atLeast: 2000 },
    ],
  },
  {
    id: 'scroll-offset',
    says: 'scrollOffset of a scroll-view is its own.',
    source: page('NodesRef.scrollOffset'),
    wxml: '<scroll-view id="s" scroll-y scroll-top="{{120}}" style="height: 100px"><view style="height: 500px"></view></scroll-view><view id="go" bindtap="go">go</view>',
    js: 'Page({ go() { wx.createSelectorQuery().select("#s").scrollOffset((r) => log(r)).exec() } })',
    steps: [
      { scrollTop: '#s', is: 120 },
      { tap: '#go' },
      { logged: 'scrollTop', is: 120 },
      { logged: 'id', equals: 's' },
    ],
  },
  {
    id: 'fields-chosen',
    says: 'fields gives what it was asked for and nothing else.',
    source: nodes,
    wxml: '<view id="a" class="box" data-x="1"></view>',
    wxss,
    js: onReady(
      'query.select("#a").fields({ size: true, dataset: true }, (r) => log(Object.keys(r).sort().join())).exec()',
    ),
    steps: [{ log: ['dataset,height,width'] }],
  },
  {
    id: 'fields-mark',
    says: 'fields gives the mark of a node.',
    source: nodes,
    wxml: '<view mark:outer="1"><view id="a" mark:inner="2"></view></view>',
    js: onReady('query.select("#a").fields({ mark: true }, (r) => log(r.mark)).exec()'),
    steps: [{ logged: 'inner', equals: '2' }],
  },
  {
    id: 'fields-properties',
    says: 'fields gives properties of a component by their names in camel case.',
    source: nodes,
    wxml: '<scroll-view id="s" scroll-x scroll-into-view="a"></scroll-view>',
    js: onReady('query.select("#s").fields({ properties: ["scrollX", "scrollIntoView"] }, (r) => log(r)).exec()'),
    steps: [
      { logged: 'scrollX', equals: true },
      { logged: 'scrollIntoView', equals: 'a' },
    ],
  },
  {
    id: 'fields-computed-style',
    says: 'fields gives computed styles.',
    source: nodes,
    wxml: '<view id="a" class="box" style="background-color: rgb(255, 0, 0)"></view>',
    wxss,
    js: onReady(
      'query.select("#a").fields({ computedStyle: ["marginLeft", "backgroundColor"] }, (r) => log(r)).exec()',
    ),
    steps: [
      { logged: 'marginLeft', equals: '15px' },
      { logged: 'backgroundColor', equals: 'rgb(255, 0, 0)' },
    ],
  },
  {
    id: 'fields-context',
    says: 'fields gives the context of a component.',
    source: nodes,
    wxml: '<scroll-view id="s" scroll-y enhanced style="height: 50px"><view style="height: 500px"></view></scroll-view>',
    js: onReady(
      'query.select("#s").fields({ node: true, size: true }, (r) => log(typeof r.node.scrollTo, r.height)).exec()',
    ),
    steps: [{ log: ['function 50'] }],
  },
  {
    id: 'ref',
    says: 'ref gives something that stands for the node.',
    source: page('NodesRef.ref'),
    wxml: '<view id="a"></view>',
    js: onReady('query.select("#a").ref((r) => log(typeof r.ref)).exec()'),
    steps: [{ log: ['object'] }],
  },
  {
    id: 'class-and-descendant',
    says: 'Selectors know classes, several of them, descendants, children and lists.',
    source: page('SelectorQuery.select'),
    wxml: '<view class="a"><view class="b c" id="one"><view class="d" id="two"></view></view></view><view class="d" id="three"></view>',
    js: onReady(
      'const ids = (r) => r.map((x) => x.id).join(); query.selectAll(".b.c").boundingClientRect((r) => log(ids(r))); query.selectAll(".a .d").boundingClientRect((r) => log(ids(r))); query.selectAll(".b > .d").boundingClientRect((r) => log(ids(r))); query.selectAll("#one, #three").boundingClientRect((r) => log(ids(r))); query.exec()',
    ),
    steps: [{ log: ['one', 'two', 'two', 'one,three'] }],
  },
  {
    id: 'not-into-components',
    says: 'Without in() what is inside a component is not found; >>> reaches it.',
    source: page('SelectorQuery.select'),
    wxml: '<x-a class="host"></x-a>',
    json: { usingComponents: { 'x-a': 'x-a' } },
    files: {
      'x-a.wxml': '<view class="inner" style="width: 44px"></view>',
      'x-a.js': 'Component({})',
      'x-a.json': '{ "component": true }',
    },
    js: onReady(
      'query.select(".inner").boundingClientRect((r) => log(r)); query.select(".host >>> .inner").boundingClientRect((r) => log(r.width)); query.exec()',
    ),
    steps: [{ log: ['null', '44'] }],
  },
  {
    id: 'in-component',
    says: 'in(this) looks inside the component.',
    source: page('SelectorQuery.in'),
    wxml: '<view class="inner"></view><x-a></x-a>',
    json: { usingComponents: { 'x-a': 'x-a' } },
    files: {
      'x-a.wxml': '<view class="inner" style="width: 44px"></view>',
      'x-a.js':
        'Component({ lifetimes: { ready() { wx.createSelectorQuery().in(this).select(".inner").boundingClientRect((r) => log(r.width)).exec(); this.createSelectorQuery().select(".inner").boundingClientRect((r) => log(r.width)).exec() } } })',
      'x-a.json': '{ "component": true }',
    },
    steps: [{ log: ['44', '44'] }],
  },
  {
    id: 'after-set-data',
    says: 'A query after setData measures what was set.',
    source: page('wx.createSelectorQuery'),
    wxml: '<view id="a" style="width: {{w}}px"></view>',
    js: 'Page({ data: { w: 10 }, onReady() { this.setData({ w: 77 }); wx.createSelectorQuery().select("#a").boundingClientRect((r) => log(r.width)).exec() } })',
    steps: [{ log: ['77'] }],
  },
  {
    id: 'next-tick',
    says: 'wx.nextTick runs after what was set has been handed on.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/ui/custom-component/wx.nextTick.html',
    covers: ['wx.nextTick'],
    wxml: '<view>{{n}}</view>',
    js: 'Page({ data: { n: 0 }, onReady() { wx.nextTick(() => log("tick", this.data.n)); this.setData({ n: 1 }); log("now") } })',
    steps: [{ log: ['now', 'tick 1'] }],
  },
]
