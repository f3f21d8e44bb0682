import { expect, test } from 'vitest'
import { isAllowedSocket } from './host/allowed-socket.ts'

const origins = ['wss://chat.example.com', 'wss://*.live.example.com']

test.each([
  'wss://chat.example.com/room?a=1',
  'WSS://CHAT.EXAMPLE.COM',
  'https://chat.example.com',
  'wss://eu.live.example.com',
])('a socket may reach %s, which the app has named', (url) => {
  expect(isAllowedSocket(origins, url)).toBe(true)
})

test.each([
  'wss://other.example.com',
  'ws://chat.example.com',
  'wss://chat.example.com:8443',
  'wss://chat.example.com.evil.test',
  'wss://chat.example.com@evil.test',
  'wss://live.example.com',
  'https://evil.test',
  '//evil.test',
  '/api/v1/events',
  ' wss://evil.test',
  '',
])('a socket may not reach "%s"', (url) => {
  expect(isAllowedSocket(origins, url)).toBe(false)
})

test('without a list, as in development, it may reach all; with an empty one, none', () => {
  expect(isAllowedSocket(undefined, 'wss://any.test')).toBe(true)
  expect(isAllowedSocket([], 'wss://any.test')).toBe(false)
})
