import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testArchive, testPackage } from '#testing/package-archive.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'
import { writeZip } from '#testing/zip-writer.ts'

const body = '0123456789abcdefghjkmnpqrstvwxyz'
const secret = `bys_${body}${createHash('sha256').update(body).digest('hex').slice(0, 6)}`
const halves = [secret.slice(0, 20), secret.slice(20)] as const
const base64 = Buffer.from(`key=${secret};`).toString('base64')
const script = (code: string): Buffer => testArchive({ script: `$banyan({});${code}` })
const picture = (content: string | Buffer): Buffer =>
  testArchive({
    assets: {
      'logo.png': {
        content: Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(content)]),
        mediaType: 'image/png',
      },
    },
  })

const leaking: readonly [string, () => Buffer][] = [
  ['plain', () => script(`const s='${secret}'`)],
  ['in base64', () => script(`const s=atob('${base64}')`)],
  ['in base64 with text before it in the same run', () => script(`const s=atob('QUJD${base64}')`)],
  ['in two pieces', () => script(`const s='${halves[0]}'+'${halves[1]}'`)],
  ['in two pieces over two lines', () => script(`const s="${halves[0]}" +\n  "${halves[1]}"`)],
  ['in a list that is joined', () => script(`const s=['${halves[0]}', '${halves[1]}'].join('')`)],
  ['in base64 in pieces', () => script(`const s=atob('${base64.slice(0, 30)}'+'${base64.slice(30)}')`)],
  ['turned around', () => script(`const s='${secret.split('').reverse().join('')}'`)],
  [
    'in the configuration',
    () => testArchive({ config: JSON.stringify({ pages: ['a'], entryPagePath: 'a', s: secret }) }),
  ],
  ['in the bytes of a picture', () => picture(`tEXt${secret}`)],
  ['in base64 in a picture', () => picture(`tEXt${base64}`)],
  [
    'in a source map',
    () =>
      writeZip([...testPackage().entries, { name: 'maps/app.js.json', content: JSON.stringify([`s='${secret}'`]) }]),
  ],
  [
    'in pieces in a source map',
    () =>
      writeZip([
        ...testPackage().entries,
        { name: 'maps/app.js.json', content: JSON.stringify([`s='${halves[0]}' +\n '${halves[1]}'`]) },
      ]),
  ],
]

const clean: readonly [string, () => Buffer][] = [
  ['a secret with a wrong checksum', () => script(`const s='bys_${body}ffffff'`)],
  ['a placeholder', () => script(`const s='byk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'`)],
  ['long base64', () => script(`const s='${Buffer.alloc(3000, 'banyan').toString('base64')}'`)],
]

let server: TestServer
let appId = ''
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp()
})
afterAll(() => server.stop())

describe('an upload that holds a secret of the platform', () => {
  it.each(leaking)('%s is refused', async (_name, archive) => {
    const response = await server.upload(appId, '6.6.6', archive())
    const text = await response.clone().text()
    expect(await problemCode(response)).toBe('archive.secretFound')
    expect(text).not.toContain(body)
  })

  it.each(clean)('is not mistaken for %s', async (name, archive) => {
    const version = `1.0.${clean.findIndex(([other]) => other === name)}`
    expect((await server.upload(appId, version, archive())).status).toBe(201)
  })
})
