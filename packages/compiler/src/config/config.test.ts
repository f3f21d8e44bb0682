import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCompiler } from '../index.ts'
import {
  assetsOf,
  compile,
  configOf,
  errorsOf,
  homeProject,
  runPackage,
  stylesOf,
  warningsOf,
  writeProject,
} from '../testing/project.ts'

const component = (path: string, json: object = {}) => ({
  [`${path}.json`]: JSON.stringify({ component: true, ...json }),
  [`${path}.js`]: 'Component({})',
  [`${path}.wxml`]: '<view/>',
})

describe('project.config.json', () => {
  it('says where the mini-program lies, and diagnostics name files from the project root', async () => {
    const build = await compile({
      'project.config.json': '{ "appid": "wx1", "projectname": "%E5%95%86", "miniprogramRoot": "./mini", /* old */ }',
      'mini/app.json': '{ "pages": ["a"] }',
      'mini/a.js': 'let = ;',
      'mini/a.wxml': '',
      'README.js': 'let = ;',
    })
    expect(build.project).toEqual({ appid: 'wx1', projectName: '商', miniprogramRoot: 'mini/' })
    expect(errorsOf(build)).toEqual(['script.syntax mini/a.js:1:7'])
  })

  it('tells the upstreams for development, personal ones first', async () => {
    const build = await compile(
      homeProject({
        'project.config.json':
          '{ "banyan": { "upstreams": { "https://a.example": "http://127.0.0.1:1", "https://b.example": "http://127.0.0.1:2" } } }',
        'project.private.config.json': '{ "banyan": { "upstreams": { "https://b.example": "http://127.0.0.1:3" } } }',
      }),
    )
    expect(build.project.upstreams).toEqual({
      'https://a.example': 'http://127.0.0.1:1',
      'https://b.example': 'http://127.0.0.1:3',
    })
  })

  it('leaves out what packOptions ignore, except what they include', async () => {
    const ignore = [
      { type: 'folder', value: 'docs' },
      { type: 'suffix', value: '.csv' },
      { type: 'glob', value: 'raw/**/*.png' },
      { type: 'regexp', value: '\\.bak\\.txt$' },
      { type: 'file', value: 'one.png' },
      { type: 'prefix', value: 'draft-' },
    ]
    const build = await compile(
      homeProject({
        'project.config.json': JSON.stringify({
          packOptions: { ignore, include: [{ type: 'file', value: 'docs/kept.png' }] },
        }),
        ...Object.fromEntries(
          [
            'docs/a.png',
            'docs/kept.png',
            'b.csv',
            'raw/x/y.png',
            'c.bak.txt',
            'one.png',
            'x/draft-1.png',
            'two.png',
          ].map((path) => [path, 'x']),
        ),
      }),
    )
    expect(Object.keys(assetsOf(build))).toEqual(['docs/kept.png', 'two.png'])
  })
})

