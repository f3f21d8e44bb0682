/**
 * `miniprogram_npm` made from `node_modules` the way WeChat's tool does: a package with a `miniprogram` folder is taken as it
 * stands; of any other package the main file is bundled into one `index.js`. Only packages that the app refers to are built.
 */
import { buildSync } from 'esbuild'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { isObject, type JsonObject } from './json-file.ts'
import { SourceTree, virtualFile, type SourceFile } from '../pack/source-tree.ts'
import type { Finding } from '../diagnostics.ts'

export interface NpmHost {
  readonly projectRoot: string
  /** Where the mini-program lies, then others: `node_modules` is looked for from here upwards to the project root. */
  readonly folders: readonly string[]
  readonly isProduction: boolean
}

interface NpmPackage {
  readonly files: ReadonlyMap<string, SourceFile>
  readonly stamp: string
  readonly findings: readonly Finding[]
}

export class NpmBuilder {
  readonly #host: NpmHost
  readonly #packages = new Map<string, NpmPackage>()

  readonly #ownPackages = new Map<string, string>()

  constructor(host: NpmHost) {
    this.#host = host
  }

  /** What stands for a package that is not installed in the project. */
  useOwnPackage(name: string, folder: string): void {
    this.#ownPackages.set(name, folder)
  }

  /** Files of `miniprogram_npm/<name>/`, or undefined when no such package is installed. */
  provide(name: string, report: (finding: Finding) => void): ReadonlyMap<string, SourceFile> | undefined {
    const folder = this.#find(name)
    if (folder === undefined) return undefined
    const manifestPath = join(folder, 'package.json')
    const stats = statSync(manifestPath)
    const stamp = `${folder}:${stats.mtimeMs}:${stats.size}`
    let found = this.#packages.get(name)
    if (found?.stamp !== stamp) {
      found = this.#build(name, folder, stamp)
      this.#packages.set(name, found)
    }
    found.findings.forEach(report)
    return found.files
  }

  #find(name: string): string | undefined {
    for (const start of this.#host.folders) {
      for (let folder = start; ; folder = dirname(folder)) {
        const candidate = join(folder, 'node_modules', name)
        if (existsSync(join(candidate, 'package.json'))) return candidate
        if (folder === this.#host.projectRoot || folder === dirname(folder)) break
      }
    }
    return this.#ownPackages.get(name)
  }

  #build(name: string, folder: string, stamp: string): NpmPackage {
    const manifest = readManifest(folder)
    const declared = typeof manifest.miniprogram === 'string' ? manifest.miniprogram : 'miniprogram_dist'
    const isMiniProgram = existsSync(join(folder, declared)) && statSync(join(folder, declared)).isDirectory()
    if (isMiniProgram) return { files: this.#copy(name, join(folder, declared)), stamp, findings: [] }
    return this.#bundle(name, folder, manifest, stamp)
  }

  #copy(name: string, folder: string): Map<string, SourceFile> {
    const isOwn = folder.startsWith(join(this.#ownPackages.get(name) ?? '\0', sep))
    // Where the compiler lies must not show in the output.
    const tree = new SourceTree(folder, isOwn ? join(folder, '..') : this.#host.projectRoot)
    tree.scan()
    const paths = [...tree.files].map(([path, file]): [string, SourceFile] => [`miniprogram_npm/${name}/${path}`, file])
    return new Map(paths)
  }

  #bundle(name: string, folder: string, manifest: JsonObject, stamp: string): NpmPackage {
    const target = `miniprogram_npm/${name}/index.js`
    try {
      const result = buildSync({
        // A file of the package by its own path, so that the folder's place on this machine does not show in the output.
        absWorkingDir: folder,
        stdin: {
          contents: `module.exports = require(${JSON.stringify(`./${entryOf(folder, manifest)}`)})`,
          resolveDir: folder,
        },
        bundle: true,
        packages: 'external',
        format: 'cjs',
        platform: 'neutral',
        mainFields: ['module', 'main'],
        target: 'es2020',
        write: false,
        logLevel: 'silent',
        define: { 'process.env.NODE_ENV': JSON.stringify(this.#host.isProduction ? 'production' : 'development') },
      })
      const content = result.outputFiles[0]?.text ?? ''
      const shownAs = relative(this.#host.projectRoot, join(folder, 'package.json')).split(sep).join('/')
      return { files: new Map([[target, virtualFile(shownAs, content)]]), stamp, findings: [] }
    } catch (error) {
      const message = `The npm package "${name}" could not be bundled: ${error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : String(error)}`
      return {
        files: new Map(),
        stamp,
        findings: [{ severity: 'warning', code: 'npm.bundle', message, file: 'app.json' }],
      }
    }
  }
}

function entryOf(folder: string, manifest: JsonObject): string {
  for (const field of [manifest.main, manifest.module]) {
    if (typeof field !== 'string') continue
    const path = field.replace(/^\.\//, '')
    if (['', '.js', '/index.js'].some((suffix) => existsSync(join(folder, path + suffix)))) return path
  }
  return 'index.js'
}

function readManifest(folder: string): JsonObject {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
