import { versionContentsSchema } from '@banyan/contract/version-contents'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testArchive } from '#testing/package-archive.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let appId: string
beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp()
  await server.upload(
    appId,
    '1.0.0',
    testArchive({
      script:
        'wx.request({});taro.getLocation({});wx.somethingElse({});element("button", { "open-type": "getPhoneNumber" })',
      assets: { 'images/a.png': { content: Buffer.from('\u0089PNG'), mediaType: 'image/png' } },
    }),
  )
})
afterAll(() => server.stop())

const read = (version: string) =>
  server.call('GET', `/api/v1/apps/${appId}/versions/${version}/contents`, { key: server.ownerKey })

describe('what a version is made of', () => {
  it('names files with their sizes, pages, and the functions that ask for something, whatever a framework calls wx', async () => {
    const contents = versionContentsSchema.parse(await (await read('1.0.0')).json())
    expect(contents.files.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'script /',
      'style /',
      'resource images/a.png',
      'configuration /',
    ])
    expect(contents.files[0]?.sizeBytes).toBeGreaterThan(50)
    expect(contents.pages).toEqual(['pages/home/home'])
    expect(contents.functions).toEqual(['getLocation', 'getPhoneNumber', 'request'])
  })

  it('is not told of a version that is not there', async () => {
    expect(await problemCode(await read('9.9.9'))).toBe('release.versionNotFound')
  })
})
