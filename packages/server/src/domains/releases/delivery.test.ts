import { mkdir, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { RuntimeBuild } from '@banyan/contract/boot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '#testing/test-server.ts'
import { testPackage, type TestPackage } from '#testing/package-archive.ts'
import { writeZip } from '#testing/zip-writer.ts'
import { z } from 'zod'

let server: TestServer
let appId: string
let published: TestPackage
const video = Buffer.from(Array.from({ length: 5000 }, (_, index) => index % 251))

const build: RuntimeBuild = {
  version: 1,
  host: 'host-1.js',
  logic: 'logic-1.js',
  logicLater: 'logic-later-1.js',
  view: 'view-1.js',
  later: 'later-1.js',
  parts: {},
  files: ['host-1.js', 'logic-1.js', 'view-1.js', 'later-1.js'],
  page:
    '<html lang="{{lang}}"><title>{{title}}</title><script id="banyan-boot">{{boot}}</script><script nonce="{{nonce}}" src="{{host}}"></script>{{head}}{{first}}<!-- enough to be worth a compression: ' +
    'x'.repeat(1024) +
    ' --></html>',
  firstFrame: '<html><style>{{style}}</style>{{body}}</html>',
  policy: "default-src 'none'; script-src 'nonce-{{nonce}}'; connect-src 'self' {{sockets}}",
}

beforeAll(async () => {
  server = await startTestServer()
  const folder = join(server.dataDir, 'runtime')
  await mkdir(folder)
  for (const name of build.files) await writeFile(join(folder, name), `// ${name}\n`.repeat(100))
  await writeFile(join(folder, 'runtime.json'), JSON.stringify(build))
  await writeFile(join(folder, 'secret.txt'), 'secret')
  appId = await server.createApp('</script><b>茶 & "Tee"')
  published = testPackage({
    assets: {
      'a.mp4': { content: video, mediaType: 'video/mp4' },
      'a.svg': {
        content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
        mediaType: 'image/svg+xml',
      },
      'a.html': { content: Buffer.from('<script>alert(1)</script>'), mediaType: 'text/html' },
    },
  })
  await server.upload(appId, '1.0.0', writeZip(published.entries))
  await server.upload(appId, '2.0.0', writeZip(testPackage({ label: 'not published' }).entries))
  await server.publish(appId, '1.0.0')
})
afterAll(() => server.stop())

interface RawAnswer {
  status: number | undefined
  headers: Record<string, string | string[] | undefined>
  body: Buffer
}

/** `fetch` unpacks by itself; here the bytes matter. */
function raw(path: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    get(server.url + path, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    }).on('error', reject)
  })
}

const scriptPath = (): string => `/p/${appId}/${published.scriptHash}`
const assetPath = (index: number): string =>
  `/p/${appId}/${String(published.entries[1 + index]?.name).slice('files/'.length)}`

