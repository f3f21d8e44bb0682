import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, runApp } from '../../testing/run-app.ts'

interface Rendered {
  setData(data: unknown): void
}

let app: RunningApp
beforeAll(async () => {
  app = await runApp({
    'app.json': '{"pages":["pages/home"]}',
    'app.js': 'App({})',
    'pages/home.js': 'Page({ data: { list: [] } })',
    'pages/home.json': '{"usingComponents":{"row":"/c/row"}}',
    'pages/home.wxml': `<view id="a"><text wx:for="{{list}}" wx:key="k">{{index}}{{item.k}}{{item.v}};</text></view><view id="b"><block wx:for="{{list}}" wx:key="k"><row wx:if="{{item.v % 2}}" v="{{item.v}}"/><text wx:else>-{{item.k}}</text></block>end</view><view id="c"><text wx:for="{{list}}">{{item.v}},</text></view>`,
    'c/row.json': '{"component":true}',
    'c/row.wxml': '+{{v}}',
    'c/row.js': 'Component({ options: { virtualHost: true }, properties: { v: Number } })',
  })
})
afterAll(() => app.stop())

function homePage(): Rendered {
  const page = app.run('getCurrentPages()[0]')
  if (!isRendered(page)) throw new Error('the app has no page')
  return page
}

function isRendered(value: unknown): value is Rendered {
  return typeof value === 'object' && value !== null && 'setData' in value
}

const key = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 12 }) },
  fc.constantFrom(undefined, null, '', 'a--0', 'constructor', '__proto__', Number.NaN, true),
)
const list = fc.array(fc.record({ k: key, v: fc.nat(9) }), { maxLength: 14 })
const uniqueList = fc.uniqueArray(fc.record({ k: fc.nat(40), v: fc.nat(9) }), { maxLength: 30, selector: ({ k }) => k })
const change = fc.oneof(
  fc.record({ list }),
  fc.record({ list: uniqueList }),
  fc.dictionary(
    fc.tuple(fc.nat(13), fc.constantFrom('', '.v', '.k')).map(([index, field]) => `list[${index}]${field}`),
    fc.nat(9),
    { minKeys: 1, maxKeys: 3 },
  ),
)

describe('wx:for', () => {
  it('keeps items with the same key apart when one of the keys changes', async () => {
    const page = homePage()
    page.setData({
      list: [
        { k: 0, v: 1 },
        { k: 0, v: 3 },
        { k: 0, v: 5 },
      ],
    })
    await app.settled()
    page.setData({ 'list[0].k': 7 })
    await app.settled()
    expect(app.page().tree.textContent).toBe('071;103;205;+1+3+5end1,3,5,')
  })

  it('shows the list as it is after any changes, whatever its keys are', async () => {
    const page = homePage()
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 8 }), async (changes) => {
        let shown: { k: unknown; v: number }[] = []
        page.setData({ list: [] })
        for (const step of changes) {
          const whole = step['list']
          if (typeof whole === 'object') shown = structuredClone(whole)
          else {
            for (const [path, value] of Object.entries(step)) {
              const [, at, , field] = /\[(\d+)\](\.(\w))?/.exec(path) ?? []
              const item = shown[Number(at)]
              if (item === undefined || field === undefined) Reflect.deleteProperty(step, path)
              else Object.assign(item, { [field]: value })
            }
          }
          page.setData(step)
        }
        await app.settled()
        const text = (id: string) => {
          const collect = (node: ReturnType<typeof find>): string => node.text + node.children.map(collect).join('')
          const find = (wanted: string) => app.page().find(wanted)
          return collect(find(id))
        }
        const word = (value: unknown) => (value === undefined || value === null ? '' : String(value))
        expect(text('a')).toBe(shown.map(({ k, v }, index) => `${index}${word(k)}${v};`).join(''))
        expect(text('b')).toBe(`${shown.map(({ k, v }) => (v % 2 === 1 ? `+${v}` : `-${word(k)}`)).join('')}end`)
        expect(text('c')).toBe(shown.map(({ v }) => `${v},`).join(''))
      }),
      { numRuns: 60 },
    )
  })
})
