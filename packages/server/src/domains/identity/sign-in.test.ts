import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { problemCode, startTestServer, testPassword, type TestServer } from '#testing/test-server.ts'
import { totpCode, totpStep } from './totp.ts'

type Headers = Record<string, string>
const byNumber = (one: number, other: number): number => one - other
let server: TestServer
let now = new Date('2030-01-01T00:00:00Z')
let count = 0
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } })
})
afterAll(() => server.stop())
// Limits count by real time; every test has an address of its own.
let email = ''
beforeEach(() => (email = `somebody-${++count}@example.com`))

const minute = 60_000
const later = (ms: number): void => void (now = new Date(now.getTime() + ms))
const signIn = (body: Headers): Promise<Response> => server.call('POST', '/api/v1/session', { body })
const cookieOf = (response: Response): Headers => ({ cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' })

/** The newest letter to the address; it may still be on its way. */
async function letterTo(address: string): Promise<string> {
  const folder = join(server.dataDir, 'outbox')
  const read = async (): Promise<string> => {
    const names = await readdir(folder).catch((): string[] => [])
    const texts = await Promise.all(names.toSorted().map((name) => readFile(join(folder, name), 'utf8')))
    return texts.findLast((text) => text.startsWith(`To: ${address}\n`)) ?? ''
  }
  await expect.poll(read).not.toBe('')
  return read()
}

describe('codes of authenticator apps', () => {
  it('are those of RFC 6238, appendix B', () => {
    const secret = Buffer.from('12345678901234567890')
    const vectors = [
      [59, '287082'],
      [1111111109, '081804'],
      [1111111111, '050471'],
      [1234567890, '005924'],
      [2000000000, '279037'],
      [20000000000, '353130'],
    ] as const
    for (const [seconds, code] of vectors) expect(totpCode(secret, Math.floor(seconds / 30))).toBe(code)
    expect(totpStep(secret, '287082', new Date(59_000))).toBe(1)
    expect(totpStep(secret, '287082', new Date(59_000 + 61_000))).toBeUndefined()
  })
})

describe('a second factor', () => {
  async function turnOn(headers: Headers): Promise<{ secret: Buffer; recoveryCodes: string[] }> {
    const { secret } = await server.json('POST', '/api/v1/me/second-factor', { headers })
    const bytes = fromBase32(String(secret))
    const answer = await server.json('POST', '/api/v1/me/second-factor/confirm', {
      headers,
      body: { code: codeAt(bytes) },
    })
    return { secret: bytes, ...z.object({ recoveryCodes: z.array(z.string()) }).parse(answer) }
  }
  const codeAt = (secret: Buffer): string => totpCode(secret, Math.floor(now.getTime() / 30_000))

  it('is asked beside the password, and each of its codes is good once', async () => {
    const { secret } = await turnOn(await server.signUp({ role: 'developer' }, email))
    expect(await problemCode(await signIn({ email, password: testPassword }))).toBe('identity.secondFactorRequired')
    expect(await problemCode(await signIn({ email, password: testPassword, code: '000000' }))).toBe(
      'identity.codeInvalid',
    )
    later(minute)
    const code = codeAt(secret)
    expect((await signIn({ email, password: testPassword, code })).status).toBe(200)
    expect(await problemCode(await signIn({ email, password: testPassword, code }))).toBe('identity.codeInvalid')
  })

  it('of a wrong password is not even looked at', async () => {
    await turnOn(await server.signUp({ role: 'developer' }, email))
    expect(await problemCode(await signIn({ email, password: 'wrong password' }))).toBe('identity.signInFailed')
  })

  it('that is lost has a sheet of recovery codes, each good once', async () => {
    const { recoveryCodes } = await turnOn(await server.signUp({ role: 'developer' }, email))
    const code = recoveryCodes[0] ?? ''
    expect(recoveryCodes).toHaveLength(10)
    expect((await signIn({ email, password: testPassword, code })).status).toBe(200)
    expect(await problemCode(await signIn({ email, password: testPassword, code }))).toBe('identity.codeInvalid')
  })

  it('that nobody has confirmed is not asked for', async () => {
    const headers = await server.signUp({ role: 'developer' }, email)
    await server.json('POST', '/api/v1/me/second-factor', { headers })
    expect((await signIn({ email, password: testPassword })).status).toBe(200)
  })
})

describe('a code by mail', () => {
  const ask = (address: string): Promise<Response> =>
    server.call('POST', '/api/v1/session/email-code', { body: { email: address } })
  const use = (emailCode: string): Promise<Response> =>
    server.call('POST', '/api/v1/session/email', { body: { email, emailCode } })
  const askedCode = async (): Promise<string> => {
    expect((await ask(email)).status).toBe(202)
    return /\b\d{8}\b/.exec(await letterTo(email))?.[0] ?? ''
  }

  it('opens a session once, within ten minutes', async () => {
    await server.signUp({ role: 'developer' }, email)
    const code = await askedCode()
    const answers = await Promise.all([use(code), use(code)])
    expect(answers.map(({ status }) => status).toSorted(byNumber)).toEqual([200, 401])
  })

  it('is void after ten minutes', async () => {
    await server.signUp({ role: 'developer' }, email)
    const code = await askedCode()
    later(10 * minute)
    expect(await problemCode(await use(code))).toBe('identity.codeInvalid')
  })

  it('is void after five wrong guesses', async () => {
    await server.signUp({ role: 'developer' }, email)
    const code = await askedCode()
    const wrong = code === '00000000' ? '11111111' : '00000000'
    for (let tries = 0; tries < 5; tries++) expect((await use(wrong)).status).toBe(401)
    expect(await problemCode(await use(code))).toBe('identity.codeInvalid')
  })

  it('does not tell who has an account', async () => {
    expect((await ask(email)).status).toBe(202)
  })
})

describe('a forgotten password', () => {
  it('is replaced by a link that comes by mail, once, and all sessions end', async () => {
    const headers = await server.signUp({ role: 'developer' }, email)
    await server.call('POST', '/api/v1/recovery', { body: { email } })
    const token = /token=([\w-]+)/.exec(await letterTo(email))?.[1] ?? ''
    const complete = (password: string): Promise<Response> =>
      server.call('POST', '/api/v1/recovery/complete', { body: { token, password } })
    expect((await complete('a new long password')).status).toBe(204)
    expect(await problemCode(await complete('another long password'))).toBe('identity.linkInvalid')
    expect(await problemCode(await server.call('GET', '/api/v1/me', { headers }))).toBe('identity.signInRequired')
    expect(await problemCode(await signIn({ email, password: testPassword }))).toBe('identity.signInFailed')
    expect((await signIn({ email, password: 'a new long password' })).status).toBe(200)
  })
})

describe('sessions', () => {
  it('are listed and ended one by one, by their own person only', async () => {
    const here = await server.signUp({ role: 'developer' }, email)
    const there = cookieOf(await signIn({ email, password: testPassword }))
    const list = async (): Promise<{ id: string; isCurrent: boolean }[]> =>
      z
        .object({ items: z.array(z.object({ id: z.string(), isCurrent: z.boolean() })) })
        .parse(await server.json('GET', '/api/v1/sessions', { headers: here })).items
    const other = (await list()).find(({ isCurrent }) => !isCurrent)
    const path = `/api/v1/sessions/${other?.id}`
    const stranger = await server.signUp({ role: 'developer' })
    expect(await problemCode(await server.call('DELETE', path, { headers: stranger }))).toBe('identity.sessionNotFound')
    expect((await server.call('DELETE', path, { headers: here })).status).toBe(204)
    expect((await server.call('GET', '/api/v1/me', { headers: there })).status).toBe(401)
    expect(await list()).toHaveLength(1)
  })

  it('all end but one’s own when the password changes', async () => {
    const here = await server.signUp({ role: 'developer' }, email)
    const there = cookieOf(await signIn({ email, password: testPassword }))
    const changed = await server.call('PUT', '/api/v1/me/password', {
      headers: here,
      body: { password: 'a changed one!' },
    })
    expect(changed.status).toBe(204)
    expect((await server.call('GET', '/api/v1/me', { headers: there })).status).toBe(401)
    expect((await server.call('GET', '/api/v1/me', { headers: here })).status).toBe(200)
  })

  it('end after thirty days, however lively', async () => {
    const headers = await server.signUp({ role: 'developer' }, email)
    const status = async (): Promise<number> => (await server.call('GET', '/api/v1/me', { headers })).status
    for (const expected of [200, 200, 401]) {
      later(10 * 86_400_000)
      expect(await status()).toBe(expected)
    }
  })

  it('end after two weeks in which nobody used them', async () => {
    const headers = await server.signUp({ role: 'developer' }, email)
    later(14 * 86_400_000 + minute)
    expect((await server.call('GET', '/api/v1/me', { headers })).status).toBe(401)
  })

  it('must be confirmed again for dangerous things after half an hour', async () => {
    const headers = await server.signUp({ role: 'owner' }, email)
    const appId = await server.createApp()
    const rotate = (): Promise<Response> => server.call('POST', `/api/v1/apps/${appId}/secret`, { headers, body: {} })
    expect((await rotate()).status).toBe(201)
    later(30 * minute)
    expect(await problemCode(await rotate())).toBe('identity.stepUpRequired')
    const confirm = (password: string): Promise<Response> =>
      server.call('POST', '/api/v1/session/confirm', { headers, body: { password } })
    expect(await problemCode(await confirm('wrong password'))).toBe('identity.confirmFailed')
    expect((await confirm(testPassword)).status).toBe(204)
    expect((await rotate()).status).toBe(201)
  })
})

describe('an API key', () => {
  const create = (body: unknown): Promise<Record<string, unknown>> =>
    server.json('POST', '/api/v1/api-keys', { key: server.ownerKey, body })
  const use = (secret: unknown, path = '/api/v1/apps'): Promise<Response> =>
    server.call('GET', path, { key: String(secret) })

  it('stops working when its time is over', async () => {
    const { secret } = await create({ name: 'k', expiresAt: new Date(now.getTime() + minute).toISOString() })
    expect((await use(secret)).status).toBe(200)
    later(minute)
    expect(await problemCode(await use(secret))).toBe('identity.keyInvalid')
  })

  it.each([
    [['127.0.0.1'], 200],
    [['127.0.0.0/8', '10.0.0.0/8'], 200],
    [['203.0.113.7'], 403],
    [['203.0.113.0/24', '2001:db8::/32'], 403],
  ] as const)('that is allowed from %j answers %i here', async (allowedIps, status) => {
    const { secret } = await create({ name: 'k', allowedIps })
    expect((await use(secret)).status).toBe(status)
  })

  it('for one app sees that app alone', async () => {
    const [one, other] = [await server.createApp(), await server.createApp()]
    const { secret } = await create({ name: 'k', role: 'owner', appIds: [one] })
    expect(await (await use(secret)).json()).toMatchObject({ items: [{ id: one }] })
    expect((await use(secret, `/api/v1/apps/${other}`)).status).toBe(403)
    expect((await use(secret, '/api/v1/api-keys')).status).toBe(403)
  })

  it('with scopes makes no key with more', async () => {
    const { secret } = await create({ name: 'k', role: 'owner', scopes: ['key.manage', 'app.read'] })
    const make = (body: unknown): Promise<Response> =>
      server.call('POST', '/api/v1/api-keys', { key: String(secret), body })
    expect(await problemCode(await make({ name: 'more', role: 'developer' }))).toBe('identity.forbidden')
    expect((await make({ name: 'same', role: 'owner', scopes: ['app.read'] })).status).toBe(201)
  })
})

describe('a device without a browser', () => {
  const post = (path: string, body: unknown, headers: Headers = {}): Promise<Response> =>
    server.call('POST', `/api/v1/device/${path}`, { body, headers })
  const start = async (): Promise<{ deviceCode: string; userCode: string }> =>
    z
      .object({ deviceCode: z.string(), userCode: z.string() })
      .parse(await (await post('code', { name: 'laptop' })).json())

  it('gets a key once a person has typed its code, and gets it once', async () => {
    const headers = await server.signUp({ role: 'owner' }, email)
    const { deviceCode, userCode } = await start()
    expect(await problemCode(await post('token', { deviceCode }))).toBe('identity.devicePending')
    expect((await post('approve', { userCode: userCode.toLowerCase() }, headers)).status).toBe(204)
    const { apiKey } = z.object({ apiKey: z.string() }).parse(await (await post('token', { deviceCode })).json())
    expect(await server.json('GET', '/api/v1/me', { key: apiKey })).toMatchObject({ kind: 'apiKey', role: 'developer' })
    expect(await problemCode(await post('token', { deviceCode }))).toBe('identity.codeInvalid')
  })

  it('gets the right to publish only when that is asked for', async () => {
    const headers = await server.signUp({ role: 'owner' }, email)
    const roleAfter = async (form: object): Promise<unknown> => {
      const { deviceCode, userCode } = await start()
      await post('approve', { userCode, ...form }, headers)
      const { apiKey } = z.object({ apiKey: z.string() }).parse(await (await post('token', { deviceCode })).json())
      return (await server.json('GET', '/api/v1/me', { key: apiKey }))['role']
    }
    expect(await roleAfter({})).toBe('developer')
    expect(await roleAfter({ role: 'admin' })).toBe('admin')
  })

  it('gets nothing from somebody who may not make keys, nor after ten minutes', async () => {
    const developer = await server.signUp({ role: 'developer' })
    const owner = await server.signUp({ role: 'owner' }, email)
    const { userCode } = await start()
    expect(await problemCode(await post('approve', { userCode }, developer))).toBe('identity.forbidden')
    later(10 * minute)
    expect(await problemCode(await post('approve', { userCode }, owner))).toBe('identity.codeInvalid')
  })
})

function fromBase32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = Array.from(text, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
