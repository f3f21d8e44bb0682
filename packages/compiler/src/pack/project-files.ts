/** The files of the mini-program as the compiler sees them: those on disk, and the npm packages built from `node_modules`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { NpmBuilder } from '../config/npm.ts'
import type { Finding } from '../diagnostics.ts'
import { SourceTree, type SourceFile } from './source-tree.ts'

export interface ProjectFilesOptions {
  readonly projectRoot: string
  readonly miniprogramRoot: string
  readonly isProduction: boolean
  readonly tree: SourceTree
  /** More folders, from the project's root, whose node_modules may be used. */
  readonly npmFolders: readonly string[]
}

export class ProjectFiles {
  readonly folder: string
  readonly #tree: SourceTree
  readonly #miniprogramRoot: string
  readonly #npm: NpmBuilder
  readonly #projectRoot: string
  readonly #mounted = new Map<string, SourceTree>()
  #packed = new Map<string, SourceFile>()
  #provided = new Map<string, ReadonlyMap<string, SourceFile> | undefined>()

  constructor({ projectRoot, miniprogramRoot, isProduction, tree, npmFolders }: ProjectFilesOptions) {
    this.folder = join(projectRoot, miniprogramRoot)
    this.#tree = tree
    this.#miniprogramRoot = miniprogramRoot
    const folders = [this.folder, ...npmFolders.map((folder) => join(projectRoot, folder))]
    this.#npm = new NpmBuilder({ projectRoot, folders, isProduction })
    this.#projectRoot = projectRoot
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

  /** Brings the files of the first of these folders that is a plugin, from the project's root, under `root`. */
  mountPlugin(root: string, folders: readonly string[]): void {
    const folder = folders.find((candidate) => existsSync(join(this.#projectRoot, candidate, 'plugin.json')))
    if (folder === undefined) return
    const absolute = join(this.#projectRoot, folder)
    const tree = this.#mounted.get(absolute) ?? new SourceTree(absolute, this.#projectRoot)
    this.#mounted.set(absolute, tree)
    tree.scan()
    const inside = `${folder}/`.startsWith(this.#miniprogramRoot)
      ? `${folder.slice(this.#miniprogramRoot.length)}/`
      : undefined
    // Vendored inside the mini-program: there it is no part of the app itself.
    if (inside !== undefined && inside !== root)
      for (const path of this.#packed.keys()) if (path.startsWith(inside)) this.#packed.delete(path)
    for (const [path, file] of tree.files) this.#packed.set(root + path, file)
  }

  /** For a package that the app may leave to the compiler. */
  useOwnPackage(name: string, folder: string): void {
    this.#npm.useOwnPackage(name, folder)
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
