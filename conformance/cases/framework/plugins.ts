import type { Case } from '../../case.ts'

const using = 'https://developers.weixin.qq.com/miniprogram/dev/framework/plugin/using.html'
const development = 'https://developers.weixin.qq.com/miniprogram/dev/framework/plugin/development.html'
const plugins = { shop: { version: '1.0.0', provider: 'wxprovider' } }
const pluginJson = JSON.stringify({
  publicComponents: { hello: 'components/hello' },
  pages: { 'hello-page': 'pages/hello' },
  main: 'index.js',
})
const component = {
  'plugins/wxprovider/plugin.json': pluginJson,
  'plugins/wxprovider/index.js': 'exports.greet = (name) => `hello ${name}`; exports.world = 7',
  'plugins/wxprovider/components/hello.json': '{ "component": true }',
  'plugins/wxprovider/components/hello.wxml': '<view id="inner" bindtap="say">hello {{who}}</view>',
  'plugins/wxprovider/components/hello.js':
    "Component({ properties: { who: String }, methods: { say() { this.triggerEvent('said', { who: this.data.who }) } } })",
  'plugins/wxprovider/pages/hello.json': '{ "navigationBarTitleText": "Plugin" }',
  'plugins/wxprovider/pages/hello.wxml': '<view id="query">{{q}}</view>',
  'plugins/wxprovider/pages/hello.js': "Page({ data: { q: '' }, onLoad(query) { this.setData({ q: query.id }) } })",
}
const json = { usingComponents: { hello: 'plugin://shop/hello' } }

