import { expect, test } from 'vitest'
import { fillPolicy } from './boot.ts'

const policy = "script-src 'nonce-{{nonce}}'; frame-src 'self' {{frames}}; base-uri 'none'"

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
