/**
 * Results of earlier builds, each with the files that it was made from. A result is used again exactly when all of these
 * are unchanged, so an edit recomputes what depends on it and nothing else.
 */
import type { Diagnostic } from '@banyan/contract/diagnostics'
import { diagnose, type Finding } from '../diagnostics.ts'
import type { SourceFile } from './source-tree.ts'

export interface FileView {
  get(path: string): SourceFile | undefined
}

/** What a computation may know of the project: everything that it looks at is recorded. */
export interface Task {
  read(path: string): SourceFile | undefined
  exists(path: string): boolean
  /** A setting of the build that is not a file. */
  input(name: string): string
  report(finding: Finding): void
}

interface Trace {
  readonly value: unknown
  readonly versions: ReadonlyMap<string, number>
  readonly existence: ReadonlyMap<string, boolean>
  readonly inputs: ReadonlyMap<string, string>
  readonly diagnostics: readonly Diagnostic[]
}

export class Traces {
  readonly #kept = new Map<string, Trace>()
  #used = new Set<string>()
  #inputs: ReadonlyMap<string, string> = new Map()
  #view: FileView = { get: () => undefined }
  readonly computed = new Map<string, string[]>()

  begin(view: FileView, inputs: ReadonlyMap<string, string>): void {
    this.#view = view
    this.#inputs = inputs
    this.#used = new Set()
    this.computed.clear()
  }

  /** Diagnostics of everything that this build used; results that it did not use are dropped. */
  finish(): Diagnostic[] {
    const diagnostics: Diagnostic[] = []
    for (const [key, trace] of this.#kept) {
      if (this.#used.has(key)) diagnostics.push(...trace.diagnostics)
      else this.#kept.delete(key)
    }
    return diagnostics
  }

  async run<T>(kind: string, path: string, compute: (task: Task) => Promise<T> | T): Promise<T> {
    const key = `${kind}:${path}`
    const kept = this.#reuse<T>(key)
    if (kept) return kept.value
    const recorder = new Recorder(this.#view, this.#inputs)
    const value = await compute(recorder)
    this.#keep(kind, path, recorder.finish(value))
    return value
  }

  runSync<T>(kind: string, path: string, compute: (task: Task) => T): T {
    const key = `${kind}:${path}`
    const kept = this.#reuse<T>(key)
    if (kept) return kept.value
    const recorder = new Recorder(this.#view, this.#inputs)
    const value = compute(recorder)
    this.#keep(kind, path, recorder.finish(value))
    return value
  }

  #reuse<T>(key: string): { value: T } | undefined {
    const trace = this.#kept.get(key)
    if (!trace || !(this.#used.has(key) || this.#isFresh(trace))) return undefined
    this.#used.add(key)
    return { value: valueOf<T>(trace) }
  }

  #keep(kind: string, path: string, trace: Trace): void {
    const key = `${kind}:${path}`
    this.#kept.set(key, trace)
    this.#used.add(key)
    const computed = this.computed.get(kind) ?? []
    // What follows the bar tells variants of one file apart.
    computed.push(path.replace(/\|.*$/, ''))
    this.computed.set(kind, computed)
  }

  #isFresh(trace: Trace): boolean {
    for (const [path, version] of trace.versions) if ((this.#view.get(path)?.version ?? 0) !== version) return false
    for (const [path, exists] of trace.existence) if ((this.#view.get(path) !== undefined) !== exists) return false
    for (const [name, value] of trace.inputs) if ((this.#inputs.get(name) ?? '') !== value) return false
    return true
  }
}

/** The only place that knows: a key is always used with one type of result. */
function valueOf<T>(trace: Trace): T {
  return trace.value as T
}

class Recorder implements Task {
  readonly #versions = new Map<string, number>()
  readonly #existence = new Map<string, boolean>()
  readonly #dependencies = new Map<string, string>()
  readonly #diagnostics: Diagnostic[] = []
  readonly #view: FileView
  readonly #inputs: ReadonlyMap<string, string>

  constructor(view: FileView, inputs: ReadonlyMap<string, string>) {
    this.#view = view
    this.#inputs = inputs
  }

  read(path: string): SourceFile | undefined {
    const file = this.#view.get(path)
    this.#versions.set(path, file?.version ?? 0)
    return file
  }

  exists(path: string): boolean {
    const exists = this.#view.get(path) !== undefined
    this.#existence.set(path, exists)
    return exists
  }

  input(name: string): string {
    const value = this.#inputs.get(name) ?? ''
    this.#dependencies.set(name, value)
    return value
  }

  report(finding: Finding): void {
    const shownAs = this.#view.get(finding.file)?.shownAs
    this.#diagnostics.push(diagnose(shownAs === undefined ? finding : { ...finding, file: shownAs }))
  }

  finish(value: unknown): Trace {
    return { value, versions: this.#versions, existence: this.#existence, inputs: this.#dependencies, diagnostics: this.#diagnostics }
  }
}
