import { createPublicKey, verify } from 'node:crypto'
import { launchScenes, launchStatement, readLaunchFragment, sharePath } from '@banyan/contract/links'
import { signingKeysPath } from '@banyan/contract/signed-release'
import { inflateSync } from 'node:zlib'
import { encode } from 'uqr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '#testing/test-server.ts'
import { qrPng } from './qr-png.ts'

let server: TestServer
let appId: string
let token: string
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp()
  token = await tokenOf(appId)
})
afterAll(() => server.stop())

async function tokenOf(app: string): Promise<string> {
  const { secret } = await server.json('POST', `/api/v1/apps/${app}/secret`, { key: server.ownerKey })
  const body = { grant_type: 'client_credential', appid: app, secret }
  return String((await server.json('POST', '/cgi-bin/stable_token', { body }))['access_token'])
}

const call = (path: string, body: unknown, by = token): Promise<Response> =>
  server.call('POST', `${path}?access_token=${by}`, { body })
const json = async (path: string, body: unknown, by = token): Promise<Record<string, unknown>> =>
  Object(await (await call(path, body, by)).json())

/** The dark modules of a picture, read back as a reader would: row by row, at the middle of each module. */
function modulesOf(png: Buffer, modules: number): boolean[][] {
  const width = png.readUInt32BE(16)
  const at = png.indexOf('IDAT')
  const pixels = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
  const stride = 1 + Math.ceil(width / 8)
  const scale = Math.floor(width / modules)
  const margin = Math.floor((width - modules * scale) / 2)
  const isDark = (x: number, y: number): boolean => ((pixels[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
  const centre = (index: number): number => margin + index * scale + Math.floor(scale / 2)
  return Array.from({ length: modules }, (_, y) =>
    Array.from({ length: modules }, (_, x) => isDark(centre(x), centre(y))),
  )
}

function expectCode(png: Buffer, url: string): void {
  const { data, size } = encode(url, { ecc: 'M', border: 4 })
  expect(modulesOf(png, size)).toEqual(data)
}

/** The address in a code, whose scene must be signed by the platform for exactly this address. */
async function addressIn(response: Response, png: Buffer): Promise<{ address: string; scene: number | undefined }> {
  const url = /^<(.*)>; rel="describes"$/.exec(response.headers.get('link') ?? '')?.[1] ?? ''
  expectCode(png, url)
  const { origin, pathname, search, hash } = new URL(url)
  expect(origin).toBe(server.server.url)
  return { address: pathname + search, scene: await signedScene(pathname + search, hash) }
}

async function signedScene(address: string, fragment: string): Promise<number | undefined> {
  const said = readLaunchFragment(fragment)
  const { keys } = await server.json('GET', signingKeysPath)
  const x = Buffer.from(String(Object(Object(keys)[0]).key), 'base64').toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  if (said === undefined) return undefined
  const text = Buffer.from(launchStatement(said.scene, address))
  return verify(null, text, key, Buffer.from(said.signature, 'base64')) ? said.scene : undefined
}

async function pictureOf(response: Response): Promise<Buffer> {
  expect(response.headers.get('content-type')).toBe('image/png')
  return Buffer.from(await response.arrayBuffer())
}

describe('a code', () => {
  it('holds the plain address of the page', async () => {
    const response = await call('/wxa/getwxacode', { path: 'pages/item/item?id=7&from=街角', width: 600 })
    const png = await pictureOf(response)
    expect(png.readUInt32BE(16)).toBe(600)
    expect(await addressIn(response, png)).toEqual({
      address: `/a/${appId}/pages/item/item?id=7&from=${encodeURI('街角')}`,
      scene: launchScenes.appCode,
    })
  })

  it('that is unlimited gives the page its scene', async () => {
    const response = await call('/wxa/getwxacodeunlimit', { scene: 'a=1&b=2', page: 'pages/item/item' })
    expect(await addressIn(response, await pictureOf(response))).toEqual({
      address: `/a/${appId}/pages/item/item?scene=a%3D1%26b%3D2`,
      scene: launchScenes.appCode,
    })
  })

  it('may be coloured and transparent', () => {
    const png = qrPng('x', { widthPx: 280, ink: [1, 2, 3], isTransparent: true })
    const palette = png.indexOf('PLTE') + 4
    expect([...png.subarray(palette, palette + 6)]).toEqual([255, 255, 255, 1, 2, 3])
    expect(png.includes('tRNS')).toBe(true)
  })

  it.each([
    ['/wxa/getwxacodeunlimit', { scene: 'x'.repeat(33) }, 40129],
    ['/wxa/getwxacodeunlimit', { scene: '空' }, 40129],
    ['/wxa/getwxacodeunlimit', { scene: '' }, 40129],
    ['/wxa/getwxacodeunlimit', { scene: 'x', page: '/pages/a' }, 41030],
    ['/wxa/getwxacode', { path: 'https://evil.example/' }, 40165],
    ['/wxa/getwxacode', { path: '../../console' }, 40165],
    ['/wxa/getwxacode', {}, 40097],
  ])('is refused as WeChat refuses: %s %j', async (path, body, errcode) => {
    expect(await json(path, body)).toMatchObject({ errcode })
  })
})

describe('a page that a user passes on', () => {
  const share = (address: string) => server.call('GET', `${sharePath(appId)}?address=${encodeURIComponent(address)}`)

  it('gets a signature for its address', async () => {
    const address = `/a/${appId}/pages/a/a?from=friend`
    const { fragment } = Object(await (await share(address)).json())
    expect(await signedScene(address, fragment)).toBe(launchScenes.shared)
    expect(await signedScene(`/a/${appId}/pages/a/a?from=nobody`, fragment)).toBe(undefined)
    expect(await signedScene(address, fragment.replace('#s1007', '#s1047'))).toBe(undefined)
  })

  it.each(['/console', 'https://evil.example/a/', '//evil.example/', '', '/a/other/pages/a/a', '../a'])(
    'is refused one when it is no page of the app: %s',
    async (address) => {
      expect((await share(address)).status).toBe(404)
    },
  )
})

describe('a link', () => {
  it.each([
    ['/wxa/generatescheme', { jump_wxa: { path: '/pages/a/a', query: 'x=1' } }, 'openlink', launchScenes.scheme],
    ['/wxa/generate_urllink', { path: 'pages/a/a', query: 'x=1' }, 'url_link', launchScenes.urlLink],
    ['/wxa/genwxashortlink', { page_url: 'pages/a/a?x=1' }, 'link', launchScenes.shortLink],
  ])('of %s leads to the page and says how the user came', async (path, body, field, scene) => {
    const link = String((await json(path, body))[field])
    const answer = await server.call('GET', new URL(link).pathname)
    expect(answer.status).toBe(302)
    const [target = '', fragment = ''] = (answer.headers.get('location') ?? '').split('#')
    expect(target).toBe(`/a/${appId}/pages/a/a?x=1`)
    expect(await signedScene(target, `#${fragment}`)).toBe(scene)
    expect(await signedScene(`${target}2`, `#${fragment}`)).toBe(undefined)
  })

  it('is told about to the app that made it, and to no other', async () => {
    const { openlink } = await json('/wxa/generatescheme', {
      jump_wxa: { path: 'pages/a/a', query: 'x=1' },
      is_expire: true,
      expire_type: 1,
      expire_interval: 2,
    })
    const answer = await json('/wxa/queryscheme', { scheme: openlink })
    const info = Object(answer['scheme_info'])
    expect(info).toMatchObject({ appid: appId, path: 'pages/a/a', query: 'x=1', env_version: 'release' })
    expect(info.expire_time - info.create_time).toBe(2 * 86_400)
    const other = await tokenOf(await server.createApp('Other'))
    expect(await json('/wxa/queryscheme', { scheme: openlink }, other)).toMatchObject({ errcode: 40097 })
    expect(await json('/wxa/query_urllink', { url_link: openlink })).toMatchObject({ errcode: 40097 })
  })

  it('ends when its time is over, and says so', async () => {
    expect(await json('/wxa/generate_urllink', { is_expire: true, expire_time: 1 })).toMatchObject({ errcode: 85401 })
    const far = { is_expire: true, expire_type: 1, expire_interval: 400 }
    expect(await json('/wxa/generate_urllink', far)).toMatchObject({ errcode: 85401 })
    const gone = await server.call('GET', '/l/none', { headers: { 'accept-language': 'en' } })
    expect(gone.status).toBe(410)
    expect(await gone.text()).toContain('This link has ended')
  })
})
