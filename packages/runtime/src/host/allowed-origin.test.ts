import { expect, test } from 'vitest'
import { isAllowedOrigin } from './allowed-origin.ts'

const isAllowed = (allowed: string, url: string) => isAllowedOrigin([allowed], new URL(url))

test('an origin allows itself and nothing that only looks like it', () => {
  expect(isAllowed('https://shop.example', 'https://shop.example/a?b')).toBe(true)
  expect(isAllowed('https://shop.example', 'http://shop.example/')).toBe(false)
  expect(isAllowed('https://shop.example', 'https://shop.example.evil.test/')).toBe(false)
  expect(isAllowed('https://shop.example', 'https://shop.example:8443/')).toBe(false)
})

test('a star in front allows the names below, not the name itself', () => {
  expect(isAllowed('https://*.example.com', 'https://a.example.com/')).toBe(true)
  expect(isAllowed('https://*.example.com', 'https://example.com/')).toBe(false)
  expect(isAllowed('https://*.example.com', 'https://evilexample.com/')).toBe(false)
  expect(isAllowed('https://*.example.com', 'http://a.example.com/')).toBe(false)
})

test('a star alone allows every site, an empty list none', () => {
  expect(isAllowed('*', 'http://any.test/')).toBe(true)
  expect(isAllowedOrigin([], new URL('https://any.test/'))).toBe(false)
})
