import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileListSchema, fileTicketSchema, storedFileSchema, type FileList } from '@banyan/contract/files'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { PNG } from 'pngjs'
import { z } from 'zod'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'
import { pictureSize } from '#infra/pictures/picture-size.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
let now = Date.parse('2026-03-01T08:00:00Z')
let server: TestServer
let appId: string
let token: string
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => new Date(now) } })
  appId = await server.createApp()
  token = await tokenOf(appId)
})
afterAll(() => server.stop())

async function tokenOf(app: string): Promise<string> {
  const { secret } = await server.json('POST', `/api/v1/apps/${app}/secret`, { key: server.ownerKey })
  const body = { grant_type: 'client_credential', appid: app, secret }
  return String((await server.json('POST', '/cgi-bin/stable_token', { body }))['access_token'])
}

const address = (rest = '', app = appId): string => `/api/v1/apps/${app}/files${rest}`
const pathOf = (url: string): string => new URL(url).pathname
const wechat = (path: string, body: object, as = token): Promise<Record<string, unknown>> =>
  server.json('POST', `${path}?access_token=${as}`, { body })
const list = async (query = ''): Promise<FileList> =>
  fileListSchema.parse(await server.json('GET', address(query), { key: server.ownerKey }))

async function ticket(input: object, app = appId): Promise<string> {
  const path = `/api/v1/apps/${app}/file-uploads`
  return pathOf(fileTicketSchema.parse(await server.json('POST', path, { key: server.ownerKey, body: input })).url)
}
const send = async (to: string, body: Uint8Array | string, type = 'text/plain'): Promise<Response> =>
  server.call('PUT', to, { body, headers: { 'content-type': type } })
async function add(
  path: string,
  body: Uint8Array | string,
  rest: object = {},
): Promise<z.infer<typeof storedFileSchema>> {
  const response = await send(await ticket({ path, ...rest }), body)
  expect(response.status).toBe(201)
  return storedFileSchema.parse(await response.json())
}
async function link(id: string, body: object = {}): Promise<string> {
  const made = await server.json('POST', address(`/${id}/links`), { key: server.ownerKey, body })
  return pathOf(fileTicketSchema.parse(made).url)
}

