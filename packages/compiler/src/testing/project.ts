/** Small projects for tests: written to a folder of their own, compiled, and run. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll } from 'vitest'
import type { AppConfig, AssetTable, ComponentConfig, StyleMap } from '@banyan/contract/package-format'
import { createCompiler, type Build, type CompilerOptions } from '../index.ts'

export type ProjectSources = Readonly<Record<string, string | Uint8Array>>

const written: string[] = []

afterAll(() => {
  for (const root of written.splice(0)) rmSync(root, { recursive: true, force: true })
})

export function writeProject(sources: ProjectSources): string {
  const root = mkdtempSync(join(tmpdir(), 'banyan-compiler-'))
  written.push(root)
  writeSources(root, sources)
  return root
}

export function writeSources(root: string, sources: ProjectSources): void {
  for (const [path, content] of Object.entries(sources)) {
    const absolute = join(root, path)
    mkdirSync(dirname(absolute), { recursive: true })
    writeFileSync(absolute, content)
  }
}

/** A project of one page, `pages/home`, with the given files added or replaced. */
export function homeProject(sources: ProjectSources = {}): ProjectSources {
  return {
    'app.json': '{ "pages": ["pages/home"] }',
    'app.js': 'App({})',
    'pages/home.js': 'Page({})',
    'pages/home.wxml': '<view>home</view>',
    ...sources,
  }
}

export function compile(sources: ProjectSources, mode: CompilerOptions['mode'] = 'development'): Promise<Build> {
  return createCompiler({ root: writeProject(sources), mode }).build()
}

export function errorsOf(build: Build): string[] {
  return build.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`)
}

export function warningsOf(build: Build): string[] {
  return build.diagnostics
    .filter(({ severity }) => severity === 'warning')
    .map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`)
}

export const configOf = (build: Build): AppConfig => jsonOf(build, build.manifest.config.hash)
export const assetsOf = (build: Build): AssetTable => jsonOf(build, build.manifest.assets.hash)

export function stylesOf(build: Build, root = ''): StyleMap {
  return jsonOf(build, packageOf(build, root).style.hash)
}

export function scriptTextOf(build: Build, root = ''): string {
  return textOf(build, packageOf(build, root).script.hash)
}

export interface RunningPackage {
  require(path: string): unknown
  readonly modulePaths: readonly string[]
  readonly templates: Readonly<Record<string, unknown>>
  readonly components: Readonly<Record<string, ComponentConfig>>
  /** wxs files that threw. */
  readonly wxsFailures: readonly string[]
}

type ModuleFunction = (require: (path: string) => unknown, module: { exports: unknown }, exports: unknown) => void

interface HandedOver {
  readonly modules: Readonly<Record<string, ModuleFunction>>
  readonly templates: () => Readonly<Record<string, unknown>>
  readonly components: Readonly<Record<string, ComponentConfig>>
}

/** Runs a package's script as a worker does. `globals` are what its code finds besides the language. */
export function runPackage(
  build: Build,
  { root = '', globals = {} }: { root?: string; globals?: Record<string, unknown> } = {},
): RunningPackage {
  let handedOver: HandedOver | undefined
  const wxsFailures: string[] = []
  const banyan = Object.assign((script: HandedOver) => (handedOver = script), {
    wxs: {
      wrapChangeProp: (listener: unknown) => listener,
      wrapListener: () => undefined,
      getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
      getDate: () => new Date(0),
      typeOf: (value: unknown) => Object.prototype.toString.call(value).slice(8, -1),
      fail: (path: string) => wxsFailures.push(path),
    },
  })
  const nothing = () => undefined
  runInNewContext(scriptTextOf(build, root), {
    $banyan: banyan,
    App: nothing,
    Page: nothing,
    Component: nothing,
    ...globals,
  })
  if (!handedOver) throw new Error('the package did not call $banyan')
  const { modules, templates, components } = handedOver
  const loaded = new Map<string, { exports: unknown }>()
  const require = (path: string): unknown => {
    const name = path.replace(/^\//, '')
    const known = loaded.get(name)
    if (known) return known.exports
    const run = modules[name]
    if (!run) throw new Error(`module '${path}' is not defined`)
    const module = { exports: {} }
    loaded.set(name, module)
    run(require, module, module.exports)
    return module.exports
  }
  return { require, modulePaths: Object.keys(modules), templates: templates(), components, wxsFailures }
}

function packageOf(build: Build, root: string): Build['manifest']['packages'][number] {
  const found = build.manifest.packages.find((item) => item.root === root)
  if (!found) throw new Error(`no package "${root}"`)
  return found
}

function textOf(build: Build, hash: string): string {
  return Buffer.from(build.files.get(hash) ?? '').toString()
}

/** Test code knows which file it reads. */
function jsonOf<T>(build: Build, hash: string): T {
  const value: T = JSON.parse(textOf(build, hash))
  return value
}