export const cases: readonly Case[] = [
  {
    id: 'component-of-a-plugin',
    says: 'plugin://name/component in usingComponents shows a component of the plugin, with properties and events.',
    source: using,
    wxml: '<hello who="you" bind:said="said"/>',
    js: 'Page({ said(e) { log(e.type, e.detail) } })',
    json,
    app: { json: { plugins } },
    files: component,
    steps: [{ text: '#inner', is: 'hello you' }, { tap: '#inner' }, { log: ['said {"who":"you"}'] }],
  },
  {
    id: 'require-plugin',
    says: 'requirePlugin gives what the main module of the plugin exports.',
    source: using,
    wxml: '<view/>',
    js: "const shop = requirePlugin('shop'); Page({ onLoad() { log(shop.greet('me'), shop.world) } })",
    app: { json: { plugins } },
    files: component,
    steps: [{ log: ['hello me 7'] }],
  },
  {
    id: 'page-of-a-plugin',
    says: 'A url plugin://name/page opens a page of the plugin with its query and its own title.',
    source: using,
    wxml: '<view id="go" bindtap="go">go</view>',
    js: "Page({ go() { wx.navigateTo({ url: 'plugin://shop/hello-page?id=5' }) } })",
    app: { json: { plugins } },
    files: component,
    steps: [{ tap: '#go' }, { text: '#query', is: '5' }, { title: true, is: 'Plugin' }],
  },
  {
    id: 'navigator-to-a-plugin-page',
    says: 'A navigator with a plugin url opens the page of the plugin.',
    source: using,
    wxml: '<navigator id="go" url="plugin://shop/hello-page?id=6">go</navigator>',
    app: { json: { plugins } },
    files: component,
    steps: [{ tap: '#go' }, { text: '#query', is: '6' }],
  },
  {
    id: 'instances-are-hidden',
    says: "selectComponent of the app does not give the instance of a plugin's component.",
    source: using,
    wxml: '<hello id="it" who="x"/>',
    js: "Page({ onReady() { log(this.selectComponent('#it')) } })",
    json,
    app: { json: { plugins } },
    files: component,
    steps: [{ log: ['null'] }],
  },
  {
    id: 'component-export-opens-an-instance',
    says: "wx://component-export lets a plugin's component choose what selectComponent gives.",
    source: using,
    wxml: '<hello id="it" who="x"/>',
    js: "Page({ onReady() { log(this.selectComponent('#it')) } })",
    json,
    app: { json: { plugins } },
    files: {
      ...component,
      'plugins/wxprovider/components/hello.js':
        "Component({ behaviors: ['wx://component-export'], properties: { who: String }, export() { return { who: this.data.who } } })",
    },
    steps: [{ log: ['{"who":"x"}'] }],
  },
  {
    id: 'paths-start-at-the-plugin',
    says: "An absolute path in a plugin's file means the root of the plugin, for modules, components, templates and styles.",
    source: development,
    wxml: '<hello/>',
    json,
    app: { json: { plugins } },
    files: {
      ...component,
      'lib/name.js': "module.exports = 'app'",
      'plugins/wxprovider/lib/name.js': "module.exports = 'plugin'",
      'plugins/wxprovider/lib/part.wxml': '<text id="part">part</text>',
      'plugins/wxprovider/lib/part.wxss': '.red { color: #ff0000 }',
      'plugins/wxprovider/components/inner.json': '{ "component": true }',
      'plugins/wxprovider/components/inner.wxml': '<text id="deep">deep</text>',
      'plugins/wxprovider/components/inner.js': 'Component({})',
      'plugins/wxprovider/components/hello.json':
        '{ "component": true, "usingComponents": { "inner": "/components/inner" } }',
      'plugins/wxprovider/components/hello.js': "const name = require('/lib/name'); Component({ data: { name } })",
      'plugins/wxprovider/components/hello.wxml':
        '<view id="name" class="red">{{name}}</view><include src="/lib/part.wxml"/><inner/>',
      'plugins/wxprovider/components/hello.wxss': '@import "/lib/part.wxss";',
    },
    steps: [
      { text: '#name', is: 'plugin' },
      { style: '#name', name: 'color', is: '#ff0000' },
      { text: '#part', is: 'part' },
      { text: '#deep', is: 'deep' },
    ],
  },
  {
    id: 'export-to-the-plugin',
    says: 'requireMiniProgram gives a plugin what app.json lets the app export to it.',
    source: using,
    wxml: '<view/>',
    js: "Page({ onLoad() { log(requirePlugin('shop').whoami()) } })",
    app: { json: { plugins: { shop: { version: '1.0.0', provider: 'wxprovider', export: 'exported.js' } } } },
    files: {
      ...component,
      'exported.js': "module.exports = { whoami: 'the app' }",
      'plugins/wxprovider/index.js': 'exports.whoami = () => requireMiniProgram().whoami',
    },
    steps: [{ log: ['the app'] }],
  },
  {
    id: 'generics-implementation',
    says: "genericsImplementation of app.json puts a component of the app in the place of a plugin's generic.",
    source: using,
    wxml: '<hello/>',
    json,
    app: {
      json: {
        plugins: {
          shop: {
            version: '1.0.0',
            provider: 'wxprovider',
            genericsImplementation: { hello: { item: 'components/own' } },
          },
        },
      },
    },
    files: {
      ...component,
      'components/own.json': '{ "component": true }',
      'components/own.wxml': '<text id="own">own</text>',
      'components/own.js': 'Component({})',
      'plugins/wxprovider/components/hello.json': '{ "component": true, "componentGenerics": { "item": true } }',
      'plugins/wxprovider/components/hello.wxml': '<item/>',
    },
    steps: [{ text: '#own', is: 'own' }],
  },
  {
    id: 'plugin-in-a-sub-package',
    says: 'A plugin that a sub-package declares comes with it and can be used there.',
    source: using,
    wxml: '<view id="go" bindtap="go">go</view>',
    js: "Page({ go() { wx.navigateTo({ url: '/pack/page' }) } })",
    app: { json: { subpackages: [{ root: 'pack', pages: ['page'], plugins }] } },
    files: {
      ...component,
      'pack/page.json': JSON.stringify(json),
      'pack/page.wxml': '<hello who="sub"/>',
      'pack/page.js': "Page({ onLoad() { log(requirePlugin('shop').greet('sub')) } })",
    },
    steps: [{ tap: '#go' }, { text: '#inner', is: 'hello sub' }, { log: ['hello sub'] }],
  },
  {
    id: 'require-plugin-async',
    says: 'requirePlugin.async loads the package of the plugin when it is not there yet.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages/async.html',
    wxml: '<view/>',
    js: "Page({ onLoad() { requirePlugin.async('shop').then((shop) => log(shop.greet('late'))) } })",
    app: { json: { subpackages: [{ root: 'pack', pages: ['page'], plugins }] } },
    files: { ...component, 'pack/page.wxml': '', 'pack/page.js': 'Page({})' },
    steps: [{ log: ['hello late'] }],
  },
]
