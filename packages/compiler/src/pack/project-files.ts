/** The files of the mini-program as the compiler sees them: those on disk, and the npm packages built from `node_modules`. */
import { join } from 'node:path'
import { NpmBuilder } from '../config/npm.ts'
import type { Finding } from '../diagnostics.ts'
import type { SourceFile, SourceTree } from './source-tree.ts'

export interface ProjectFilesOptions {
  readonly projectRoot: string
  readonly miniprogramRoot: string
  readonly isProduction: boolean
  readonly tree: SourceTree
}

export class ProjectFiles {
  readonly folder: string
  readonly #tree: SourceTree
  readonly #miniprogramRoot: string
  readonly #npm: NpmBuilder
  #packed = new Map<string, SourceFile>()
  #provided = new Map<string, ReadonlyMap<string, SourceFile> | undefined>()

  constructor({ projectRoot, miniprogramRoot, isProduction, tree }: ProjectFilesOptions) {
    this.folder = join(projectRoot, miniprogramRoot)
    this.#tree = tree
    this.#miniprogramRoot = miniprogramRoot
    this.#npm = new NpmBuilder({ projectRoot, folder: this.folder, isProduction })
  }

  /** Starts a build: `isPacked` decides by paths relative to the project root. */
  begin(isPacked: (path: string) => boolean): void {
    const own = new Map<string, SourceFile>()
    const paths = [...this.#tree.files.keys()].sort()
    for (const path of paths) {
      const file = this.#tree.files.get(path)
      if (file && !isProjectFile(path) && isPacked(this.#miniprogramRoot + path) && isPacked(path)) own.set(path, file)
    }
    const before = this.#provided
    this.#packed = own
    this.#provided = new Map()
    // Packages that the last build needed are looked at at once: their results can then be used again.
    for (const name of [...before.keys()].sort()) this.provideNpm(name, () => undefined)
  }

  get(path: string): SourceFile | undefined {
    return this.#packed.get(path)
  }

  paths(): string[] {
    return [...this.#packed.keys()].sort()
  }

  provideNpm(name: string, report: (finding: Finding) => void): boolean {
    if (this.#provided.has(name)) return this.#provided.get(name) !== undefined
    const files = this.#npm.provide(name, report)
    this.#provided.set(name, files)
    for (const [path, file] of files ?? []) if (!this.#packed.has(path)) this.#packed.set(path, file)
    return files !== undefined
  }
}

const projectFiles = new Set([
  'project.config.json',
  'project.private.config.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'jsconfig.json',
])

function isProjectFile(path: string): boolean {
  return projectFiles.has(path)
}
