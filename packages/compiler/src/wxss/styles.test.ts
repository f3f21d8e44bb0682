import { describe, expect, it } from 'vitest'
import { compile, errorsOf, homeProject, runPackage, stylesOf, warningsOf } from '../testing/project.ts'

async function pageCss(css: string, more: Record<string, string | Uint8Array> = {}): Promise<string | undefined> {
  return stylesOf(await compile(homeProject({ 'pages/home.wxss': css, ...more })))['pages/home']
}

async function componentCss(
  css: string,
  { json = {}, script = 'Component({})' }: { json?: object; script?: string } = {},
) {
  const build = await compile(
    homeProject({
      'pages/home.json': '{ "usingComponents": { "my-card": "/card" } }',
      'pages/home.wxml': '<my-card/>',
      'card.json': JSON.stringify({ component: true, ...json }),
      'card.js': script,
      'card.wxml': '<view/>',
      'card.wxss': css,
    }),
  )
  const config = runPackage(build).components.card
  return { config, css: (stylesOf(build).card ?? '').replaceAll(config?.styleScope ?? '?', 'S') }
}

describe('lengths', () => {
  it.each([
    ['.a { width: 750rpx; margin: -10rpx 0.5rpx }', '.a { width: 100vw; margin: -1.333333vw 0.066667vw }'],
    ['.a { width: calc(100% - 75rpx) }', '.a { width: calc(100% - 10vw) }'],
    ['@media (min-width: 375rpx) { .a { color: red } }', '@media (min-width: 50vw) { .a { color: red } }'],
    ['.a { --gap: 75RPX }', '.a { --gap: 10vw }'],
    ['.a { content: "10rpxy" }', '.a { content: "10rpxy" }'],
  ])('%s becomes %s', async (css, expected) => {
    expect(await pageCss(css)).toBe(expected)
  })

  it('of text follow the text scale, unless they are relative to text', async () => {
    const css =
      '.a { font-size: 75rpx; line-height: 1.5 } .b { font-size: 2em; line-height: 20px } .c { font: bold 14px/20px Arial }'
    expect(await pageCss(css)).toBe(
      '.a { font-size: calc(10vw * var(--banyan-text-scale, 1)); line-height: 1.5 } .b { font-size: 2em; line-height: calc(20px * var(--banyan-text-scale, 1)) } ' +
        '.c { font: bold calc(14px * var(--banyan-text-scale, 1))/calc(20px * var(--banyan-text-scale, 1)) Arial }',
    )
  })
})

describe("a page's selectors", () => {
  it.each([
    ['page, .a view > image.b', 'wx-page, .a wx-view > wx-image.b'],
    ['view:not(.a)::before', 'wx-view:not(.a)::before'],
    ['my-card:nth-child(2n + 1)', 'wx-my-card:nth-child(2n + 1)'],
    ['.a:not(text)', '.a:not(wx-text)'],
    ['#a[data-x="view"] .b', '#a[data-x="view"] .b'],
    ['wx-button::after', 'wx-button::after'],
  ])('%s becomes %s', async (selector, expected) => {
    expect(await pageCss(`${selector} {}`)).toBe(`${expected} {}`)
  })

  it('leaves the steps of keyframes alone', async () => {
    const css = '@keyframes x { from { opacity: 0 } 50% { opacity: 1 } to { opacity: 0 } }'
    expect(await pageCss(css)).toBe(css)
  })
})

describe("a component's selectors", () => {
  it.each([
    ['.a .b.c', '.S--a .S--b.S--c', false],
    ['view.a', 'wx-view.S--a', false],
    ['view', 'wx-view.S--', true],
    ['view .a', 'wx-view.S-- .S--a', true],
    ['#a', '.S--#a', true],
    ['[hidden]', '.S--[hidden]', true],
    ['*', '.S--', true],
    ['.a > * + text', '.S--a > .S-- + wx-text.S--', true],
    ['.a:not(.b)::after', '.S--a:not(.S--b)::after', false],
    ['page', 'wx-page', false],
    ['.wx-swiper-dots', '.wx-swiper-dots', false],
  ])('%s becomes %s', async (selector, expected, marksNodes) => {
    const { css, config } = await componentCss(`${selector} {}`)
    expect(css).toBe(`${expected} {}`)
    expect(config).toMatchObject({ marksNodes, marksHost: false })
  })

  it('mark the host for :host', async () => {
    const { css, config } = await componentCss(':host(.a) .b, :host {}')
    expect(css).toBe('.S--host.S--a .S--b,.S--host {}')
    expect(config).toMatchObject({ marksNodes: false, marksHost: true })
  })

  it.each([
    ['JSON', { json: { styleIsolation: 'shared' } }],
    ['the options of the script', { script: 'Component({ options: { styleIsolation: "shared" } })' }],
  ])('also apply outside when %s say shared', async (_, given) => {
    const { css, config } = await componentCss('.a view {}', given)
    expect(css).toBe('.S--a wx-view.S--,.a wx-view {}')
    expect(config?.styleIsolation).toBe('shared')
  })

  it('take addGlobalClass as apply-shared', async () => {
    expect(
      (await componentCss('.a {}', { script: 'Component({ options: { addGlobalClass: true } })' })).config
        ?.styleIsolation,
    ).toBe('apply-shared')
  })
})

