import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { packageManifestSchema } from '@banyan/contract/package-format'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { createCompiler, packArchive } from './index.ts'
import {
  assetsOf,
  compile,
  configOf,
  errorsOf,
  homeProject,
  runPackage,
  stylesOf,
  writeProject,
  writeSources,
} from './testing/project.ts'

const image = Uint8Array.of(1, 2, 3)

describe('a build', () => {
  it('has a manifest of the contract, and every file under the hash of its bytes', async () => {
    const build = await compile(
      homeProject({ 'images/a.png': image, 'pages/home.wxss': '.a { color: red }' }),
      'production',
    )
    expect(packageManifestSchema.parse(build.manifest)).toEqual(build.manifest)
    for (const [hash, bytes] of build.files) expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash)
    const { manifest } = build
    for (const ref of [
      manifest.config,
      manifest.assets,
      ...manifest.packages.flatMap(({ script, style }) => [script, style]),
    ]) {
      expect(build.files.get(ref.hash)?.length).toBe(ref.sizeBytes)
    }
    expect(assetsOf(build)['images/a.png']).toMatchObject({ mediaType: 'image/png', sizeBytes: 3 })
  })

  it('gives the same archive, byte by byte, wherever the project lies', async () => {
    const sources = homeProject({
      'app.wxss': 'page { font-size: 28rpx }',
      'pages/home.json': '{ "usingComponents": { "my-card": "/components/card" } }',
      'pages/home.wxml': '<my-card wx:for="{{list}}" />',
      'components/card.js': 'import { format } from "../utils/format"\nComponent({ methods: { format } })',
      'components/card.json': '{ "component": true }',
      'components/card.wxml': '<wxs module="m">module.exports = { a: 1 }</wxs><view>{{m.a}}</view>',
      'components/card.wxss': '.a { color: red }',
      'utils/format.ts': 'export const format = (value: number): string => String(value)',
      'images/a.png': image,
    })
    const [first, second] = [await compile(sources, 'production'), await compile(sources, 'production')]
    expect(errorsOf(first)).toEqual([])
    expect(Buffer.compare(packArchive(first), packArchive(second))).toBe(0)
  })

  it('packs manifest, files and source maps, sorted', async () => {
    const build = await compile(homeProject(), 'production')
    const entries = Object.keys(unzipSync(packArchive(build)))
    expect(entries).toEqual([
      'manifest.json',
      ...[...build.files.keys()].sort().map((hash) => `files/${hash}`),
      'maps/package.js.map.json',
    ])
  })
})

describe('packages', () => {
  const sources = homeProject({
    'app.json': `{
      // the main package
      "pages": ["pages/home",],
      "subPackages": [{ "root": "shop", "name": "s", "pages": ["list", "detail/detail"] }, { "root": "alone/", "pages": ["a"], "independent": true }],
      "preloadRule": { "pages/home": { "packages": ["s", "alone"], "network": "all" } },
    }`,
    'shared/row.wxml': '<template name="row"><text>{{value}}</text></template>',
    'shared/tax.wxs': 'module.exports = { rate: 3 }',
    'shared/sum.js': 'module.exports = (a, b) => a + b',
    'shop/list.js': 'const sum = require("../shared/sum"); module.exports = sum(1, 2)',
    'shop/list.wxml':
      '<wxs module="tax" src="../shared/tax.wxs"/><import src="../shared/row.wxml"/><template is="row" data="{{value: tax.rate}}"/>',
    'shop/list.wxss': '.list { color: red }',
    'shop/detail/detail.js': 'Page({})',
    'shop/detail/detail.wxml': '<view/>',
    'alone/a.js': 'Page({})',
    'alone/a.wxml': '<view/>',
  })

  it('separates sub-packages and keeps the order of their pages', async () => {
    const build = await compile(sources)
    expect(errorsOf(build)).toEqual([])
    expect(build.manifest.packages.map(({ root, independent }) => [root, independent])).toEqual([
      ['', false],
      ['shop/', false],
      ['alone/', true],
    ])
    const config = configOf(build)
    expect(config.pages).toEqual(['pages/home', 'shop/list', 'shop/detail/detail', 'alone/a'])
    expect(config.preloadRule).toEqual({ 'pages/home': { packages: ['shop/', 'alone/'], network: 'all' } })
    expect(runPackage(build).modulePaths).toEqual(['app.js', 'pages/home.js', 'shared/sum.js'])
    expect(stylesOf(build, 'shop/')).toHaveProperty(['shop/list'])
  })

  it('gives a package every template and wxs file that its pages import', async () => {
    const shop = runPackage(await compile(sources), { root: 'shop/' })
    expect(Object.keys(shop.templates)).toEqual(['shared/row', 'shop/detail/detail', 'shop/list'])
    expect(shop.templates['shop/list']).toBeTypeOf('function')
  })
})

