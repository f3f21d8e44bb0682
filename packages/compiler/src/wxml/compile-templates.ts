/** The templates that pages and components need, with everything they import. */
import type { ProjectFiles } from '../pack/project-files.ts'
import type { Report } from '../pack/report.ts'
import type { Caches } from '../pack/caches.ts'
import { compileTemplate, type CompiledTemplate } from './compile-template.ts'
import { compileWxsFile, type CompiledWxs } from './compile-wxs.ts'
import type { TemplateChunk, WxsChunk } from './emit-templates.ts'
import type { TemplateReference } from './references.ts'

export class Templates {
  readonly #templates = new Map<string, CompiledTemplate>()
  readonly #scripts = new Map<string, CompiledWxs>()
  readonly #words = new Map<string, ReadonlySet<string>>()
  readonly #started = new Set<string>()
  readonly #files: ProjectFiles
  readonly #caches: Caches
  readonly #report: Report

  constructor(files: ProjectFiles, caches: Caches, report: Report) {
    this.#files = files
    this.#caches = caches
    this.#report = report
  }

  /** Compiles a page's or component's template and what it imports. */
  async add(paths: readonly string[]): Promise<void> {
    await Promise.all(paths.map((path) => this.#addTemplate(path)))
  }

  /** Every template that these need, themselves included, and every wxs file. */
  chunksOf(roots: readonly string[]): { templates: TemplateChunk[]; scripts: WxsChunk[] } {
    const scripts = new Set<string>()
    const paths = [...this.#closure(roots)].filter((path) => this.#templates.has(path)).sort()
    const addScript = (path: string) => {
      const script = this.#scripts.get(path)
      if (!script || scripts.has(path)) return
      scripts.add(path)
      for (const target of script.requires) if (target.path !== undefined) addScript(target.path)
    }
    for (const path of paths)
      for (const target of this.#templates.get(path)?.scripts ?? [])
        if (target.path !== undefined) addScript(target.path)
    return {
      templates: paths.map((path) => ({
        path,
        generator: this.#templates.get(path)?.generator ?? 'undefined',
        sections: this.#templates.get(path)?.sections ?? [],
      })),
      scripts: [...scripts].sort().map((path) => ({
        path,
        code: this.#scripts.get(path)?.code ?? '',
        map: this.#scripts.get(path)?.map ?? '',
      })),
    }
  }

  /** Whether one of these templates stands in the template of `root`, by itself or imported. */
  usesAny(root: string, paths: ReadonlySet<string>): boolean {
    return [...this.#closure([root])].some((path) => paths.has(path))
  }

  wordsOf(path: string): ReadonlySet<string> {
    const known = this.#words.get(path)
    if (known) return known
    const words = new Set<string>()
    this.#words.set(path, words)
    for (const part of this.#closure([path])) for (const word of this.#templates.get(part)?.words ?? []) words.add(word)
    return words
  }

  async #addTemplate(path: string): Promise<void> {
    const file = `${path}.wxml`
    if (this.#started.has(file) || this.#files.get(file) === undefined) return
    this.#started.add(file)
    const template = await this.#caches.templates.run(file, (task) => compileTemplate(task, file))
    this.#templates.set(path, template)
    const imported: string[] = []
    for (const reference of template.imports) {
      if (reference.path !== undefined && this.#files.get(`${reference.path}.wxml`) !== undefined)
        imported.push(reference.path)
      else this.#reportMissing(file, reference, 'warning', 'wxml.importMissing', 'template')
    }
    await Promise.all([this.add(imported), this.#addScripts(file, template.scripts)])
  }

  async #addScripts(file: string, references: readonly TemplateReference[]): Promise<void> {
    await Promise.all(references.map((reference) => this.#addScript(file, reference)))
  }

  async #addScript(file: string, reference: TemplateReference): Promise<void> {
    const path = reference.path ?? ''
    const script = `${path}.wxs`
    if (this.#files.get(script) === undefined) {
      this.#reportMissing(file, reference, 'error', 'wxs.missing', 'wxs file')
      this.#scripts.set(path, { code: '', map: '', requires: [] })
      return
    }
    if (this.#started.has(script)) return
    this.#started.add(script)
    const compiled = await this.#caches.wxs.run(script, (task) => compileWxsFile(task, script))
    this.#scripts.set(path, compiled)
    await this.#addScripts(script, compiled.requires)
  }

  #reportMissing(
    file: string,
    { written, offset }: TemplateReference,
    severity: 'error' | 'warning',
    code: string,
    what: string,
  ): void {
    this.#report.add({ severity, code, message: `The ${what} "${written}" was not found.`, file, offset })
  }

  #closure(roots: readonly string[]): Set<string> {
    const closure = new Set<string>()
    const pending = [...roots]
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
      if (closure.has(path)) continue
      closure.add(path)
      for (const target of this.#templates.get(path)?.imports ?? [])
        if (target.path !== undefined) pending.push(target.path)
    }
    return closure
  }
}
