import { versionComparisonSchema, type VersionComparison } from '@banyan/contract/version-comparison'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testArchive } from '#testing/package-archive.ts'
import { problemCode, startTestServer, type TestServer } from '#testing/test-server.ts'

let server: TestServer
let appId: string

/** In the lines that the compiler writes. */
const script = (options: {
  modules: Record<string, string>
  templates: Record<string, string>
  configs: Record<string, object>
}): string => {
  const modules = Object.entries(options.modules).map(
    ([path, code]) => `${JSON.stringify(path)}:function(require,module,exports){\n${code}\n},\n`,
  )
  const templates = Object.entries(options.templates).map(
    ([path, code]) => `$lazy(${JSON.stringify(path)},function(){return ${code}});\n`,
  )
  const configs = Object.fromEntries(Object.entries(options.configs).map(([path, source]) => [path, { source }]))
  return (
    `$banyan({root:"",modules:{\n${modules.join('')}},\ntemplates:function(){var G={};\n` +
    `${templates.join('')}return G},\ncomponents:${JSON.stringify(configs)}});\n`
  )
}
const config = (...pages: string[]): string => JSON.stringify({ pages, entryPagePath: pages[0], source: { pages } })
const text = (words: string): { content: Buffer; mediaType: string } => ({
  content: Buffer.from(words),
  mediaType: 'text/plain',
})

beforeAll(async () => {
  server = await startTestServer()
  appId = await server.createApp()
  const first = testArchive({
    config: config('pages/home/home', 'pages/old/old', 'pages/same/same'),
    assets: { 'words.txt': text('old'), 'gone.txt': text('gone') },
    script: script({
      modules: { '/pages/home/home.js': "wx.request({url:'https://one.example/x'})", '/util.js': 'exports.a=1' },
      templates: { 'pages/home/home': 'E("view",{})', 'pages/same/same': 'E("text",{},)' },
      configs: { 'pages/home/home': { navigationBarTitleText: 'Home' }, 'pages/same/same': {} },
    }),
  })
  const second = testArchive({
    config: config('pages/home/home', 'pages/new/new', 'pages/same/same'),
    assets: { 'words.txt': text('newer') },
    script: script({
      modules: {
        '/pages/home/home.js': "wx.connectSocket({url:'wss://two.example:8443/x'})",
        '/util.js': 'exports.a=1',
        '/pages/new/new.js': 'Page({})',
      },
      templates: { 'pages/home/home': 'E("button",{})', 'pages/same/same': 'E("text",{},)' },
      configs: { 'pages/home/home': { navigationBarTitleText: 'Start' }, 'pages/same/same': {} },
    }),
  })
  for (const [version, archive] of [
    ['1.0.0', first],
    ['1.1.0', second],
  ] as const) {
    const answer = await server.upload(appId, version, archive)
    if (answer.status !== 201) throw new Error(`version ${version} was refused: ${await answer.text()}`)
  }
})
afterAll(() => server.stop())

const address = (version: string, before: string): string =>
  `/api/v1/apps/${appId}/versions/${version}/comparison?with=${before}`
const compare = async (version: string, before: string): Promise<VersionComparison> =>
  versionComparisonSchema.parse(await server.json('GET', address(version, before), { key: server.ownerKey }))

describe('two versions', () => {
  it('are compared file by file, with sizes, and what is the same is left out', async () => {
    const { files, sizeBytes } = await compare('1.1.0', '1.0.0')
    expect(files.map(({ path, change }) => [path, change])).toEqual([
      ['app.json', 'changed'],
      ['gone.txt', 'removed'],
      ['pages/home/home.js', 'changed'],
      ['pages/home/home.json', 'changed'],
      ['pages/home/home.wxml', 'changed'],
      ['pages/new/new.js', 'added'],
      ['words.txt', 'changed'],
    ])
    expect(files.find(({ path }) => path === 'words.txt')).toMatchObject({ bytesBefore: 3, bytesAfter: 5 })
    expect(files.find(({ path }) => path === 'gone.txt')).toMatchObject({ bytesBefore: 4, bytesAfter: null })
    const sizeOf = async (version: string): Promise<unknown> =>
      (await server.json('GET', `/api/v1/apps/${appId}/versions/${version}`, { key: server.ownerKey }))['sizeBytes']
    expect(sizeBytes).toEqual({ before: await sizeOf('1.0.0'), after: await sizeOf('1.1.0') })
  })

  it('tell which pages, functions, built-in tags and servers came and went', async () => {
    const { pages, functions, components, domains } = await compare('1.1.0', '1.0.0')
    expect(Object.fromEntries(pages.map(({ path, change }) => [path, change]))).toEqual({
      'pages/home/home': 'changed',
      'pages/new/new': 'added',
      'pages/same/same': 'same',
      'pages/old/old': 'removed',
    })
    expect(functions).toEqual({ added: ['connectSocket'], removed: ['request'] })
    expect(components).toEqual({ added: ['button'], removed: ['view'] })
    expect(domains).toEqual({ added: ['wss://two.example:8443'], removed: ['https://one.example'] })
  })

  it('are not different from themselves, and a version that is not there is told', async () => {
    const same = await compare('1.0.0', '1.0.0')
    expect([same.files, same.domains.added, same.functions.removed]).toEqual([[], [], []])
    const missing = await server.call('GET', address('1.1.0', '9.0.0'), { key: server.ownerKey })
    expect(await problemCode(missing)).toBe('release.versionNotFound')
  })

  it('are shown to members of the app, and to no other team', async () => {
    const key = await server.createKey('developer')
    expect((await server.call('GET', address('1.1.0', '1.0.0'), { key })).status).toBe(200)
    const other = await server.createTenant()
    expect(await problemCode(await server.call('GET', address('1.1.0', '1.0.0'), { key: other.key }))).toBe(
      'app.notFound',
    )
  })
})