describe('files', () => {
  it('that are small are put into the sheet, and others named for the view', async () => {
    const css =
      '.a { background: url(../images/a.png) } .b { background: url("/images/big.jpg?x") } .c { background: url(https://example.com/a.png) }'
    const result = await pageCss(css, {
      'images/a.png': Uint8Array.of(1, 2, 3),
      'images/big.jpg': new Uint8Array(70_000),
    })
    expect(result).toBe(
      '.a { background: url("data:image/png;base64,AQID") } .b { background: url("banyan-asset:images/big.jpg") } .c { background: url(https://example.com/a.png) }',
    )
  })

  it('are found from the sheet that names them', async () => {
    const sources = { 'theme/theme.wxss': '.a { background: url(a.png) }', 'theme/a.png': Uint8Array.of(1) }
    expect(await pageCss('@import "/theme/theme.wxss";', sources)).toContain('data:image/png')
  })

  it('that are missing are a warning', async () => {
    const build = await compile(homeProject({ 'pages/home.wxss': '.a {\n  background: url(no.png);\n}' }))
    expect(warningsOf(build)).toEqual(['wxss.assetMissing pages/home.wxss:2:19'])
  })
})

describe('imports', () => {
  it('stand where they are written, relative, absolute, and in a circle', async () => {
    const css = await pageCss('@import "a.wxss"; @import url("/b.wxss"); .p {}', {
      'pages/a.wxss': '@import "./home.wxss"; .a {}',
      'b.wxss': '.b {}',
    })
    expect(css?.replace(/\s+/g, ' ')).toBe('.a {} .b {} .p {}')
  })

  it('take Less and Sass, with their own imports as dependencies', async () => {
    const build = await compile(
      homeProject({
        'pages/home.less': '@import "../lib/vars.less"; .a { .b { width: @size; } }',
        'lib/vars.less': '@size: 75rpx;',
        'app.scss': '@use "lib/colors"; .c { color: colors.$main; }',
        'lib/_colors.scss': '$main: red;',
      }),
    )
    expect(errorsOf(build)).toEqual([])
    expect(stylesOf(build)['pages/home']?.replace(/\s+/g, ' ').trim()).toBe('.a .b { width: 10vw; }')
    expect(stylesOf(build).app?.replace(/\s+/g, ' ').trim()).toBe('.c { color: red; }')
  })
})

describe('what WeChat tolerates', () => {
  it('a stray brace is skipped with a warning, and the rules after it count', async () => {
    const build = await compile(
      homeProject({ 'pages/home.wxss': '.a { color: red }\n}\n.b { color: blue }' }),
      'production',
    )
    expect(errorsOf(build)).toEqual([])
    expect(warningsOf(build)).toEqual(['wxss.syntax pages/home.wxss:2:1'])
    expect(stylesOf(build)['pages/home']).toContain('.b{color:')
  })

  it('one bad value does not cost the rest of its rule', async () => {
    const css = '.a { color: red; *zoom: 1; } .b { width: 75rpx; background: url(a b.png); }'
    const build = await compile(homeProject({ 'pages/home.wxss': css }), 'production')
    expect(stylesOf(build)['pages/home']).toMatch(/\.a ?\{ ?color: ?red;? ?\}.*width: ?10vw/)
  })

  it('lines of // are comments', async () => {
    expect(await pageCss('// .x {\n.a { color: red }')).toMatch(/^\s*\.a \{ color: red \}$/)
  })
})
