import { describe, expect, it } from 'vitest'
import { runChecks, type CheckInput } from './checks.ts'

const check = (text: string, change: Partial<CheckInput> = {}): Record<string, string> => {
  const results = runChecks({
    texts: [{ where: 'main', text }],
    sizeBytes: 1000,
    fileCount: 3,
    origins: new Set(['https://api.example.com']),
    privacy: [],
    refusedWords: [],
    sharedWithOthers: 0,
    ...change,
  })
  return Object.fromEntries(results.map((result) => [result.check, result.outcome]))
}

describe('the checks before a review', () => {
  it('find nothing in a plain package', () => {
    expect(check("wx.request({ url: 'https://api.example.com/x' })")).toEqual({
      size: 'passed',
      secrets: 'passed',
      domains: 'passed',
      functions: 'passed',
      privacy: 'passed',
      words: 'passed',
      similarity: 'passed',
    })
  })

  it.each([
    ['a private key', 'const k = `-----BEGIN PRIVATE KEY-----`', 'secrets', 'failed'],
    ['an access key', "const k = 'AKIAABCDEFGHIJKLMNOP'", 'secrets', 'failed'],
    ['the secret of an app elsewhere', "{ appSecret: '0123456789abcdef0123456789abcdef' }", 'secrets', 'failed'],
    ['a server that is not declared', "wx.request({ url: 'https://other.example.com/' })", 'domains', 'warning'],
    ['a socket that is not declared', "wx.connectSocket({ url: 'wss://api.example.com' })", 'domains', 'warning'],
    ['a function that does not exist', 'wx.readMind()', 'functions', 'warning'],
    ['data that is not declared', 'wx.getLocation({})', 'privacy', 'failed'],
    ['a phone number that is not declared', '{"open-type":"getPhoneNumber"}', 'privacy', 'failed'],
  ])('find %s', (_name, text, name, outcome) => {
    expect(check(text)[name]).toBe(outcome)
  })

  it.each([
    ['put together from pieces', "const k = 'AKIAABCD' + 'EFGHIJKLMNOP'", 'joined'],
    ['in base64', `const k = '${btoa('key AKIAABCDEFGHIJKLMNOP of the store')}'`, 'base64'],
    ['turned around', "const k = 'PONMLKJIHGFEDCBAAIKA'", 'reversed'],
  ])('find a secret of another service that is %s', (_name, text, how) => {
    const secrets = runChecks({
      ...{ texts: [{ where: 'main', text }], sizeBytes: 1, fileCount: 1, origins: new Set<string>() },
      ...{ privacy: [], refusedWords: [], sharedWithOthers: 0 },
    }).find(({ check: name }) => name === 'secrets')
    expect(secrets).toMatchObject({
      outcome: 'failed',
      evidence: [{ where: 'main', what: `an access key of AWS, ${how}` }],
    })
  })

  it('accept what is declared', () => {
    const privacy = [{ kind: 'location', reason: 'shows the nearest shop' }]
    expect(check('wx.getLocation({})', { privacy })['privacy']).toBe('passed')
  })

  it('find words that are refused, in any case', () => {
    expect(check('Win the JackPot', { refusedWords: ['jackpot'] })['words']).toBe('failed')
  })

  it('say when most of a package is in others too', () => {
    expect(check('', { sharedWithOthers: 0.9 })['similarity']).toBe('warning')
  })

  it('name the place of what they found, once', () => {
    const [found] = runChecks({
      texts: [{ where: 'shop/', text: 'wx.getLocation(); wx.getLocation()' }],
      sizeBytes: 1,
      fileCount: 1,
      origins: new Set(),
      privacy: [],
      refusedWords: [],
      sharedWithOthers: 0,
    }).filter((result) => result.check === 'privacy')
    expect(found?.evidence).toEqual([{ where: 'shop/', what: 'location: getLocation' }])
  })
})