describe('a file of a release', () => {
  it('comes in the best encoding that the browser takes, with one strong tag for each', async () => {
    const plain = await raw(scriptPath())
    const gzip = await raw(scriptPath(), { 'accept-encoding': 'gzip, deflate' })
    const brotli = await raw(scriptPath(), { 'accept-encoding': 'gzip, deflate, br, zstd' })
    const refusing = await raw(scriptPath(), { 'accept-encoding': 'br;q=0, gzip' })
    expect([plain, gzip, brotli, refusing].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
      'gzip',
    ])
    expect(gunzipSync(gzip.body)).toEqual(plain.body)
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body)
    expect(brotli.body.length).toBeLessThan(plain.body.length / 4)
    expect(new Set([plain, gzip, brotli].map(({ headers }) => headers['etag'])).size).toBe(3)
    expect(brotli.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'content-length': String(brotli.body.length),
    })
  })

  it('is not sent again to whoever has it', async () => {
    const first = await raw(scriptPath(), { 'accept-encoding': 'br' })
    const again = await raw(scriptPath(), { 'accept-encoding': 'br', 'if-none-match': String(first.headers['etag']) })
    expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) })
    expect(again.headers['etag']).toBe(first.headers['etag'])
    expect((await raw(scriptPath(), { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it.each([
    ['bytes=0-99', 206, 0, 100],
    ['bytes=4900-', 206, 4900, 5000],
    ['bytes=-100', 206, 4900, 5000],
    ['bytes=4990-9999', 206, 4990, 5000],
    ['bytes=5000-', 416, 0, 0],
    ['bytes=9-3', 416, 0, 0],
    ['pages=1-2', 200, 0, 5000],
  ])('of sound or video comes in ranges: %s', async (range, status, start, end) => {
    const answer = await raw(assetPath(0), { range })
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual(status === 416 ? Buffer.alloc(0) : video.subarray(start, end))
    expect(answer.headers['accept-ranges']).toBe('bytes')
    const contentRange = { 200: undefined, 206: `bytes ${start}-${end - 1}/5000`, 416: 'bytes */5000' }[status]
    expect(answer.headers['content-range']).toBe(contentRange)
  })

  it.each([1, 2])('is never shown as a document, whatever it calls itself', async (index) => {
    const { headers } = await raw(assetPath(index))
    expect(headers['content-type']).toBe('application/octet-stream')
    expect(headers['content-disposition']).toBe('attachment')
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  })

  it('is not there for another app, before it is published, or under another name', async () => {
    const unpublished = testPackage({ label: 'not published' }).scriptHash
    const other = await server.createApp('Other')
    const paths = [
      `/p/${appId}/${unpublished}`,
      `/p/${other}/${published.scriptHash}`,
      `/p/${appId}/${'0'.repeat(64)}`,
      `/p/${appId}/../../server.lock`,
      `/p/${appId}/%2e%2e%2fserver.lock`,
      `/p/${appId.toUpperCase()}/${published.scriptHash}`,
    ]
    for (const path of paths) expect((await raw(path)).status).toBe(404)
  })

  it('is answered thousands of times a second', async () => {
    const request = new Request(server.url + scriptPath(), { headers: { 'accept-encoding': 'br' } })
    const count = 20_000
    const startedAt = performance.now()
    for (let index = 0; index < count; index++) await server.server.platform.deliver(request, scriptPath())
    const perSecond = count / ((performance.now() - startedAt) / 1000)
    expect(perSecond).toBeGreaterThan(3000)
  })
})

describe('a file of the runtime', () => {
  it('is served like one of a release', async () => {
    const answer = await raw('/-/runtime/host-1.js', { 'accept-encoding': 'br' })
    expect(brotliDecompressSync(answer.body).toString()).toContain('// host-1.js')
    expect(answer.headers['cache-control']).toContain('immutable')
  })

  it.each(['secret.txt', 'runtime.json', '..%2fserver.lock', '../server.lock', 'none.js'])(
    'is nothing else: %s',
    async (name) => {
      expect((await raw(`/-/runtime/${name}`)).status).toBe(404)
    },
  )
})

describe('the host page', () => {
  it('is compressed for whoever takes that, with the same content', async () => {
    const plain = await raw(`/a/${appId}/`)
    const packed = await raw(`/a/${appId}/`, { 'accept-encoding': 'gzip, br' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: expect.stringContaining('Accept-Encoding') })
    const lasting = (body: Buffer) => body.toString().replace(/nonce="[^"]+"|"signed":\{[^}]+\}/g, '')
    expect(lasting(brotliDecompressSync(packed.body))).toBe(lasting(plain.body))
  })

  it('carries the current release, safely written, under a policy with its own nonce', async () => {
    const page = await raw(`/a/${appId}/pages/home/home?x=1`, { 'accept-language': 'en' })
    const html = page.body.toString()
    expect(page.status).toBe(200)
    const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? 'none'
    expect(page.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'nonce-${nonce}'; connect-src 'self' ; frame-ancestors 'self' https://shop.example.com`,
    )
    expect((await raw(`/a/${appId}/`)).headers['content-security-policy']).not.toContain(nonce)
    expect(html).not.toContain('</script><b>')
    const boot: unknown = JSON.parse(/id="banyan-boot">(.*?)<\/script>/s.exec(html)?.[1] ?? '')
    expect(boot).toMatchObject({
      appId,
      name: '</script><b>茶 & "Tee"',
      basePath: `/a/${appId}/`,
      fileBase: `/p/${appId}/`,
      manifest: published.manifest,
      config: { entryPagePath: 'pages/home/home' },
      release: { version: '1.0.0', sequence: 1, channel: 'release' },
      runtime: {
        logicUrl: '/-/runtime/logic-1.js',
        logicLaterUrl: '/-/runtime/logic-later-1.js',
        viewUrl: '/-/runtime/view-1.js',
      },
      gatewayUrl: `/gateway/${appId}`,
      locale: 'en',
    })
  })

  it('lets web-view and sockets reach what the app names for each, and until then the servers of its requests', async () => {
    const moving = await server.createApp('Sites')
    await server.upload(moving, '1.0.0', writeZip(testPackage().entries))
    await server.publish(moving, '1.0.0')
    const sites = async (): Promise<unknown> => {
      const { body, headers } = await raw(`/a/${moving}/`)
      const boot: unknown = JSON.parse(/id="banyan-boot">(.*?)<\/script>/s.exec(body.toString())?.[1] ?? '')
      const origins = z.array(z.string())
      const { webViewOrigins, socketOrigins } = z
        .looseObject({ webViewOrigins: origins, socketOrigins: origins })
        .parse(boot)
      const policy = String(headers['content-security-policy'])
      return { webViewOrigins, socketOrigins, inPolicy: /connect-src[^;]*?(wss:[^\s;]*)/.exec(policy)?.[1] }
    }
    const key = server.ownerKey
    const requestDomains = [{ origin: 'https://api.example.com' }]
    await server.json('PATCH', `/api/v1/apps/${moving}`, { key, body: { requestDomains } })
    expect(await sites()).toEqual({
      webViewOrigins: ['https://api.example.com'],
      socketOrigins: ['wss://api.example.com'],
      inPolicy: 'wss://api.example.com',
    })
    const named = { webViewDomains: ['https://news.example.com'], socketDomains: ['wss://chat.example.com'] }
    await server.json('PATCH', `/api/v1/apps/${moving}/profile`, { key, body: named })
    expect(await sites()).toEqual({
      webViewOrigins: ['https://news.example.com'],
      socketOrigins: ['wss://chat.example.com'],
      inPolicy: 'wss://chat.example.com',
    })
  })

  it('changes with the release, at once', async () => {
    const moving = await server.createApp('Moving')
    for (const version of ['1.0.0', '1.1.0']) {
      await server.upload(moving, version, writeZip(testPackage({ label: version }).entries))
      await server.publish(moving, version)
      expect((await raw(`/a/${moving}/`)).body.toString()).toContain(`"version":"${version}"`)
    }
  })

  it.each(['by0000000000000000', 'nonsense', '..%2f..'])('of %s says kindly that there is none', async (id) => {
    const page = await raw(`/a/${id}/`, { 'accept-language': 'zh-CN' })
    expect(page.status).toBe(404)
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.body.toString()).toContain('没有找到小程序')
  })

  it('of an app without a release says that it is not published yet', async () => {
    const quiet = await server.createApp('Quiet')
    const page = await raw(`/a/${quiet}/`, { 'accept-language': 'en' })
    expect(page.status).toBe(404)
    expect(page.body.toString()).toContain('not been published yet')
  })

  it('keeps a link without its slash, and its query', async () => {
    const answer = await raw(`/a/${appId}?from=share`)
    expect(answer.status).toBe(308)
    expect(answer.headers['location']).toBe(`/a/${appId}/?from=share`)
  })
})
