import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let now = new Date('2030-01-01T00:00:00Z')
let count = 0
let email = ''
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } })
})
afterAll(() => server.stop())
beforeEach(() => (email = `user-${++count}@example.com`))

/** Keeps the cookie of the visitor, as a browser does. */
function openBrowser() {
  let cookie = ''
  const call = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const headers: Record<string, string> = cookie === '' ? {} : { cookie }
    const response = await server.call(method, path, { headers, ...(body === undefined ? {} : { body }) })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return response
  }
  return {
    call,
    cookie: () => cookie,
    signIn: async (code?: string) => call('POST', '/api/v1/user/sign-in', { email, code: code ?? (await codeFor()) }),
  }
}

async function codeFor(): Promise<string> {
  const folder = join(server.dataDir, 'outbox')
  const ask = await server.call('POST', '/api/v1/user/sign-in-code', { body: { email } })
  expect(ask.status).toBe(202)
  const read = async (): Promise<string> => {
    const names = await readdir(folder).catch((): string[] => [])
    const texts = await Promise.all(names.toSorted().map((name) => readFile(join(folder, name), 'utf8')))
    return texts.findLast((text) => text.startsWith(`To: ${email}\n`)) ?? ''
  }
  await expect.poll(read).not.toBe('')
  return /\b\d{6}\b/.exec(await read())?.[0] ?? ''
}

async function openIdIn(browser: ReturnType<typeof openBrowser>, appId: string): Promise<string> {
  const { users } = z
    .looseObject({ users: z.array(z.object({ appId: z.string(), openId: z.string() })).default([]) })
    .parse(await (await browser.call('GET', '/api/v1/user/data')).json())
  return users.find((each) => each.appId === appId)?.openId ?? ''
}
const useApp = async (browser: ReturnType<typeof openBrowser>, appId: string): Promise<string> => {
  expect((await browser.call('POST', `/a/${appId}/-/login`)).status).toBe(200)
  return openIdIn(browser, appId)
}

describe('a guest who signs in', () => {
  it('keeps what he was, here and in his next browser', async () => {
    const appId = await server.createApp()
    const phone = openBrowser()
    const openId = await useApp(phone, appId)
    expect(await (await phone.call('GET', '/api/v1/user')).json()).toEqual({ kind: 'guest', email: null })
    expect((await phone.signIn()).status).toBe(200)
    expect(await (await phone.call('GET', '/api/v1/user')).json()).toEqual({ kind: 'account', email })
    const laptop = openBrowser()
    await laptop.signIn()
    expect(await openIdIn(laptop, appId)).toBe(openId)
  })

  it('with an account brings what the account has not, and takes what it has', async () => {
    const [shared, fresh] = [await server.createApp(), await server.createApp()]
    const phone = openBrowser()
    const known = await useApp(phone, shared)
    await phone.signIn()
    const laptop = openBrowser()
    expect(await useApp(laptop, shared)).not.toBe(known)
    const brought = await useApp(laptop, fresh)
    await laptop.signIn()
    for (const browser of [phone, laptop]) {
      expect(await openIdIn(browser, shared)).toBe(known)
      expect(await openIdIn(browser, fresh)).toBe(brought)
    }
  })

  it('gets a new cookie; the old one, which others may have seen, is nobody’s', async () => {
    const browser = openBrowser()
    await useApp(browser, await server.createApp())
    const before = browser.cookie()
    await browser.signIn()
    expect(browser.cookie()).not.toBe(before)
    const old = await server.call('GET', '/api/v1/user', { headers: { cookie: before } })
    expect(await old.json()).toEqual({ kind: 'guest', email: null })
    const data = await server.call('GET', '/api/v1/user/data', { headers: { cookie: before } })
    expect(await data.json()).toEqual({})
  })

  it('is nobody again after signing out', async () => {
    const browser = openBrowser()
    await browser.signIn()
    const cookie = browser.cookie()
    expect((await browser.call('POST', '/api/v1/user/sign-out')).status).toBe(204)
    const response = await server.call('GET', '/api/v1/user', { headers: { cookie } })
    expect(await response.json()).toMatchObject({ kind: 'guest' })
  })
})

describe('a code', () => {
  it('is good once', async () => {
    const code = await codeFor()
    const answers = await Promise.all([openBrowser().signIn(code), openBrowser().signIn(code)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is void after ten minutes, and after five guesses', async () => {
    const late = await codeFor()
    now = new Date(now.getTime() + 600_000)
    expect(await problemCode(await openBrowser().signIn(late))).toBe('identity.codeInvalid')
    const code = await codeFor()
    const wrong = code === '000000' ? '111111' : '000000'
    for (let tries = 0; tries < 5; tries++) expect((await openBrowser().signIn(wrong)).status).toBe(401)
    expect(await problemCode(await openBrowser().signIn(code))).toBe('identity.codeInvalid')
  })

  it('is not taken from another site’s page', async () => {
    const response = await server.call('POST', '/api/v1/user/sign-in', {
      headers: { origin: 'https://evil.example' },
      body: { email, code: '000000' },
    })
    expect(await problemCode(response)).toBe('request.crossOrigin')
  })
})

describe('my data', () => {
  it('tells what was agreed to and when, and every part of the platform adds its own', async () => {
    const appId = await server.createApp()
    const browser = openBrowser()
    await useApp(browser, appId)
    for (const isGranted of [true, false]) {
      const body = { appId, kind: 'scope.userLocation', isGranted }
      expect((await browser.call('POST', '/api/v1/user/consents', body)).status).toBe(204)
    }
    expect(await (await browser.call('GET', '/api/v1/user/consents')).json()).toMatchObject({
      items: [{ isGranted: false, decidedAt: now.toISOString() }, { isGranted: true }],
    })
    expect(await (await browser.call('GET', '/api/v1/user/data')).json()).toMatchObject({
      users: [{ appId }],
      consents: [{ kind: 'scope.userLocation' }, {}],
    })
    expect(await (await openBrowser().call('GET', '/api/v1/user/data')).json()).toEqual({})
  })

  it('is gone when it is erased, and the address is free again', async () => {
    const appId = await server.createApp()
    const browser = openBrowser()
    const openId = await useApp(browser, appId)
    await browser.signIn()
    const cookie = browser.cookie()
    expect((await browser.call('DELETE', '/api/v1/user/data')).status).toBe(204)
    const after = await server.call('GET', '/api/v1/user/data', { headers: { cookie } })
    expect(await after.json()).toEqual({})
    const again = openBrowser()
    await again.signIn()
    expect(await openIdIn(again, appId)).toBe('')
    expect(await useApp(again, appId)).not.toBe(openId)
  })
})
