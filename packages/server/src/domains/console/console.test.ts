import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testArchive } from '#testing/package-archive.ts'
import { startTestServer, testPassword, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let cookie = ''
let appId: string
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp('<b>Shop</b>')
  await server.upload(appId, '1.0.0', testArchive())
})
afterAll(() => server.stop())

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return server.call('POST', path, {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: server.url, cookie, ...headers },
  })
}

async function page(path: string): Promise<string> {
  const response = await server.call('GET', path, { headers: { cookie, 'accept-language': 'en' } })
  return response.text()
}

describe('the console', () => {
  it('asks a stranger to sign in', async () => {
    for (const path of ['/console', '/console/keys', `/console/apps/${appId}`]) {
      expect(await page(path)).toContain('action="/console/sign-in"')
    }
  })

  it('lets the first owner in by the one-time link, and nobody by it afterwards', async () => {
    const link = new URL(server.server.setupUrl ?? '')
    expect(await page(link.pathname + link.search)).toContain('autocomplete="new-password"')
    const fields = { token: link.searchParams.get('token') ?? '', name: 'Ada', email: 'ada@example.com' }
    const refused = await post('/setup', { ...fields, password: 'short' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('value="ada@example.com"')
    const response = await post('/setup', { ...fields, password: 'long enough password' })
    expect(response.headers.get('location')).toBe('/console')
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(await page('/console')).toContain('&lt;b&gt;Shop&lt;/b&gt;')
    expect((await server.call('GET', link.pathname + link.search)).status).toBe(410)
  })

  it('publishes with one button', async () => {
    expect(await page(`/console/apps/${appId}`)).toContain('name="version" value="1.0.0"')
    const response = await post(`/console/apps/${appId}/releases`, { version: '1.0.0' })
    expect(response.headers.get('location')).toBe(`/console/apps/${appId}?done=`)
    expect(await page(`/console/apps/${appId}`)).toContain('<span class="tag">Live</span>')
    expect(await page('/')).toContain(`href="/a/${appId}/"`)
  })

  it('keeps request domains, and says why it did not keep one', async () => {
    await post(`/console/apps/${appId}/domains`, {
      domains: 'https://api.example.com http://127.0.0.1:9\r\nhttps://b.example.com',
    })
    expect(await page(`/console/apps/${appId}`)).toContain(
      'https://api.example.com http://127.0.0.1:9\nhttps://b.example.com',
    )
    const response = await post(`/console/apps/${appId}/domains`, { domains: 'ftp://x' })
    expect(await page(response.headers.get('location') ?? '')).toContain(
      'A request domain looks like https://api.example.com',
    )
  })

  it('shows a new key once', async () => {
    const secret = /byk_[0-9a-z]{38}/.exec(
      await (await post('/console/keys', { name: 'CI', role: 'developer' })).text(),
    )?.[0]
    expect(secret).toBeDefined()
    expect(await page('/console/keys')).not.toContain(secret)
    expect(await server.json('GET', '/api/v1/me', { key: secret ?? '' })).toMatchObject({ role: 'developer' })
  })

  it('does nothing for a form of another site', async () => {
    const response = await post('/console/apps', { name: 'Forged' }, { origin: 'https://evil.example' })
    expect(response.status).toBe(403)
    expect(await page('/console')).not.toContain('Forged')
  })

  it('says only what it has words for', async () => {
    expect(await page('/console?problem=Call+0800+now')).not.toContain('0800')
    expect(await page('/console?problem=app.notFound')).toContain('There is no such mini-program')
  })

  it('lets nothing in but its own style and script', async () => {
    const response = await server.call('GET', '/console', { headers: { cookie } })
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('forgets the person after signing out', async () => {
    await post('/console/sign-out', {})
    expect(await page('/console')).toContain('action="/console/sign-in"')
    const wrong = await post('/console/sign-in', { email: 'ada@example.com', password: 'wrong password' })
    expect(wrong.status).toBe(401)
    const right = await post('/console/sign-in', { email: 'ada@example.com', password: 'long enough password' })
    expect(right.headers.get('location')).toBe('/console')
  })
})

describe('the forms of an account', () => {
  it('lead from a forgotten password to a new one', async () => {
    const email = 'forgetful@example.com'
    await server.signUp({ role: 'developer' }, email)
    expect(await page('/console/forgotten')).toContain('type="email"')
    expect(await (await post('/console/forgotten', { email })).text()).toContain('role="status"')
    const folder = join(server.dataDir, 'outbox')
    const read = async (): Promise<string> => {
      const names = await readdir(folder).catch((): string[] => [])
      const letters = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
      return (
        /\/recover\?token=[\w-]+/.exec(letters.find((letter) => letter.startsWith(`To: ${email}\n`)) ?? '')?.[0] ?? ''
      )
    }
    await expect.poll(read).not.toBe('')
    const link = await read()
    expect(await page(link)).toContain('autocomplete="new-password"')
    const token = link.split('=')[1] ?? ''
    expect((await post('/recover', { token, password: 'short' })).status).toBe(422)
    expect((await post('/recover', { token, password: 'a new long password' })).status).toBe(303)
    expect(await page(link)).not.toContain('autocomplete="new-password"')
    const signedIn = await post('/console/sign-in', { email, password: 'a new long password' })
    expect(signedIn.headers.get('location')).toBe('/console')
  })

  it('approve a device, for who may make keys', async () => {
    const start = await server.json('POST', '/api/v1/device/code', { body: { name: 'laptop' } })
    const owner = await server.signUp({ role: 'owner' })
    const approved = await post('/console/device', { code: String(start['userCode']) }, owner)
    expect(approved.headers.get('location')).toBe('/console?done=')
    const body = { deviceCode: start['deviceCode'] }
    expect(String((await server.json('POST', '/api/v1/device/token', { body }))['apiKey'])).toMatch(/^byk_/)
    expect((await post('/console/device', { code: 'BBBB-BBBB' }, owner)).status).toBe(422)
  })

  it('give a device the right to publish only when that is asked for', async () => {
    const owner = await server.signUp({ role: 'owner' })
    const roleAfter = async (form: Readonly<Record<string, string>>) => {
      const { userCode, deviceCode } = await server.json('POST', '/api/v1/device/code', { body: { name: 'laptop' } })
      await post('/console/device', { code: String(userCode), ...form }, owner)
      const { apiKey } = await server.json('POST', '/api/v1/device/token', { body: { deviceCode } })
      return (await server.json('GET', '/api/v1/me', { key: String(apiKey) }))['role']
    }
    expect(await roleAfter({})).toBe('developer')
    expect(await roleAfter({ publishes: 'on' })).toBe('admin')
  })

  it('confirm who one is', async () => {
    const owner = await server.signUp({ role: 'owner' })
    expect((await post('/console/confirm', { password: 'wrong password' }, owner)).status).toBe(422)
    const confirmed = await post('/console/confirm', { password: testPassword }, owner)
    expect(confirmed.headers.get('location')).toBe('/console?done=')
  })
})
