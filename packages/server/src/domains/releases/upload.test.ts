import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'
import { testArchive, testPackage } from '#testing/package-archive.ts'
import { writeZip, type ZipEntry } from '#testing/zip-writer.ts'

let server: TestServer
let appId: string
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp()
})
afterAll(() => server.stop())

const good = (): ZipEntry[] => testPackage().entries
const withEntry = (...extra: ZipEntry[]): Buffer => writeZip([...good(), ...extra])
const stray = Buffer.from('nobody refers to this')
const strayHash = createHash('sha256').update(stray).digest('hex')
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

const disguises = [
  ['a page', 'image/png', '\n <!DOCTYPE html><script>alert(1)</script>'],
  ['PHP', 'image/gif', '<?php system($_GET[0]);'],
  ['a shell script', 'font/woff2', '#!/bin/sh\nrm -rf /'],
  ['a Windows program', 'audio/mpeg', 'MZ\u0090\u0000'],
  ['a Linux program', 'video/mp4', '\u007fELF'],
] as const

const hostile: readonly [name: string, archive: () => Buffer, code: string][] = [
  ['is no zip', () => Buffer.from('not a zip at all'), 'archive.unreadable'],
  ['is cut off', () => testArchive().subarray(0, 300), 'archive.unreadable'],
  ['climbs out with ..', () => withEntry({ name: '../../etc/passwd', content: 'x' }), 'archive.nameUnsafe'],
  ['hides .. below maps', () => withEntry({ name: 'maps/../../evil', content: 'x' }), 'archive.nameUnsafe'],
  ['names an absolute path', () => withEntry({ name: '/abs/evil.txt', content: 'x' }), 'archive.nameUnsafe'],
  ['names a drive', () => withEntry({ name: 'C:/evil.txt', content: 'x' }), 'archive.nameUnsafe'],
  ['names a path with backslashes', () => withEntry({ name: 'maps\\..\\evil', content: 'x' }), 'archive.nameUnsafe'],
  ['has a NUL in a name', () => withEntry({ name: 'maps/a\0b', content: 'x' }), 'archive.nameUnsafe'],
  ['has a line break in a name', () => withEntry({ name: 'maps/a\nb', content: 'x' }), 'archive.nameUnsafe'],
  [
    'turns a name around for the eye',
    () => withEntry({ name: 'maps/a\u202egnp.js', content: 'x' }),
    'archive.nameUnsafe',
  ],
  [
    'has a name that is not UTF-8',
    () => withEntry({ name: Buffer.from([0x6d, 0xff, 0xfe]), content: 'x' }),
    'archive.nameUnsafe',
  ],
  ['ends a name with a dot', () => withEntry({ name: 'maps/evil.', content: 'x' }), 'archive.nameUnsafe'],
  ['names a Windows device', () => withEntry({ name: 'maps/con.js', content: 'x' }), 'archive.nameUnsafe'],
  ['has a segment __proto__', () => withEntry({ name: 'maps/__proto__/x', content: 'x' }), 'archive.nameUnsafe'],
  ['has a name of 300 bytes', () => withEntry({ name: `maps/${'a'.repeat(300)}`, content: 'x' }), 'archive.nameUnsafe'],
  ['nests 20 folders', () => withEntry({ name: `maps/${'a/'.repeat(20)}x`, content: 'x' }), 'archive.nameUnsafe'],
  [
    'names a file twice',
    () => withEntry({ name: 'maps/a', content: 'x' }, { name: 'maps/a', content: 'y' }),
    'archive.nameDuplicate',
  ],
  [
    'differs only in case',
    () => withEntry({ name: 'maps/a', content: 'x' }, { name: 'maps/A', content: 'y' }),
    'archive.nameDuplicate',
  ],
  [
    'differs only in composition',
    () => withEntry({ name: 'maps/\u00e9', content: 'x' }, { name: 'maps/e\u0301', content: 'y' }),
    'archive.nameDuplicate',
  ],
  [
    'has a symbolic link',
    () => withEntry({ name: 'maps/link', content: '/etc/passwd', mode: 0o120777 }),
    'archive.kindRefused',
  ],
  ['has a device', () => withEntry({ name: 'maps/disk', content: '', mode: 0o060666 }), 'archive.kindRefused'],
  ['has a setuid file', () => withEntry({ name: 'maps/su', content: 'x', mode: 0o104755 }), 'archive.kindRefused'],
  ['has a folder', () => withEntry({ name: 'maps/a/', content: '' }), 'archive.kindRefused'],
  ['is encrypted', () => withEntry({ name: 'maps/a', content: 'x', flags: 0x801 }), 'archive.encrypted'],
  ['uses another compression', () => withEntry({ name: 'maps/a', content: 'x', method: 14 }), 'archive.unreadable'],
  ['is a bomb of zeros', () => withEntry({ name: 'maps/a', content: Buffer.alloc(20 << 20) }), 'archive.ratioTooHigh'],
  [
    'lies about a size',
    () => withEntry({ name: 'maps/a', content: Buffer.alloc(1 << 20), claimedSizeBytes: 10 }),
    'archive.unreadable',
  ],
  ['claims 4 GB', () => withEntry({ name: 'maps/a', content: 'x', claimedSizeBytes: 0xfffffff0 }), 'archive.tooLarge'],
  ['lies about a checksum', () => withEntry({ name: 'maps/a', content: 'x', claimedCrc: 1 }), 'archive.unreadable'],
  [
    'lets two entries share their bytes',
    () => withEntry({ name: 'maps/a', content: 'x' }, { name: 'maps/b', content: 'x', sharesBytesOf: good().length }),
    'archive.unreadable',
  ],
  [
    'calls an entry by two names',
    () => withEntry({ name: 'maps/a', content: 'x', localName: 'maps/b' }),
    'archive.unreadable',
  ],
  [
    'hides a second directory in a comment',
    () => writeZip(good(), { comment: writeZip([{ name: 'maps/x', content: 'x' }]) }),
    'archive.unreadable',
  ],
  ['has a program in front', () => writeZip(good(), { prefix: Buffer.from('#!/bin/sh\n') }), 'archive.unreadable'],
  ['claims more entries than it has', () => writeZip(good(), { claimedEntryCount: 60 }), 'archive.unreadable'],
  [
    'has 3000 entries',
    () => withEntry(...Array.from({ length: 3000 }, (_, index) => ({ name: `maps/${index}`, content: '' }))),
    'archive.tooManyFiles',
  ],
  [
    'has a file under a wrong hash',
    () => withEntry({ name: `files/${'0'.repeat(64)}`, content: 'x' }),
    'archive.hashMismatch',
  ],
  [
    'has a file that nobody refers to',
    () => withEntry({ name: `files/${strayHash}`, content: stray }),
    'archive.fileUnexpected',
  ],
  [
    'has a file outside its folders',
    () => withEntry({ name: 'index.html', content: '<script>' }),
    'archive.fileUnexpected',
  ],
  ['misses a file', () => writeZip(good().slice(0, -1)), 'archive.fileMissing'],
  ['has no manifest', () => writeZip(good().slice(1)), 'archive.manifestInvalid'],
  [
    'has a manifest of another format',
    () => writeZip([{ name: 'manifest.json', content: '{"format":9}' }, ...good().slice(1)]),
    'archive.manifestInvalid',
  ],
  [
    'repeats a key in a manifest',
    () => writeZip([{ name: 'manifest.json', content: '{"format":1,"format":1}' }, ...good().slice(1)]),
    'archive.jsonUnsafe',
  ],
  [
    'spells a repeated key differently',
    () => testArchive({ config: '{"pages":["a"],"p\\u0061ges":["b"],"entryPagePath":"a"}' }),
    'archive.jsonUnsafe',
  ],
  [
    'nests JSON 40 deep',
    () => testArchive({ config: `{"pages":["a"],"entryPagePath":"a","x":${nested(40)}}` }),
    'archive.jsonUnsafe',
  ],
  [
    'has a key __proto__',
    () => testArchive({ config: '{"pages":["a"],"entryPagePath":"a","__proto__":{}}' }),
    'archive.jsonUnsafe',
  ],
  ['has JSON that is none', () => testArchive({ config: '{pages:1}' }), 'archive.jsonUnsafe'],
  [
    'names an asset outside the app',
    () => testArchive({ assets: { '../up.png': { content: Buffer.from('x'), mediaType: 'image/png' } } }),
    'archive.nameUnsafe',
  ],
  ...disguises.map(([what, mediaType, content]): (typeof hostile)[number] => [
    `calls ${what} ${mediaType}`,
    () => testArchive({ assets: { 'images/a.png': { content: Buffer.from(content), mediaType } } }),
    'archive.contentDisguised',
  ]),
  ['has a package of 3 MB', () => testArchive({ script: randomText(3 << 20) }), 'archive.packageTooLarge'],
]

