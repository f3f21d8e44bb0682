import { expect, test } from 'vitest'
import { compile, configOf, errorsOf, homeProject, warningsOf } from '../testing/project.ts'

const appJson = (plugin: object = {}) =>
  JSON.stringify({ pages: ['pages/home'], plugins: { shop: { version: '1.0.0', provider: 'wxp', ...plugin } } })
const using = { 'pages/home.json': '{ "usingComponents": { "hello": "plugin://shop/hello" } }' }

function pluginIn(folder: string): Record<string, string> {
  return {
    [`${folder}/plugin.json`]:
      '{ "publicComponents": { "hello": "c/hello" }, "pages": { "first": "p/first" }, "main": "index.js" }',
    [`${folder}/index.js`]: 'exports.a = 1',
    [`${folder}/c/hello.json`]: '{ "component": true }',
    [`${folder}/c/hello.wxml`]: '<view>hello</view>',
    [`${folder}/c/hello.js`]: 'Component({})',
    [`${folder}/p/first.wxml`]: '<view>first</view>',
    [`${folder}/p/first.js`]: 'Page({})',
  }
}

test.each([
  ['plugins/<name>', 'plugins/shop', {}],
  ['plugins/<provider>', 'plugins/wxp', {}],
  ['pluginRoot of the project', 'plugin', { 'project.config.json': '{ "appid": "wxp", "pluginRoot": "plugin" }' }],
  ['banyan.plugins', 'vendor/it', { 'project.config.json': '{ "banyan": { "plugins": { "shop": "vendor/it" } } }' }],
])('takes a plugin from %s', async (_where, folder, more) => {
  const build = await compile(homeProject({ 'app.json': appJson(), ...using, ...pluginIn(folder), ...more }))
  expect(errorsOf(build)).toEqual([])
  expect(configOf(build).plugins).toEqual({
    shop: {
      root: '__plugin__/shop/',
      main: '__plugin__/shop/index',
      pages: { first: '__plugin__/shop/p/first' },
      components: { hello: '__plugin__/shop/c/hello' },
    },
  })
  expect(configOf(build).pages).toEqual(['pages/home', '__plugin__/shop/p/first'])
})

test('a plugin that does not come with the project is a warning at its place in app.json', async () => {
  const build = await compile(homeProject({ 'app.json': appJson(), ...using }))
  expect(errorsOf(build)).toEqual([])
  expect(warningsOf(build)).toContain('config.pluginMissing app.json:1:43')
  expect(warningsOf(build)).toContain('config.pluginComponent pages/home.json:1:33')
})

test("a page of a plugin does without the app's styles and components", async () => {
  const app = { ...JSON.parse(appJson()), usingComponents: { own: 'own' } }
  const build = await compile(
    homeProject({
      'app.json': JSON.stringify(app),
      'app.wxss': '.a { color: red }',
      'own.json': '{ "component": true }',
      'own.wxml': 'own',
      ...pluginIn('plugins/shop'),
    }),
  )
  expect(configOf(build).pageConfigs['pages/home']?.styles).toEqual(['app'])
  expect(configOf(build).pageConfigs['__plugin__/shop/p/first']?.styles).toEqual([])
})

test('a page that isolates itself does without app.wxss', async () => {
  const build = await compile(
    homeProject({ 'app.wxss': '.a { color: red }', 'pages/home.json': '{ "styleIsolation": "page-isolated" }' }),
  )
  expect(configOf(build).pageConfigs['pages/home']?.styles).toEqual([])
})

test('what is released tells nobody the places of its lines', async () => {
  const scriptOf = async (mode: 'development' | 'production') => {
    const build = await compile(homeProject(), mode)
    const [main] = build.manifest.packages
    return Buffer.from(build.files.get(main?.script.hash ?? '') ?? []).toString()
  }
  expect(await scriptOf('development')).toContain('mapStack')
  const released = await scriptOf('production')
  expect(released).not.toContain('mapStack')
  expect(released).not.toContain('sourceURL')
})
