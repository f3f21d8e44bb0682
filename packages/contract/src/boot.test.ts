import { expect, test } from 'vitest'
import { fillPolicy } from './boot.ts'

const policy = "script-src 'nonce-{{nonce}}'; frame-src 'self' {{frames}}; base-uri 'none'"
const sockets = "connect-src 'self' {{sockets}};"

test('a policy frames only the sites of the app', () => {
  expect(fillPolicy(policy, { nonce: 'n' })).toBe("script-src 'nonce-n'; frame-src 'self' ; base-uri 'none'")
  expect(fillPolicy(policy, { nonce: 'n', webViewOrigins: ['https://a.example'] })).toContain(
    "'self' https://a.example;",
  )
  expect(fillPolicy(policy, { nonce: 'n', webViewOrigins: ['*'] })).toContain("'self' https: http:;")
})

test('an origin that would end the directive is left out', () => {
  expect(fillPolicy(policy, { nonce: 'n', webViewOrigins: ["https://a; script-src 'unsafe-inline'"] })).toBe(
    fillPolicy(policy, { nonce: 'n' }),
  )
})

test('a policy lets sockets reach only the servers of the app; a development server names none and lets them reach all', () => {
  expect(fillPolicy(sockets, { nonce: 'n' })).toBe("connect-src 'self' wss:;")
  expect(fillPolicy(sockets, { nonce: 'n', socketOrigins: [] })).toBe("connect-src 'self' ;")
  expect(fillPolicy(sockets, { nonce: 'n', socketOrigins: ['wss://a.example', 'wss://b; x'] })).toBe(
    "connect-src 'self' wss://a.example;",
  )
})