describe('the files of an app', () => {
  it('are taken and given out by addresses that its server asked for, as WeChat’s cloud does', async () => {
    const upload = z
      .object({ url: z.string(), authorization: z.string(), token: z.string(), cos_file_id: z.string() })
      .parse(await wechat('/tcb/uploadfile', { env: 'prod', path: 'avatars/1.png' }))
    const form = new FormData()
    form.set('key', 'avatars/1.png')
    form.set('Signature', upload.authorization)
    form.set('x-cos-security-token', upload.token)
    form.set('x-cos-meta-fileid', upload.cos_file_id)
    form.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), '1.png')
    const sent = await fetch(server.url + pathOf(upload.url), { method: 'POST', body: form })
    expect(sent.status).toBe(201)

    const fileid = `cloud://${appId}/avatars/1.png`
    const missing = `cloud://${appId}/avatars/2.png`
    const body = { env: 'prod', file_list: [{ fileid, max_age: 60 }, { fileid: missing }] }
    const { file_list: found } = z
      .object({ file_list: z.array(z.object({ fileid: z.string(), download_url: z.string(), status: z.int() })) })
      .parse(await wechat('/tcb/batchdownloadfile', body))
    expect(found.map(({ status }) => status)).toEqual([0, -503_003])
    const got = await server.call('GET', pathOf(found[0]?.download_url ?? ''))
    expect(got.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await got.arrayBuffer())).toEqual(png)

    expect(await wechat('/tcb/batchdeletefile', { fileid_list: [fileid, missing] })).toMatchObject({
      errcode: 0,
      delete_list: [
        { fileid, status: 0 },
        { fileid: missing, status: -503_003 },
      ],
    })
    expect((await server.call('GET', pathOf(found[0]?.download_url ?? ''))).status).toBe(404)
  })

  it('are listed by path, a page at a time, with what is used', async () => {
    for (const name of ['b', 'a', 'c']) await add(`list/${name}.txt`, name)
    const first = await list('?prefix=list/&limit=2')
    expect(first.items.map(({ path }) => path)).toEqual(['list/a.txt', 'list/b.txt'])
    const second = await list(`?prefix=list/&limit=2&cursor=${first.nextCursor}`)
    expect(second.items.map(({ path }) => path)).toEqual(['list/c.txt'])
    expect(second.nextCursor).toBeNull()
    expect(first.usedBytes).toBe(3)
  })

  it('keep their id when another file takes the path, and give the new bytes', async () => {
    const before = await add('profile.txt', 'old')
    const after = await add('profile.txt', 'new')
    expect(after.id).toBe(before.id)
    expect(await (await server.call('GET', await link(before.id))).text()).toBe('new')
  })

  it('leave the disk when nobody has them any more, and stay while somebody has the same', async () => {
    const first = await add('one.txt', 'the same words')
    const second = await add('two.txt', 'the same words')
    const gone = await add('three.txt', 'other words')
    for (const { id } of [first, gone])
      expect((await server.call('DELETE', address(`/${id}`), { key: server.ownerKey })).status).toBe(204)
    const kept = (): Promise<string[]> => readdir(join(server.dataDir, 'files', appId), { recursive: true })
    const names = (files: string[]): string => files.join(' ')
    await vi.waitFor(async () => expect(names(await kept())).not.toContain(gone.sha256), { timeout: 40_000 })
    expect(names(await kept())).toContain(second.sha256)
    expect(await (await server.call('GET', await link(second.id))).text()).toBe('the same words')
  }, 60_000)

  it('are never shown as pages, whatever their sender calls them', async () => {
    const file = await send(await ticket({ path: 'page.html' }), '<script>alert(1)</script>', 'text/html')
    const { id } = storedFileSchema.parse(await file.json())
    const got = await server.call('GET', await link(id))
    expect(got.headers.get('content-type')).toBe('application/octet-stream')
    expect(got.headers.get('content-disposition')).toBe('attachment')
    expect(got.headers.get('content-security-policy')).toContain('sandbox')
    const disguised = await send(await ticket({ path: 'x.png' }), '<svg onload="x"/>', 'image/png')
    expect(storedFileSchema.parse(await disguised.json()).mediaType).toBe('application/octet-stream')
  })
})

describe('an address of a file', () => {
  it('takes only what its server wished for: kind, size, path', async () => {
    const pictures = await ticket({ path: 'a.png', mediaTypes: ['image/*'] })
    expect(await problemCode(await send(pictures, 'words', 'image/png'))).toBe('file.typeRefused')
    expect((await send(pictures, png)).status).toBe(201)
    const small = await ticket({ path: 'b.txt', maxBytes: 4 })
    expect(await problemCode(await send(small, 'words'))).toBe('request.tooLarge')
    for (const path of ['../x', '/x', 'a//b', 'a/./b', 'a\\b', 'a\nb', '']) {
      const refused = await server.call('POST', `/api/v1/apps/${appId}/file-uploads`, {
        key: server.ownerKey,
        body: { path },
      })
      expect(refused.status, path).toBe(400)
    }
  })

  it('ends when its time is over, and is worth nothing when changed or used for something else', async () => {
    const { id } = await add('secret.txt', 'words')
    const to = await ticket({ path: 'late.txt', expiresInSeconds: 60 })
    const from = await link(id, { expiresInSeconds: 60 })
    expect((await server.call('GET', from)).status).toBe(200)
    const [, , text = ''] = from.split('/')
    const changed = `${text.slice(0, 40)}${text[40] === 'A' ? 'B' : 'A'}${text.slice(41)}`
    expect(await problemCode(await server.call('GET', from.replace(text, changed)))).toBe('file.ticketInvalid')
    expect(await problemCode(await send(`/user-files/upload/${text}`, 'words'))).toBe('file.ticketInvalid')
    now += 60_000
    expect(await problemCode(await server.call('GET', from))).toBe('file.ticketInvalid')
    expect(await problemCode(await send(to, 'words'))).toBe('file.ticketInvalid')
  })

  it('is of no use for what another app keeps', async () => {
    const other = await server.createApp('Other')
    const { path } = await add('mine.txt', 'words')
    const file = { fileid: `cloud://${appId}/${path}` }
    expect(await wechat('/tcb/batchdownloadfile', { file_list: [file] }, await tokenOf(other))).toMatchObject({
      file_list: [{ status: -503_003, download_url: '' }],
    })
  })
})

