/** Component libraries and an app from npm that nobody of this project wrote. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCompiler, type Build } from './index.ts'
import { configOf, errorsOf, homeProject, runPackage, writeProject } from './testing/project.ts'

const require = createRequire(import.meta.url)
const installed = (name: string) => dirname(require.resolve(`${name}/package.json`))

/** A page that uses every component of a library. */
async function buildEverythingOf(name: string, folder: string): Promise<{ build: Build; count: number }> {
  const library = installed(name)
  const files = readdirSync(join(library, folder), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  )
  const components = files
    .filter((path) => readFileSync(join(library, folder, path), 'utf8').includes('"component"'))
    .map((path) => path.slice(0, -5))
  const using = Object.fromEntries(components.map((path, index) => [`x-${index}`, `${name}/${path}`]))
  const template = components.map((_, index) => `<x-${index}/>`).join('')
  const root = writeProject(
    homeProject({ 'pages/home.json': JSON.stringify({ usingComponents: using }), 'pages/home.wxml': template }),
  )
  mkdirSync(dirname(join(root, 'node_modules', name)), { recursive: true })
  symlinkSync(library, join(root, 'node_modules', name))
  return { build: await createCompiler({ root, mode: 'production' }).build(), count: components.length }
}

function expectWhole(build: Build, root?: string): void {
  expect(errorsOf(build)).toEqual([])
  const running = runPackage(build, root === undefined ? {} : { root })
  expect(Object.keys(running.components).filter((path) => typeof running.templates[path] !== 'function')).toEqual([])
  expect(running.wxsFailures).toEqual([])
}

describe('libraries', { timeout: 120_000 }, () => {
  it.each([
    ['@vant/weapp', 'lib', 71],
    ['tdesign-miniprogram', 'miniprogram_dist', 105],
  ])('every component of %s compiles from node_modules', async (name, folder, expectedCount) => {
    const { build, count } = await buildEverythingOf(name, folder)
    expect(count).toBe(expectedCount)
    expectWhole(build)
  })

  it('the example app of wux-weapp compiles, 97 pages', async () => {
    const build = await createCompiler({ root: join(installed('wux-weapp'), 'example'), mode: 'production' }).build()
    expect(configOf(build).pages).toHaveLength(97)
    expectWhole(build)
    for (const { styles } of Object.values(configOf(build).pageConfigs)) expect(styles[0]).toBe('app')
  })
})