function randomText(length: number): string {
  let state = 1
  let text = ''
  while (text.length < length) {
    state = (state * 48271) % 0x7fffffff
    text += state.toString(36)
  }
  return text.slice(0, length)
}

async function storedBlobs(): Promise<string[]> {
  const names = await readdir(join(server.dataDir, 'blobs'), { recursive: true })
  return names.filter((name) => /[0-9a-f]{64}$/.test(name) || name.startsWith('drafts/'))
}

describe('an archive is refused, and nothing of it is stored, when it', () => {
  it.each(hostile)('%s', async (_name, archive, code) => {
    const startedAt = performance.now()
    const response = await server.upload(appId, '6.6.6', archive())
    expect(await problemCode(response)).toBe(code)
    expect(response.status).toBe(422)
    expect(await storedBlobs()).toEqual([])
    expect(await server.json('GET', `/api/v1/apps/${appId}/versions`, { key: server.ownerKey })).toEqual({ items: [] })
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })

  it('is larger than an upload may be', async () => {
    const response = await server.upload(appId, '6.6.6', Buffer.alloc(33 << 20))
    expect(await problemCode(response)).toBe('request.tooLarge')
    expect(await storedBlobs()).toEqual([])
  })

  it('does not say that it is a zip', async () => {
    const response = await server.call('POST', `/api/v1/apps/${appId}/versions?version=1.0.0`, {
      key: server.ownerKey,
      body: testArchive(),
      headers: { 'content-type': 'text/html' },
    })
    expect(await problemCode(response)).toBe('request.unsupportedMedia')
  })
})