describe('a smaller picture', () => {
  const size = async (from: string): Promise<unknown> => {
    const got = await server.call('GET', from)
    expect(got.status).toBe(200)
    return { type: got.headers.get('content-type'), ...pictureSize(Buffer.from(await got.arrayBuffer())) }
  }

  it('fits its box or fills it, and is never larger than the picture', async () => {
    const { id } = await add('wide.png', PNG.sync.write(new PNG({ width: 400, height: 200 })))
    const cases = [
      [{ width: 100 }, { type: 'image/webp', width: 100, height: 50 }],
      [
        { width: 100, height: 10, format: 'jpeg' },
        { type: 'image/jpeg', width: 20, height: 10 },
      ],
      [
        { width: 60, height: 60, fit: 'cover', format: 'png' },
        { type: 'image/png', width: 60, height: 60 },
      ],
      [{ width: 4000 }, { type: 'image/webp', width: 400, height: 200 }],
    ]
    for (const [variant, expected] of cases) expect(await size(await link(id, { variant }))).toEqual(expected)
  })

  it('is made of pictures only, and of none whose header says that it would fill the memory', async () => {
    const { id: words } = await add('words.txt', 'words')
    const huge = PNG.sync.write(new PNG({ width: 1, height: 1 }))
    huge.writeUInt32BE(60_000, 16)
    huge.writeUInt32BE(60_000, 20)
    const { id: bomb } = await add('bomb.png', huge)
    const { id: cut } = await add('cut.png', png.subarray(0, 40))
    for (const id of [words, bomb, cut]) {
      const got = await server.call('GET', await link(id, { variant: { width: 10 } }))
      expect(await problemCode(got)).toBe('file.notPicture')
    }
  })
})

describe('room for files', () => {
  it('ends where the platform’s owner says, and what is replaced does not count', async () => {
    const limit = 10_000
    const owner = await server.signUpOwner()
    await server.json('PUT', '/api/v1/platform/settings/quotas.fileStorageBytes', {
      headers: owner,
      body: { value: limit },
    })
    await vi.waitFor(async () => expect((await list()).limitBytes).toBe(limit), { timeout: 5000 })
    const room = limit - (await list()).usedBytes
    await add('full.bin', Buffer.alloc(room))
    const more = await send(await ticket({ path: 'more.bin' }), 'x')
    expect(await problemCode(more)).toBe('file.quotaReached')
    await add('full.bin', Buffer.alloc(room, 1))
  })
})

describe('who may', () => {
  it('see files: those who may read data; delete them: those who may manage files; another team neither', async () => {
    const { items } = await list()
    const id = items[0]?.id ?? ''
    const analyst = await server.signUp({ role: 'member', apps: [{ appId, role: 'analyst' }] })
    expect((await server.call('GET', address(), { headers: analyst })).status).toBe(200)
    expect(await problemCode(await server.call('DELETE', address(`/${id}`), { headers: analyst }))).toBe(
      'identity.forbidden',
    )
    const developer = await server.createKey('developer')
    expect((await server.call('GET', address(), { key: developer })).status).toBe(403)
    const other = await server.createTenant()
    for (const [method, path] of [
      ['GET', address()],
      ['DELETE', address(`/${id}`)],
    ] as const)
      expect(await problemCode(await server.call(method, path, { key: other.key }))).toBe('app.notFound')
  })
})
