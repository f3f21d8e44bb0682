import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { bridgeFunctions, bridgePrivacy, bridgeScopes, ownBridgeFunctions } from './wx-api/bridge.ts'
import { wxFunctions } from './wx-api.ts'

/** Members of `interface Wx` in WeChat's typings. */
function readTypings(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json'))
  const text = readFileSync(join(folder, 'types/wx/lib.wx.api.d.ts'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const body = text.slice(text.indexOf('\n    interface Wx {'))
  const members = body.slice(0, body.indexOf('\n    }\n')).matchAll(/^ {8}(\w+)\s*[(<:?]/gm)
  return [...new Set(Array.from(members, ([, name = '']) => name))]
}

test('names every member of wx in WeChat typings', () => {
  const names = readTypings()
  expect(names.length).toBeGreaterThan(490)
  expect(names.filter((name) => wxFunctions[name] === undefined)).toEqual([])
})

test('every function that crosses the bridge has a row', () => {
  const isOwn = (name: string) => ownBridgeFunctions.includes(name)
  expect(bridgeFunctions.filter((name) => !isOwn(name) && wxFunctions[name]?.crossesBridge !== true)).toEqual([])
  expect(ownBridgeFunctions.filter((name) => wxFunctions[name] !== undefined)).toEqual([])
  expect(bridgePrivacy.filter((name) => !bridgeFunctions.includes(name))).toEqual([])
  expect(Object.keys(bridgeScopes).filter((name) => !bridgeFunctions.includes(name))).toEqual([])
})

test('nothing that fails softly crosses the bridge', () => {
  const crossing = Object.entries(wxFunctions).filter(([, row]) => row.crossesBridge && row.support === 'soft')
  expect(crossing).toEqual([])
})
