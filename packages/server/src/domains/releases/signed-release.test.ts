import { createPublicKey, verify } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BootData, RuntimeBuild } from '@banyan/contract/boot'
import { releaseStatement, type SignedKey } from '@banyan/contract/signed-release'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { testArchive } from '#testing/package-archive.ts'
import { startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let appId: string

const build: RuntimeBuild = {
  version: 1,
  host: 'host-1.js',
  logic: 'logic-1.js',
  logicLater: 'logic-later-1.js',
  view: 'view-1.js',
  later: 'later-1.js',
  parts: { 'service-worker': 'service-worker-1.js' },
  files: ['host-1.js', 'service-worker-1.js'],
  page: '<title>{{title}}</title><script id="banyan-boot">{{boot}}</script>{{head}}<p>{{first}}</p>',
  firstFrame: '<b>first</b>',
  policy: "default-src 'none'; script-src 'nonce-{{nonce}}'",
}

beforeAll(async () => {
  server = await startTestServer()
  const folder = join(server.dataDir, 'runtime')
  await mkdir(folder)
  for (const name of build.files) await writeFile(join(folder, name), `// ${name}`)
  await writeFile(join(folder, 'runtime.json'), JSON.stringify(build))
  appId = await server.createApp('茶')
  await server.upload(appId, '1.0.0', testArchive())
  await server.publish(appId, '1.0.0')
})
afterAll(() => server.stop())

async function readBoot(path = `/a/${appId}/`): Promise<BootData> {
  const html = await (await server.call('GET', path)).text()
  return JSON.parse(/id="banyan-boot">(.*?)<\/script>/s.exec(html)?.[1] ?? '')
}

async function readKeys(): Promise<readonly SignedKey[]> {
  const answer = await server.call('GET', '/.well-known/banyan-signing-keys')
  return z.object({ keys: z.array(z.object({ key: z.string(), signature: z.string() })) }).parse(await answer.json())
    .keys
}

function isSigned(key: string, signature: string, text: string): boolean {
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key, 'base64').toString('base64url') },
    format: 'jwk',
  })
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'))
}

it('every page carries the manifest signed by the published key, and a changed one does not verify', async () => {
  const { manifest, release, signed } = await readBoot()
  const [key] = await readKeys()
  if (signed === undefined) throw new Error('there is no signature')
  expect(signed.key).toBe(key?.key)
  const statement = { appId, ...release, issuedAt: signed.issuedAt, manifest }
  expect(isSigned(signed.key, signed.signature, releaseStatement(statement))).toBe(true)
  expect(isSigned(signed.key, signed.signature, releaseStatement({ ...statement, sequence: 9 }))).toBe(false)
  expect(isSigned(signed.key, signed.signature, releaseStatement({ ...statement, appId: 'by0' }))).toBe(false)
})

it('the shell of an app has no first screen, and says which release it belongs to', async () => {
  const page = await server.call('GET', `/a/${appId}/`)
  const shell = await server.call('GET', `/-/app/${appId}/shell`)
  expect(shell.status).toBe(200)
  expect(await shell.text()).not.toContain('<b>first</b>')
  expect(shell.headers.get('banyan-keep')).toBe('1 host-1.js')
  expect(page.headers.get('banyan-keep')).toBe('1 host-1.js')
  expect(page.headers.get('permissions-policy')).toContain('usb=()')
  expect((await server.call('GET', '/-/app/by0000000000000000/shell')).status).toBe(404)
})

it('the service worker may control the whole platform, and may only fetch from it', async () => {
  const script = await server.call('GET', '/-/offline.js')
  expect(await script.text()).toContain('service-worker-1.js')
  expect(script.headers.get('service-worker-allowed')).toBe('/')
  expect(script.headers.get('content-security-policy')).toBe("default-src 'none'; connect-src 'self'")
  expect(script.headers.get('cache-control')).toBe('no-cache')
})

it('an app can be installed under its own name and icon; one that is not published cannot', async () => {
  const manifest: unknown = await (await server.call('GET', `/-/app/${appId}/manifest.webmanifest`)).json()
  expect(manifest).toMatchObject({
    name: '茶',
    start_url: `/a/${appId}/`,
    scope: `/a/${appId}/`,
    display: 'standalone',
  })
  const icon = await server.call('GET', `/-/app/${appId}/icon.svg`)
  expect(icon.headers.get('content-type')).toBe('image/svg+xml')
  expect(await icon.text()).toContain('茶')
  const unpublished = await server.createApp('not yet')
  expect((await server.call('GET', `/-/app/${unpublished}/manifest.webmanifest`)).status).toBe(404)
  expect((await server.call('GET', `/-/app/${unpublished}/icon.svg`)).status).toBe(404)
  expect(await (await server.call('GET', '/manifest.webmanifest')).json()).toMatchObject({ start_url: '/' })
})

it('whoever runs a version hears whether it may go on', async () => {
  const state = (version: string, id = appId) => server.json('GET', `/-/app/${id}/state?version=${version}&sequence=1`)
  expect(await state('1.0.0')).toEqual({ sequence: 1, isStopped: false, mustUpdate: false })
  await server.json('POST', `/api/v1/apps/${appId}/versions/1.0.0/block`, {
    key: server.ownerKey,
    body: { reason: 'phishing' },
  })
  expect(await state('1.0.0')).toMatchObject({ isStopped: true })
  expect(await state('1.0.0', 'by0000000000000000')).toMatchObject({ isStopped: true })
})

it('an urgent release calls in whoever runs an older one, and nobody else; an ordinary one calls in nobody', async () => {
  const id = await server.createApp('急')
  const state = (sequence: number) => server.json('GET', `/-/app/${id}/state?version=1.0.0&sequence=${sequence}`)
  const publish = (version: string, isUrgent: boolean) =>
    server.json('POST', `/api/v1/apps/${id}/releases`, { key: server.ownerKey, body: { version, isUrgent } })
  for (const version of ['1.0.0', '1.0.1', '1.0.2']) await server.upload(id, version, testArchive())
  await publish('1.0.0', false)
  await publish('1.0.1', false)
  expect(await state(1)).toMatchObject({ sequence: 2, mustUpdate: false })
  expect(await publish('1.0.2', true)).toMatchObject({ sequence: 3, isUrgent: true })
  expect(await state(1)).toMatchObject({ mustUpdate: true })
  expect(await state(2)).toMatchObject({ mustUpdate: true })
  expect(await state(3)).toMatchObject({ mustUpdate: false })
  expect(await server.json('GET', `/-/app/${id}/state?version=1.0.0`)).toMatchObject({ mustUpdate: false })
})
