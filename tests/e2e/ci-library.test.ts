/** `@banyan/cli` as build scripts that were written for `miniprogram-ci` use it. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDevSourceMap, packNpm, preview, Project, upload } from '@banyan/cli'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPlatform } from '../support/platform.ts'
import type { Platform } from '../support/platform.ts'

let platform: Platform
let folder: string
let project: Project

beforeAll(async () => {
  platform = await startPlatform()
  folder = await mkdtemp(join(tmpdir(), 'banyan-ci-'))
  const projectPath = join(folder, 'notes')
  await mkdir(join(projectPath, 'more'), { recursive: true })
  await writeFile(
    join(projectPath, 'app.json'),
    '{"pages":["index"],"subPackages":[{"root":"more","pages":["about"]}]}',
  )
  for (const page of ['index', 'more/about']) {
    await writeFile(join(projectPath, `${page}.wxml`), '<view>notes</view>')
    await writeFile(join(projectPath, `${page}.js`), 'Page({})')
  }
  const privateKeyPath = join(folder, 'private.key')
  await writeFile(privateKeyPath, `${platform.apiKey}\n`)
  const appid = await platform.createApp('Notes')
  project = new Project({ appid, type: 'miniProgram', projectPath, privateKeyPath, url: platform.origin })
})
afterAll(async () => {
  await platform?.stop()
  await rm(folder, { recursive: true, force: true })
})

test('uploads a version, tells of its steps, and gives the sizes of its packages', async () => {
  const steps: string[] = []
  expect(await packNpm(project)).toEqual([])
  const { subPackageInfo } = await upload({
    project,
    version: '1.2.0',
    desc: 'Faster search',
    onProgressUpdate: (step) => steps.push(step),
  })
  expect(subPackageInfo.map(({ name }) => name)).toEqual(['__FULL__', '__APP__', '/more/'])
  const [full, ...parts] = subPackageInfo.map(({ size }) => size)
  expect(full).toBe(parts.reduce((sum, size) => sum + size, 0))
  expect(steps.length).toBeGreaterThan(0)
  const [stored] = await platform.client.releases.listVersions(project.appid)
  expect(stored).toMatchObject({ version: '1.2.0', description: 'Faster search' })
  await expect(upload({ project, version: '1.2.0' })).rejects.toMatchObject({ code: 'release.versionTaken' })
})

test('makes a preview with its code as a picture, which opens the page that was named', async () => {
  const picture = join(folder, 'preview.svg')
  const { url, version } = await preview({
    project,
    qrcodeFormat: 'image',
    qrcodeOutputDest: picture,
    pagePath: 'more/about',
    searchQuery: 'id=7',
  })
  expect(version).toMatch(/-preview\.1$/)
  expect(await readFile(picture, 'utf8')).toContain('<svg')
  const opened = await fetch(url)
  expect(opened.status).toBe(200)
  expect(opened.url).toContain('more/about?id=7')
})

test('writes the source maps as a zip', async () => {
  const file = join(folder, 'maps', 'sourcemap.zip')
  await getDevSourceMap({ project, sourceMapSavePath: file })
  const bytes = await readFile(file)
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  for (const name of ['package.js.map', 'more/package.js.map']) expect(bytes.includes(name)).toBe(true)
})

test('says by codes what stands in the way, and can be loaded by require', async () => {
  await writeFile(join(folder, 'notes', 'index.js'), 'Page({')
  await expect(upload({ project, version: '1.3.0' })).rejects.toMatchObject({ code: 'build.failed' })
  const stranger = new Project({
    appid: 'wx0123456789abcdef',
    projectPath: folder,
    url: platform.origin,
    privateKey: platform.apiKey,
  })
  await expect(upload({ project: stranger, version: '1.3.0' })).rejects.toMatchObject({ code: 'app.unknown' })
  const loaded: unknown = createRequire(import.meta.url)('@banyan/cli')
  expect(Object.keys(Object(loaded))).toEqual(expect.arrayContaining(['Project', 'upload', 'preview', 'packNpm']))
})
