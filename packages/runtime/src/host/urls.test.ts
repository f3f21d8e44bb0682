import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEntry } from './address-bar.ts'
import { formatPlace, parsePlace } from './urls.ts'

const base = '/a/shop/'

test('every place survives its address, whatever its query holds', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'grapheme' })),
      (query) => {
        const { ['__proto__']: _ignored, ...kept } = query
        const place = { route: 'pages/商品/detail', query: kept }
        const url = new URL(formatPlace(base, place), 'https://host')
        expect(parsePlace(base, url, 'home')).toEqual(place)
      },
    ),
  )
})

test('the bare address is the entry page, and hand-written ones are understood', () => {
  const at = (url: string) => parsePlace(base, new URL(url, 'https://host'), 'pages/home')
  expect(at('/a/shop/')).toEqual({ route: 'pages/home', query: {} })
  expect(at('/a/shop/?scene=1')).toEqual({ route: 'pages/home', query: { scene: '1' } })
  expect(at('/a/shop/pages/a/?q=榕 树&flag')).toEqual({ route: 'pages/a', query: { q: '榕 树', flag: '' } })
  expect(at('/a/shop/pages/a.html?q=a+b&bad=%E4%')).toEqual({ route: 'pages/a', query: { q: 'a b', bad: '%E4%' } })
})

test('a history entry that is not ours is ignored', () => {
  const entry = { depth: 2, place: { route: 'a', query: { id: '1' } } }
  expect(readEntry({ banyan: entry })).toEqual(entry)
  for (const state of [null, 'x', {}, { banyan: { depth: -1, place: entry.place } }, { banyan: { depth: 1 } }]) {
    expect(readEntry(state)).toBeUndefined()
  }
})

test('no route leads the address out of the app', () => {
  for (const route of ['../../console', 'pages/../../../console', '..', './../x', '//evil.example/x', '/..']) {
    const address = new URL(formatPlace('/a/by1/', { route, query: {} }), 'https://banyan.example')
    expect([route, address.origin, address.pathname.startsWith('/a/by1/')]).toEqual([
      route,
      'https://banyan.example',
      true,
    ])
  }
})
