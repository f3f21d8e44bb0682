import { expect, test } from 'vitest'
import { decodeHeaderList, encodeHeaderList } from './gateway.ts'

test('a header list survives the way through the gateway, repeated and non-ASCII values included', () => {
  for (const list of [
    [],
    [['set-cookie', 'a=1']],
    [
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=榕; Path=/'],
      ['x', '😀"\\'],
    ],
  ] satisfies [string, string][][]) {
    const encoded = encodeHeaderList(list)
    expect(encoded).toMatch(/^[\w-]*$/)
    expect(decodeHeaderList(encoded)).toEqual(list)
    expect(JSON.parse(Buffer.from(encoded, 'base64url').toString())).toEqual(list)
  }
})

test('understands plain UTF-8 written by another encoder', () => {
  const encoded = Buffer.from('[["x","榕"]]').toString('base64url')
  expect(decodeHeaderList(encoded)).toEqual([['x', '榕']])
})

test('refuses what is not a header list', () => {
  for (const text of ['*', 'e30', Buffer.from('{"a":1}').toString('base64url'), encodeHeaderList([]).slice(1)]) {
    expect(decodeHeaderList(text)).toBeUndefined()
  }
})
