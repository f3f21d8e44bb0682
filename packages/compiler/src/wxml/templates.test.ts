import { describe, expect, it } from 'vitest'
import { compile, configOf, errorsOf, homeProject, runPackage, scriptTextOf, warningsOf } from '../testing/project.ts'

function compileHome(template: string, more: Record<string, string> = {}) {
  return compile(homeProject({ 'pages/home.wxml': template, ...more }))
}

describe('what WeChat tolerates in a template', () => {
  it.each([
    ['adjacent mustaches in one attribute', '<view class="{{a}}{{b}}"/>'],
    ['an empty wx:key', '<view wx:for="{{list}}" wx:key=""/>'],
    ['a wx:key in mustaches', '<view wx:for="{{list}}" wx:key="{{item.id}}"/>'],
    ['quotes inside a style url', `<view style="background: url('{{image}}')"/>`],
    ['reserved words as data names', '<view>{{new}} {{class}} {{a.delete}}</view>'],
    ['unknown tags with listeners', '<a bindtap="open"><em>x</em></a>'],
    ['removed tags', '<modal/><toast/>'],
    ['dynamic handler names', '<view bindtap="{{handler}}" data-list="{{[1, ...more]}}"/>'],
    ['unquoted values', '<view wx:if={{shown}}>x</view>'],
    ['attributes without a blank between them', '<view id="a"class="b"/>'],
    ['wx:for-items', '<view wx:for-items="{{list}}">{{item}}</view>'],
    ['a byte order mark', '\uFEFF<view/>'],
    ['a lone less-than sign in text', '<view>1 < 2</view>'],
  ])('%s gives no diagnostic', async (_, template) => {
    expect((await compileHome(template)).diagnostics).toEqual([])
  })

  it('uses the property named in mustaches as the key', async () => {
    expect(scriptTextOf(await compileHome('<view wx:for="{{list}}" wx:key="{{item.id}}"/>'))).toContain('F(D.list,"id"')
  })

  it('reads \\n and \\t in text, and leaves them alone in data, attributes and scripts', async () => {
    const template = String.raw`<wxs module="m">module.exports = "w\n"</wxs><text a="b\n">x\ny\tz{{"d\n"}}</text><text>\n</text>`
    const text = scriptTextOf(await compileHome(template))
    expect(text).toContain(String.raw`x\ny\tz`)
    expect(text).toContain(String.raw`b\\n`)
  })

  it('takes formType for form-type, on built-in tags alone', async () => {
    const text = scriptTextOf(await compileHome('<button formType="submit"/><my-tag formType="a"/>'))
    expect(text).toContain('"form-type","submit"')
    expect(text).toContain('"formType","a"')
  })

  it.each([
    ['a missing include', '<include src="./none.wxml"/>', 'wxml.importMissing pages/home.wxml:1:15'],
    ['an unknown entity', '<view>&nothing;</view>', 'wxml.syntax pages/home.wxml:1:7'],
    ['content in a slot', '<slot><view/></slot>', 'wxml.content pages/home.wxml:1:7'],
    ['an attribute twice', '<view id="a" id="b"/>', 'wxml.attributeTwice pages/home.wxml:1:14'],
    ['an empty expression', '<view>{{ }}</view>', 'wxml.emptyExpression pages/home.wxml:1:10'],
  ])('%s is a warning at its place', async (_, template, warning) => {
    const build = await compileHome(template)
    expect(errorsOf(build)).toEqual([])
    expect(warningsOf(build)).toEqual([warning])
  })
})

describe('imports', () => {
  it('are found relative to the file, from the root, and without the extension', async () => {
    const build = await compileHome(
      '<import src="../parts/row"/><include src="/parts/head.wxml"/><include src="foot.wxml"/>',
      {
        'parts/row.wxml': '<template name="row"><import src="cell.wxml"/></template>',
        'parts/cell.wxml': '<template name="cell"/>',
        'parts/head.wxml': '<view/>',
        'pages/foot.wxml': '<view/>',
      },
    )
    expect(build.diagnostics).toEqual([])
    expect(Object.keys(runPackage(build).templates)).toEqual([
      'pages/foot',
      'pages/home',
      'parts/cell',
      'parts/head',
      'parts/row',
    ])
  })

  it('in a comment count for nothing', async () => {
    expect((await compileHome('<!-- <import src="none.wxml"/> --><view/>')).diagnostics).toEqual([])
  })

  it('may go in a circle', async () => {
    const build = await compileHome('<import src="./a.wxml"/>', {
      'pages/a.wxml': '<import src="./home.wxml"/><template name="a"/>',
    })
    expect(errorsOf(build)).toEqual([])
  })
})

