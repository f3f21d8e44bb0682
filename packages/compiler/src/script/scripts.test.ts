import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { compile, errorsOf, homeProject, runPackage, scriptTextOf, warningsOf } from '../testing/project.ts'

/** What `pages/home.js` exports, as data: it comes from another realm. */
async function exportsOfHome(
  script: string,
  more: Record<string, string> = {},
  mode: 'development' | 'production' = 'development',
) {
  const build = await compile(homeProject({ 'pages/home.js': script, ...more }), mode)
  expect(errorsOf(build)).toEqual([])
  const exported: unknown = JSON.parse(JSON.stringify(runPackage(build).require('pages/home.js')))
  return exported
}

describe('require', () => {
  it.each(['./a', './a.js', '../pages/a', '/pages/a.js', '/pages/a', 'a', '~/a'])(
    '%s finds the module',
    async (path) => {
      const more = {
        'pages/a.js': 'module.exports = 7',
        'app.json': '{ "pages": ["pages/home"], "resolveAlias": { "~/*": "/pages/*" } }',
      }
      expect(await exportsOfHome(`module.exports = require('${path}')`, more)).toBe(7)
    },
  )

  it('finds folders, JSON files and packages of the nearest miniprogram_npm', async () => {
    const script =
      'module.exports = [require("../lib"), require("../data.json"), require("pack"), require("@s/pack/deep")]'
    const exported = await exportsOfHome(script, {
      'lib/index.js': 'module.exports = 1',
      'data.json': '{ "two": 2, }',
      'miniprogram_npm/pack/index.js': 'module.exports = 3',
      'pages/miniprogram_npm/@s/pack/deep.js': 'module.exports = 4',
    })
    expect(exported).toEqual([1, { two: 2 }, 3, 4])
  })

  it('leaves what it cannot know to the running app, with a warning at the place', async () => {
    const build = await compile(homeProject({ 'pages/home.js': 'const name = "x"\nrequire(name)\nrequire("./none")' }))
    expect(errorsOf(build)).toEqual([])
    expect(warningsOf(build)).toEqual(['script.moduleMissing pages/home.js:3:9'])
    expect(scriptTextOf(build)).toContain('require(name)')
  })

  it("does not touch a bundle's own require", async () => {
    const script = 'module.exports = (function (require) { return require("./a") })(function (name) { return name })'
    expect(await exportsOfHome(script, { 'pages/a.js': '' })).toBe('./a')
  })

  it('resolves require.async across packages', async () => {
    const build = await compile(
      homeProject({
        'app.json': '{ "pages": ["pages/home"], "subPackages": [{ "root": "shop", "pages": ["list"] }] }',
        'pages/home.js': 'require.async("../shop/cart.js").then(use)',
        'shop/cart.js': '',
        'shop/list.js': '',
        'shop/list.wxml': '',
      }),
    )
    expect(scriptTextOf(build)).toContain('require.async("/shop/cart.js")')
  })
})

describe('modules', () => {
  it('mix both kinds: default, named and whole', async () => {
    const script =
      'import a, { b } from "./esm"; import c from "./cjs"; import * as d from "./cjs"; export default [a, b, c.x, d.x, require("./esm").default]'
    const more = { 'pages/esm.js': 'export default 1; export const b = 2', 'pages/cjs.js': 'exports.x = 3' }
    expect(await exportsOfHome(script, more, 'production')).toEqual({ default: [1, 2, 3, 3, 1] })
  })

  it('in TypeScript are compiled, their declarations left out', async () => {
    const sources = homeProject({
      'pages/home.ts': 'import type { A } from "./a"\nconst a: A = { x: 1 }\nmodule.exports = a!.x',
      'pages/a.d.ts': 'export interface A { x: number }',
    })
    const build = await compile({ ...sources, 'pages/home.js': 'module.exports = 2' })
    expect(runPackage(build).require('pages/home.js')).toBe(2)
    const { 'pages/home.js': _, ...typed } = sources
    const typedBuild = await compile(typed)
    expect(runPackage(typedBuild).modulePaths).toEqual(['app.js', 'pages/home.js'])
    expect(runPackage(typedBuild).require('pages/home.js')).toBe(1)
  })

  it('with a syntax error throw it when they are required', async () => {
    const build = await compile(homeProject({ 'pages/home.js': 'let a = ;' }))
    expect(errorsOf(build)).toEqual(['script.syntax pages/home.js:1:9'])
    expect(() => runPackage(build).require('pages/home.js')).toThrow(/pages\/home\.js:1:9/)
  })

  it('that nothing needs cannot fail the build', async () => {
    const build = await compile(homeProject({ 'tools/gulpfile.js': 'let a = ;' }))
    expect(errorsOf(build)).toEqual([])
    expect(warningsOf(build)).toEqual(['script.syntax tools/gulpfile.js:1:9'])
  })

  it('with an invalid regular expression do not break the package', async () => {
    const build = await compile(homeProject({ 'pages/home.js': 'const a = /(/' }))
    expect(errorsOf(build)).toEqual(['script.syntax pages/home.js:1:1'])
    expect(runPackage(build).modulePaths).toContain('app.js')
  })
})

