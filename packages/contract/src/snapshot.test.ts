import { expect, test } from 'vitest'
import { firstScreen, type FirstScreenValues } from './first-screen.ts'
import type { AppConfig } from './package-format.ts'
import { snapshotMarkup, snapshotStyle } from './snapshot-markup.ts'
import { snapshotSchema } from './snapshot.ts'

const config: AppConfig = {
  pages: ['pages/a/a', 'pages/b/b'],
  entryPagePath: 'pages/a/a',
  subPackages: [],
  preloadRule: {},
  window: { navigationBarTitleText: '<b>', navigationBarBackgroundColor: 'red;}body{display:none' },
  pageConfigs: {},
  networkTimeout: {},
  darkmode: true,
  theme: { light: { bar: '#fff' }, dark: { bar: '#111' } },
  debug: false,
  source: {},
}
const values: FirstScreenValues = {
  config,
  route: '',
  snapshot: undefined,
  app: { name: '"><script>' },
  nonce: 'n',
  lang: 'en',
  frame: '<html lang="{{lang}}"><style>{{style}}</style>{{body}}<script nonce="{{nonce}}"></script></html>',
  loading: 'Loading',
}

test('a snapshot is made of known tags and attributes, and of nothing else', () => {
  const good = { nodes: [['wx-view', { class: 'a' }, 'text', ['wx-image', {}]], 'more'], css: '' }
  expect(snapshotSchema.safeParse(good).success).toBe(true)
  for (const node of [
    ['script', {}, 'alert(1)'],
    ['iframe', { srcdoc: 'x' }],
    ['wx-view', { onclick: 'alert(1)' }],
    ['wx-view', { src: 'https://elsewhere' }],
    ['wx-view'],
    ['WX-view', {}],
    ['wx-view', {}, 5],
  ]) {
    expect(snapshotSchema.safeParse({ nodes: [node], css: '' }).success, JSON.stringify(node)).toBe(false)
  }
})

test('its texts and values cannot end what holds them', () => {
  expect(snapshotMarkup([['wx-view', { class: '"><img' }, '</wx-view><script>', ['input', { value: "'" }]]])).toBe(
    '<wx-view class="&#34;&#62;&#60;img">&#60;/wx-view&#62;&#60;script&#62;<input value="&#39;"></wx-view>',
  )
  expect(snapshotStyle('a{content:"</style><script>"}')).not.toContain('</style')
})

test('the first screen carries bars, frame and snapshot, all of it escaped', () => {
  const html = firstScreen({ ...values, snapshot: { nodes: [['wx-view', {}, 'hello']], css: '.a{color:red}' } }) ?? ''
  expect(html).toContain('<h1><span>&#60;b&#62;</span></h1>')
  expect(html).toContain('data-snapshot')
  expect(html).toContain('&#60;wx-view&#62;hello&#60;/wx-view&#62;')
  expect(html).not.toContain('class="launch"')
  expect(html).not.toContain('<script')
})

test('what is no colour does not get into the style sheet', () => {
  expect(firstScreen(values)).not.toContain('display:none')
  const themed = firstScreen({ ...values, config: { ...config, window: { navigationBarBackgroundColor: '@bar' } } })
  expect(themed).toMatch(/--first-0:#fff.*prefers-color-scheme:dark.*--first-0:#111/)
})

test('the ground of a page whose app names none is dark where its text is light', () => {
  const html = firstScreen(values) ?? ''
  const [, light = '', dark = ''] =
    /<style>:root\{([^}]*)\}@media\(prefers-color-scheme:dark\)\{:root\{([^}]*)/.exec(html) ?? []
  expect(light).toContain('--first-2:#ffffff')
  expect(dark).toContain('--first-2:#191919')
  const named = { ...config, window: { backgroundColorContent: '#abcdef' } }
  expect(firstScreen({ ...values, config: named })?.match(/--first-2:#abcdef/g)).toHaveLength(2)
})

test('without a snapshot there is a launch screen; an address of no page gets nothing', () => {
  expect(firstScreen(values)).toContain('class="launch"')
  expect(firstScreen({ ...values, route: 'pages/none/none' })).toBeUndefined()
})