describe('app.json', () => {
  it('is resolved: window, tab bar, theme, timeouts, entry page', async () => {
    const build = await compile(
      homeProject({
        'app.json': JSON.stringify({
          pages: ['pages/home', 'pages/mine'],
          entryPagePath: 'pages/mine',
          window: {
            navigationBarTitleText: '@title',
            enablePullDownRefresh: 'true',
            onReachBottomDistance: '80',
            navigationBarTextStyle: 'pink',
          },
          tabBar: {
            custom: true,
            list: [
              { pagePath: 'pages/home', text: 'Home', iconPath: '/images/a.png' },
              { pagePath: 'pages/mine', text: 'Mine' },
            ],
          },
          networkTimeout: { request: 5000 },
          themeLocation: 'theme.json',
          darkmode: true,
          style: 'v2',
          sitemapLocation: 'sitemap.json',
        }),
        'theme.json': '{ "light": { "title": "Day" }, "dark": { "title": "Night" } }',
        'sitemap.json': '{}',
        'pages/mine.js': '',
        'pages/mine.wxml': '',
        'pages/mine.json': '{ "navigationBarTitleText": "Mine", "disableScroll": true }',
        'images/a.png': 'x',
        ...component('custom-tab-bar/index'),
        'custom-tab-bar/index.wxss': '.a{}',
      }),
    )
    expect(errorsOf(build)).toEqual([])
    expect(build.diagnostics.map(({ code }) => code)).toEqual(['config.windowValue'])
    const config = configOf(build)
    expect(config).toMatchObject({
      entryPagePath: 'pages/mine',
      window: { navigationBarTitleText: '@title', enablePullDownRefresh: true, onReachBottomDistance: 80 },
      tabBar: { custom: true, position: 'bottom', list: [{ iconPath: 'images/a.png' }, { text: 'Mine' }] },
      networkTimeout: { request: 5000 },
      theme: { light: { title: 'Day' }, dark: { title: 'Night' } },
      darkmode: true,
      style: 'v2',
    })
    expect(config.pageConfigs['pages/mine']?.window).toEqual({ navigationBarTitleText: 'Mine', disableScroll: true })
    expect(config.pageConfigs['pages/mine']?.styles).toEqual(['custom-tab-bar/index'])
    expect(runPackage(build).components).toHaveProperty(['custom-tab-bar/index'])
    expect(Object.keys(assetsOf(build))).toEqual(['images/a.png'])
  })

  it.each([{ 'package.json': '{}' }, { 'project.config.json': '{ "miniprogramRoot": "dist" }' }])(
    'in a folder without one is one clear error',
    async (sources) => {
      const build = await compile(sources)
      expect(build.diagnostics.map(({ code, file }) => [code, file])).toEqual([['config.appMissing', 'app.json']])
    },
  )
})

describe('usingComponents', () => {
  it('are found relative, absolute, in a folder, bare from the root, and by app.json for every page', async () => {
    const build = await compile(
      homeProject({
        'app.json': '{ "pages": ["pages/home"], "usingComponents": { "x-app": "components/app" } }',
        'pages/home.json': '{ "usingComponents": { "x-a": "./a", "x-b": "/components/b", "x-c": "../components/c" } }',
        ...component('pages/a', {
          componentGenerics: { item: { default: '/components/b' }, other: true },
          componentPlaceholder: { 'x-app': 'view' },
        }),
        ...component('components/b'),
        ...component('components/c/index'),
        ...component('components/app'),
      }),
    )
    expect(errorsOf(build)).toEqual([])
    const { components } = runPackage(build)
    expect(components['pages/home']?.using).toEqual({
      'x-app': 'components/app',
      'x-a': 'pages/a',
      'x-b': 'components/b',
      'x-c': 'components/c/index',
    })
    expect(components['pages/a']).toMatchObject({
      generics: { item: 'components/b', other: null },
      placeholders: { 'x-app': 'view' },
    })
    const scopes = Object.entries(components).map(([path, { styleScope }]) => [path, styleScope] as const)
    expect(scopes.filter(([, scope]) => scope === '')).toEqual([['pages/home', '']])
    expect(new Set(scopes.map(([, scope]) => scope)).size).toBe(scopes.length)
  })

  it('of an independent sub-package should lie inside it', async () => {
    const build = await compile(
      homeProject({
        'app.json':
          '{ "pages": ["pages/home"], "subPackages": [{ "root": "alone", "pages": ["a"], "independent": true }] }',
        'alone/a.json': '{ "usingComponents": { "x-in": "./in", "x-out": "/out" } }',
        'alone/a.js': '',
        'alone/a.wxml': '',
        ...component('alone/in'),
        ...component('out'),
      }),
    )
    expect(warningsOf(build)).toEqual(['config.independentUse alone/a.json:1:49'])
  })

  it('of plugins are warned about and do not stop anything', async () => {
    const build = await compile(
      homeProject({ 'pages/home.json': '{ "usingComponents": { "p": "plugin://x/y", "e": "ext://z/w" } }' }),
    )
    expect(errorsOf(build)).toEqual([])
    expect(build.diagnostics.map(({ code }) => code)).toEqual(['config.pluginComponent', 'config.pluginComponent'])
  })
})

