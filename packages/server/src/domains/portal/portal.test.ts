import { contrastRatio } from '@banyan/contract/tokens'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

async function page(path: string, headers: Record<string, string> = { 'accept-language': 'en' }): Promise<string> {
  return (await server.call('GET', path, { headers })).text()
}
async function choose(key: string, value: unknown): Promise<Response> {
  const headers = await server.signUpOwner()
  return server.call('PUT', `/api/v1/platform/settings/${key}`, { headers, body: { value } })
}

describe('the portal', () => {
  it('wears the name and the colour of its owner at once, and mends a colour that nobody could read', async () => {
    expect(await page('/')).toContain('<title>Banyan</title>')
    expect((await choose('brand.name', { zh: '晨光', en: 'Dawn' })).status).toBe(200)
    await choose('brand.color', '#FFD400')
    expect(await page('/')).toContain('<title>Dawn</title>')
    const [, primary = ''] = /--banyan-primary:(#\w{6})/.exec(await page('/')) ?? []
    expect(contrastRatio(primary, '#FFFFFF')).toBeGreaterThanOrEqual(4.5)
    expect(await page('/', { 'accept-language': 'zh' })).toContain('<title>晨光</title>')
    expect((await choose('brand.color', 'red;}')).status).toBe(400)
    expect(await page('/favicon.svg')).toContain('fill="#FFD400"')
  })

  it('remembers the language that a visitor has chosen', async () => {
    const response = await server.call('GET', '/?language=zh', { headers: { 'accept-language': 'en' } })
    expect(await response.text()).toContain('<html lang="zh-CN"')
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(await page('/', { 'accept-language': 'en', cookie })).toContain('<html lang="zh-CN"')
    expect(await page('/')).toContain('<html lang="en"')
  })

  it('takes what is searched for as text only', async () => {
    const text = await page('/?q=%3Cscript%3Ealert(1)%3C/script%3E')
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script&gt;')
  })

  it('takes a mark from its staff, and from nobody else', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const put = (headers: Record<string, string>, body: Uint8Array): Promise<Response> =>
      server.call('PUT', '/api/v1/platform/brand/logo', { headers, body })
    const { headers: tenant } = await server.createTenant()
    expect((await put(tenant, png)).status).toBe(403)
    const owner = await server.signUpOwner()
    expect((await put(owner, Buffer.from('<svg>'))).ok).toBe(false)
    expect((await put(owner, png)).status).toBe(200)
    expect((await server.call('GET', '/favicon.svg')).headers.get('content-type')).toBe('image/png')
  })
})