describe('wxs', () => {
  it('knows the name of a type, getRegExp and require with and without the extension', async () => {
    const build = await compileHome('<wxs module="m" src="../lib/main.wxs"/><view a="{{m.a}}"/>', {
      'lib/main.wxs':
        'var other = require("./other.wxs"); module.exports = { result: other(["x"].constructor === "Array", getRegExp("a/b", "ig")) }',
      'lib/other.wxs': 'module.exports = function (isArray, pattern) { if (isArray && pattern.test("A/B")) report() }',
    })
    expect(errorsOf(build)).toEqual([])
    let reports = 0
    const running = runPackage(build, { globals: { report: () => (reports += 1) } })
    expect(reports).toBe(0)
    expect(running.templates['pages/home']).toBeTypeOf('function')
    expect([reports, running.wxsFailures]).toEqual([1, []])
  })

  it('may name a variable with a word that is reserved in JavaScript alone', async () => {
    const build = await compileHome('<wxs module="m" src="../lib/main.wxs"/><view a="{{m.a}}"/>', {
      'lib/main.wxs':
        "var class = 'class'; // the class\nvar all = { class: class, super: 1 }; report(all.class + (true ? class : 0) + all.super)",
    })
    expect(errorsOf(build)).toEqual([])
    const reports: unknown[] = []
    const running = runPackage(build, { globals: { report: (text: unknown) => reports.push(text) } })
    expect(running.templates['pages/home']).toBeTypeOf('function')
    expect([reports, running.wxsFailures]).toEqual([['classclass1'], []])
  })

  it('that throws is reported, and no other template is harmed', async () => {
    const build = await compile(
      homeProject({
        'app.json': '{ "pages": ["pages/home", "pages/other"] }',
        'pages/home.wxml': '<wxs module="m">null.x</wxs><view>{{m.a}}</view>',
        'pages/other.wxml': '<view/>',
        'pages/other.js': '',
      }),
    )
    const running = runPackage(build)
    expect(running.templates['pages/other']).toBeTypeOf('function')
    expect(running.wxsFailures).toEqual([])
    expect(running.templates['pages/home']).toBeTypeOf('function')
    expect(running.wxsFailures).toEqual(['pages/home#m'])
  })
})

describe('a template with an error', () => {
  const sources = homeProject({ 'pages/home.wxml': '<view>{{ a => b }}</view>' })
  const shown = 'pages/home.wxml:1:12'

  it('shows the error on the page during development, and nothing in production', async () => {
    expect(scriptTextOf(await compile(sources, 'development'))).toContain(shown)
    expect(scriptTextOf(await compile(sources, 'production'))).not.toContain(shown)
  })
})

describe('styles of a page', () => {
  it('are those of the app, of components that can be on it with dependencies first, and its own', async () => {
    const component = (name: string, using: Record<string, string>, template: string) => ({
      [`c/${name}.json`]: JSON.stringify({ component: true, usingComponents: using }),
      [`c/${name}.js`]: 'Component({})',
      [`c/${name}.wxml`]: template,
      [`c/${name}.wxss`]: '.a{}',
    })
    const build = await compile(
      homeProject({
        'app.json': '{ "pages": ["pages/home"], "usingComponents": { "c-never": "/c/never", "c-app": "/c/app" } }',
        'app.wxss': '.a{}',
        'pages/home.json':
          '{ "usingComponents": { "c-outer": "../c/outer", "c-lazy": "../c/lazy" }, "componentPlaceholder": { "c-lazy": "c-app" } }',
        'pages/home.wxml': '<include src="part.wxml"/>',
        'pages/part.wxml': '<c-outer/><c-lazy/>',
        'pages/home.wxss': '.a{}',
        ...component('outer', { 'c-inner': './inner' }, '<c-inner/>'),
        ...component('inner', { 'c-outer': './outer' }, '<c-outer/>'),
        ...component('lazy', {}, '<view/>'),
        ...component('app', {}, '<view/>'),
        ...component('never', {}, '<view/>'),
      }),
    )
    expect(errorsOf(build)).toEqual([])
    expect(configOf(build).pageConfigs['pages/home']?.styles).toEqual([
      'app',
      'c/app',
      'c/inner',
      'c/outer',
      'c/lazy',
      'pages/home',
    ])
  })
})