describe('npm packages', () => {
  it('come from miniprogram_npm, nearest first', async () => {
    const build = await compile(
      homeProject({
        'pages/home.json': '{ "usingComponents": { "x": "ui/button" } }',
        ...component('miniprogram_npm/ui/button'),
        ...component('pages/miniprogram_npm/ui/button'),
      }),
    )
    expect(runPackage(build).components['pages/home']?.using).toEqual({ x: 'pages/miniprogram_npm/ui/button' })
  })

  it('bring the styles that useExtendedLib promises', async () => {
    const app = { pages: ['pages/home'], useExtendedLib: { weui: true } }
    const sources = homeProject({ 'app.json': JSON.stringify(app), 'app.wxss': '.own{}' })
    const sheet = 'miniprogram_npm/weui-miniprogram/weui-wxss/dist/style/weui.wxss'
    expect(stylesOf(await compile({ ...sources, [sheet]: '.weui{}' })).app).toBe('.weui{}\n.own{}')
  })

  it('of useExtendedLib need not be installed', async () => {
    const app = { pages: ['pages/home'], useExtendedLib: { weui: true } }
    const build = await compile(
      homeProject({
        'app.json': JSON.stringify(app),
        'pages/home.json': '{ "usingComponents": { "mp-cell": "weui-miniprogram/cell/cell" } }',
        'pages/home.wxml': '<mp-cell/>',
      }),
    )
    expect(build.diagnostics).toEqual([])
    expect(stylesOf(build).app).toContain('.weui-cell')
  })

  it('are built from node_modules: a miniprogram folder as it stands, anything else bundled', async () => {
    const root = writeProject(
      homeProject({
        'pages/home.json': '{ "usingComponents": { "x": "ui/button/index" } }',
        'pages/home.wxml': '<x/>',
        'pages/home.js': 'import { sum } from "math"\nmodule.exports = sum(1, 2)',
        'store/ui/package.json': '{ "name": "ui", "miniprogram": "dist", "dependencies": {} }',
        ...component('store/ui/dist/button/index'),
        'store/ui/dist/button/index.wxss': '.a { background: url(../a.png) }',
        'store/ui/dist/a.png': 'x',
        'store/ui/dist/common/index.js': '',
        'store/ui/gulpfile.js': '',
        'store/math/package.json': '{ "name": "math", "main": "lib/main.js" }',
        'store/math/lib/main.js':
          'const { one } = require("./one")\nexports.sum = (a, b) => (process.env.NODE_ENV === "x" ? require("other") : a + b * one)',
        'store/math/lib/one.js': 'exports.one = 1',
        'project.config.json': '{ "packOptions": { "ignore": [{ "type": "folder", "value": "store" }] } }',
      }),
    )
    mkdirSync(join(root, 'node_modules'))
    for (const name of ['ui', 'math']) symlinkSync(join(root, 'store', name), join(root, 'node_modules', name))
    const build = await createCompiler({ root, mode: 'production' }).build()
    expect(build.diagnostics).toEqual([])
    const running = runPackage(build)
    expect(running.components['pages/home']?.using).toEqual({ x: 'miniprogram_npm/ui/button/index' })
    expect(running.modulePaths.filter((path) => path.startsWith('miniprogram_npm/'))).toEqual([
      'miniprogram_npm/math/index.js',
      'miniprogram_npm/ui/button/index.js',
      'miniprogram_npm/ui/common/index.js',
    ])
    expect(running.require('pages/home.js')).toBe(3)
    expect(stylesOf(build)['miniprogram_npm/ui/button/index']).toContain('data:image/png')
    expect(warningsOf(build)).toEqual([])
  })
})