describe('a further build', () => {
  it('compiles only what an edit touches', async () => {
    const root = writeProject(
      homeProject({
        'app.json': '{ "pages": ["pages/home", "pages/other"] }',
        'pages/home.wxss': '@import "../styles/theme.wxss"; .a { color: red }',
        'pages/other.js': 'Page({})',
        'pages/other.wxml': '<view/>',
        'pages/other.wxss': '.b { color: blue }',
        'styles/theme.wxss': '.t { color: green }',
      }),
    )
    const compiler = createCompiler({ root, mode: 'development' })
    await compiler.build()
    expect((await compiler.build()).stats.compiled).toEqual({})
    const edit = async (path: string, content: string) => {
      writeSources(root, { [path]: content })
      compiler.changed([join(root, path)])
      return (await compiler.build()).stats.compiled
    }
    expect(await edit('pages/home.js', 'Page({ data: {} })')).toEqual({ script: ['pages/home.js'] })
    expect(await edit('pages/other.wxml', '<text/>')).toEqual({ template: ['pages/other.wxml'] })
    expect(await edit('styles/theme.wxss', '.t { color: black }')).toEqual({ style: ['pages/home.wxss'] })
    expect(await edit('pages/home.js', 'Page({ data: {} })')).toEqual({})
  })

  it('gives pages that are open only what an edit touches, and all that imports an edited template', async () => {
    const root = writeProject(
      homeProject({
        'pages/home.wxml': '<import src="./part.wxml"/><template is="part"/>',
        'pages/part.wxml': '<template name="part"><text>one</text></template>',
        'pages/words.js': 'exports.word = 1',
        'pages/home.js': 'Page({ data: require("./words") })',
      }),
    )
    const compiler = createCompiler({ root, mode: 'development' })
    await compiler.build()
    const edit = async (path: string, content: string) => {
      writeSources(root, { [path]: content })
      compiler.changed([join(root, path)])
      return (await compiler.build()).patches
    }
    const [code = '', ...others] = await edit('pages/words.js', 'exports.word = "changed"')
    expect(others).toEqual([])
    expect(code).toContain('"changed"')
    expect(code).not.toContain('Page({')
    expect(code).not.toContain('$lazy("pages/home"')
    const [template] = await edit('pages/part.wxml', '<template name="part"><text>two</text></template>')
    expect(template).toContain('$lazy("pages/home"')
    expect(template).toContain('"two"')
    expect(template).not.toContain('"changed"')
    expect(await edit('pages/part.wxml', '<template name="part"><text>two</text></template>')).toEqual([])
  })

  it('sees files that come and go, with and without being told', async () => {
    const root = writeProject(homeProject({ 'pages/home.wxml': '<include src="./part.wxml"/>' }))
    const compiler = createCompiler({ root, mode: 'development' })
    expect((await compiler.build()).diagnostics).toHaveLength(1)
    writeSources(root, { 'pages/part.wxml': '<text/>', 'pages/home.wxss': '.a{}' })
    const second = await compiler.build()
    expect(second.diagnostics).toEqual([])
    expect(configOf(second).pageConfigs['pages/home']?.styles).toEqual(['pages/home'])
    rmSync(join(root, 'pages/part.wxml'))
    compiler.changed([join(root, 'pages/part.wxml')])
    expect((await compiler.build()).diagnostics).toHaveLength(1)
  })
})