describe('versions and releases', () => {
  it('keeps an honest package, with its maps, and never changes it', async () => {
    const honest = await server.createApp('Honest')
    const archive = writeZip([...testPackage().entries, { name: 'maps/app.js.map', content: '{"version":3}' }])
    const first = await server.upload(honest, '1.0.0', archive)
    expect(first.status).toBe(201)
    expect(await first.json()).toMatchObject({ appId: honest, version: '1.0.0', fileCount: 4, isCurrent: false })
    const second = await server.upload(honest, '1.0.0', testArchive({ label: 'other' }))
    expect(second.status).toBe(409)
    expect(await problemCode(second)).toBe('release.versionTaken')
  })

  it('keeps pictures whose kind is not the one of their name', async () => {
    const lenient = await server.createApp('Lenient')
    const content = Buffer.from('<!DOCTYPE svg PUBLIC "x" "y"><svg xmlns="http://www.w3.org/2000/svg"/>')
    const assets = {
      'images/a.svg': { content, mediaType: 'image/svg+xml' },
      'b.png': { content, mediaType: 'image/png' },
    }
    expect((await server.upload(lenient, '1.0.0', testArchive({ assets }))).status).toBe(201)
  })

  it.each(['1', '1.0', 'v1.0.0', '1.0.0 ', '', '../1.0.0', '1.0.0/2'])(
    'refuses the version number %j',
    async (version) => {
      const response = await server.upload(appId, encodeURIComponent(version), testArchive())
      expect(await problemCode(response)).toBe('request.invalid')
    },
  )

  it('lets one of several uploads of the same number win', async () => {
    const raced = await server.createApp('Raced')
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((label) => server.upload(raced, '1.0.0', testArchive({ label }))),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3)
  })

  it('numbers releases that are made at the same time one after the other', async () => {
    const busy = await server.createApp('Busy')
    await server.upload(busy, '1.0.0', testArchive())
    const answers = await Promise.all(Array.from({ length: 20 }, () => server.publish(busy, '1.0.0')))
    const sequences = await Promise.all(answers.map(async (response) => Number(Object(await response.json()).sequence)))
    expect(sequences.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    const current = await server.json('GET', `/api/v1/apps/${busy}/releases/current`, { key: server.ownerKey })
    expect(current['sequence']).toBe(20)
  })

  it('publishes an earlier version again under a higher number', async () => {
    const back = await server.createApp('Back')
    await server.upload(back, '1.0.0', testArchive({ label: 'one' }))
    await server.upload(back, '1.1.0', testArchive({ label: 'two' }))
    for (const version of ['1.0.0', '1.1.0', '1.0.0']) expect((await server.publish(back, version)).status).toBe(201)
    const current = await server.json('GET', `/api/v1/apps/${back}/releases/current`, { key: server.ownerKey })
    expect(current).toMatchObject({ version: '1.0.0', sequence: 3, path: `/a/${back}/` })
    const versions = await server.json('GET', `/api/v1/apps/${back}/versions`, { key: server.ownerKey })
    expect(versions['items']).toMatchObject([
      { version: '1.1.0', isCurrent: false },
      { version: '1.0.0', isCurrent: true },
    ])
  })

  it('does not publish what was never uploaded', async () => {
    expect(await problemCode(await server.publish(appId, '9.9.9'))).toBe('release.versionNotFound')
    const current = await server.call('GET', `/api/v1/apps/${appId}/releases/current`, { key: server.ownerKey })
    expect(await problemCode(current)).toBe('release.none')
  })
})
