import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startTestServer, testPassword, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let cookie = ''
let consoleDir: string
beforeAll(async () => {
  consoleDir = await mkdtemp(join(tmpdir(), 'banyan-console-'))
  await mkdir(join(consoleDir, 'assets'))
  await writeFile(join(consoleDir, 'assets', 'main-1a2b.js'), 'start()')
  const manifest = {
    'src/main.tsx': {
      file: 'assets/main-1a2b.js',
      isEntry: true,
      imports: ['_shared.js'],
      css: ['assets/main-5e6f.css'],
    },
    '_shared.js': { file: 'assets/shared-3c4d.js' },
    'src/lazy.tsx': { file: 'assets/lazy-7a8b.js', imports: ['_shared.js', 'src/main.tsx'] },
  }
  await writeFile(join(consoleDir, 'manifest.json'), JSON.stringify(manifest))
  server = await startTestServer({ consoleDir })
})
afterAll(async () => {
  await server.stop()
  await rm(consoleDir, { recursive: true })
})

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
  it('is one page for every address below its own, with its files before all others', async () => {
    for (const path of ['/console', '/console/apps/by0123456789abcdef/versions?state=draft', '/console/people']) {
      const text = await page(path)
      expect(text).toContain('src="/console/assets/main-1a2b.js"')
      expect(text).toContain('<link rel="modulepreload" href="/console/assets/shared-3c4d.js"')
      expect(text).toContain('<link rel="stylesheet" href="/console/assets/main-5e6f.css"')
      expect(text).not.toContain('lazy')
    }
  })

  it('sends files that never change, and nothing from outside of its folder', async () => {
    const script = await server.call('GET', '/console/assets/main-1a2b.js')
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await script.text()).toBe('start()')
    for (const name of ['..%2Fmanifest.json', 'missing.js', '%2e%2e%2fmanifest.json']) {
      expect((await server.call('GET', `/console/assets/${name}`)).status).toBe(404)
    }
  })

  it('lets no script and no style in but its own', async () => {
    const response = await server.call('GET', '/console')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1]
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
  })

  it('says how to build it when it is not there', async () => {
    const other = await startTestServer({ consoleDir: join(server.dataDir, 'nothing') })
    onTestFinished(() => other.stop())
    const response = await other.call('GET', '/console')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
  })

  it('lets the first owner in by the one-time link, and nobody by it afterwards', async () => {
    const link = new URL(server.server.setupUrl ?? '')
    expect(await page(link.pathname + link.search)).toContain('autocomplete="new-password"')
    const fields = { token: link.searchParams.get('token') ?? '', name: 'Ada', email: 'ada@example.com' }
    const refused = await post('/setup', { ...fields, password: 'short' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('value="ada@example.com"')
    const forged = await post(
      '/setup',
      { ...fields, password: 'long enough password' },
      { origin: 'https://evil.example' },
    )
    expect(forged.status).toBe(403)
    const response = await post('/setup', { ...fields, password: 'long enough password' })
    expect(response.headers.get('location')).toBe('/console/platform/setup')
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(await server.json('GET', '/api/v1/me', { headers: { cookie } })).toMatchObject({ email: 'ada@example.com' })
    expect((await server.call('GET', link.pathname + link.search)).status).toBe(410)
  })

  it('signs in without a script too, and says only what it has words for', async () => {
    const wrong = await post('/console/sign-in', { email: 'ada@example.com', password: 'wrong password' })
    expect(wrong.status).toBe(401)
    const right = await post('/console/sign-in', { email: 'ada@example.com', password: 'long enough password' })
    expect(right.headers.get('location')).toBe('/console')
    expect(await page('/console/forgotten?problem=Call+0800+now')).not.toContain('0800')
    expect(await page('/console/forgotten?problem=app.notFound')).toContain('There is no such mini-program')
  })
})

describe('the brand of the console', () => {
  it('is the owner’s, in both languages and themes, and cannot end the page', async () => {
    const value = { zh: '云上城"><script>', en: '' }
    await server.json('PUT', '/api/v1/platform/settings/brand.name', { key: server.ownerKey, body: { value } })
    const text = await page('/console')
    expect(text).toContain('<title>云上城&quot;&gt;&lt;script&gt;</title>')
    const carried = /data-brand="([^"]*)"/.exec(text)?.[1]?.replaceAll('&quot;', '"').replaceAll('&gt;', '>')
    expect(JSON.parse((carried ?? '').replaceAll('&lt;', '<'))).toMatchObject({
      names: { zh: value.zh, en: value.zh },
      colors: { light: { primary: expect.stringMatching(/^#/) }, dark: { primary: expect.stringMatching(/^#/) } },
    })
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

  it('confirm who one is', async () => {
    const owner = await server.signUp({ role: 'owner' })
    expect((await post('/console/confirm', { password: 'wrong password' }, owner)).status).toBe(422)
    const confirmed = await post('/console/confirm', { password: testPassword }, owner)
    expect(confirmed.headers.get('location')).toBe('/console?done=')
  })
})