describe('code from text', () => {
  it.each([
    `Function('return this')()`,
    `new Function("return this")()`,
    `(new Function("return this;"))()`,
    `(0, Function)("return this")()`,
    `(typeof self == 'object' ? self : Function("return this")())`,
    `[Function("return this")()][0]`,
  ])('%s is the global object', async (code) => {
    const build = await compile(homeProject({ 'pages/home.js': `mark(${code}.here)` }), 'production')
    const marks: unknown[] = []
    runPackage(build, {
      globals: { here: 5, mark: (value: unknown) => marks.push(value), Function: undefined },
    }).require('pages/home.js')
    expect(marks).toEqual([5])
  })

  it.each(['window = { n: 5 }; mark(window.n)', 'var root = (self = { n: 5 }); mark(root.n)'])(
    'gives a name of the browser a value within its module: %s',
    async (code) => {
      const build = await compile(homeProject({ 'pages/home.js': `'use strict'; ${code}` }), 'production')
      const marks: unknown[] = []
      runPackage(build, { globals: { mark: (value: unknown) => marks.push(value) } }).require('pages/home.js')
      expect(marks).toEqual([5])
    },
  )

  it('import() is refused, and becomes a rejected promise', async () => {
    const build = await compile(
      homeProject({ 'pages/home.js': 'const far = "https://example.com/x.js"\nmodule.exports = import(far)' }),
    )
    expect(errorsOf(build)).toEqual(['script.dynamicImport pages/home.js:2:18'])
    await expect(runPackage(build).require('pages/home.js')).rejects.toThrow('is not defined')
  })
})

describe('source maps', () => {
  it.each(['development', 'production'] as const)(
    'lead from the package to the line and column of the source in %s',
    async (mode) => {
      const source =
        'import { far } from "../library/very/far"\nimport { b } from "./b"\n\nexport function run() {\n  far(b)\n  missing.call()\n}\n'
      const more = { 'library/very/far.js': 'export const far = () => 1', 'pages/b.js': 'export const b = 1' }
      const build = await compile(homeProject({ 'pages/home.js': source, ...more }), mode)
      const script = scriptTextOf(build)
      const lines = script.slice(0, script.indexOf('missing')).split('\n')
      const map: { sections: Section[] } = JSON.parse(
        Buffer.from(build.sourceMaps.get('package.js.map') ?? '').toString(),
      )
      expect(originalOf(map.sections, lines.length - 1, lines.at(-1)?.length ?? 0)).toEqual({
        source: 'pages/home.js',
        line: 5,
        column: 2,
      })
      expect(map.sections.flatMap((section) => section.map.sourcesContent)).toContain(source)
      expect(() => runInNewContext(script, { $banyan: () => undefined })).not.toThrow()
    },
  )

  it.each(['development', 'production'] as const)(
    'lead to the place in a WXS file and in a template in %s',
    async (mode) => {
      const inline = '<view/>\n<view/><wxs module="own">\n  module.exports = 1\n  ownMissing.call()\n</wxs>'
      const build = await compile(
        homeProject({
          'pages/home.wxml': `<wxs module="m" src="../lib/main.wxs"/>${inline}`,
          'lib/main.wxs': 'var text = "a"\n\nmodule.exports = function () {\n  fileMissing.call()\n}\n',
        }),
        mode,
      )
      const map: { sections: Section[] } = JSON.parse(
        Buffer.from(build.sourceMaps.get('package.js.map') ?? '').toString(),
      )
      const placeOf = (word: string) => {
        const lines = scriptTextOf(build).split(word)[0]?.split('\n') ?? []
        return originalOf(map.sections, lines.length - 1, lines.at(-1)?.length ?? 0)
      }
      expect(placeOf('fileMissing')).toEqual({ source: 'lib/main.wxs', line: 3, column: 2 })
      expect(placeOf('ownMissing')).toEqual({ source: 'pages/home.wxml', line: 3, column: 2 })
    },
  )
})

interface Section {
  readonly offset: { readonly line: number }
  readonly map: { readonly sources: string[]; readonly sourcesContent: string[]; readonly mappings: string }
}

/** A reader of source maps of its own, so that the writer is not checked by itself. */
function originalOf(sections: readonly Section[], line: number, column: number) {
  const section = sections.findLast(({ offset }) => offset.line <= line)
  const lastLine = line - (section?.offset.line ?? 0)
  const original = { source: '', line: 0, column: 0 }
  let [sourceLine, sourceColumn, source] = [0, 0, 0]
  for (const [at, mapped] of (section?.map.mappings.split(';') ?? []).entries()) {
    let generated = 0
    for (const segment of mapped.split(',').filter(Boolean)) {
      const numbers = decode(segment)
      generated += numbers[0] ?? 0
      source += numbers[1] ?? 0
      sourceLine += numbers[2] ?? 0
      sourceColumn += numbers[3] ?? 0
      const isNearer = at === lastLine && generated <= column
      if (isNearer)
        Object.assign(original, { source: section?.map.sources[source], line: sourceLine, column: sourceColumn })
    }
  }
  return original
}

function decode(segment: string): number[] {
  const numbers: number[] = []
  let [value, shift] = [0, 0]
  for (const character of segment) {
    const digit = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(character)
    value += (digit % 32) * 2 ** shift
    shift += 5
    if (digit < 32) {
      numbers.push(value % 2 ? -(value - 1) / 2 : value / 2)
      value = 0
      shift = 0
    }
  }
  return numbers
}

describe('what is read before its line', () => {
  const early =
    'const peek = () => [a, b]\nexports.before = peek()\nlet a = 1\nconst { b } = { b: 2 }\nexports.after = peek()'

  it('is undefined, as in the ES5 that WeChat makes, also between modules that require each other', async () => {
    expect(await exportsOfHome(early)).toEqual({ before: [null, null], after: [1, 2] })
    const more = { 'pages/b.js': 'import { a } from "./home"; export const b = typeof a' }
    expect(await exportsOfHome('import { b } from "./b"; export const a = b', more)).toEqual({ a: 'undefined' })
  })

  it('fails where the project switches ES6 to ES5 off, unless it is enhanced', async () => {
    const setting = (value: object) => ({ 'project.config.json': JSON.stringify({ setting: value }) })
    await expect(exportsOfHome(early, setting({ es6: false }))).rejects.toThrow(/before initialization/)
    const enhanced = await exportsOfHome(early, setting({ es6: false, enhance: true }))
    expect(enhanced).toEqual({ before: [null, null], after: [1, 2] })
  })

  it('changes nothing else: loops keep a variable each, constants refuse, functions in blocks stay there', async () => {
    const script = [
      'const calls = []; for (let i = 0; i < 2; i++) { const j = i; calls.push(() => j) }',
      'const fixed = 1; let refused = false; try { fixed = 2 } catch { refused = true }',
      'const inner = () => { let name = 1; { function name() {} } return name }',
      'module.exports = [calls.map((call) => call()), fixed, refused, inner()]',
    ].join('\n')
    expect(await exportsOfHome(script)).toEqual([[0, 1], 1, true, 1])
  })
})
