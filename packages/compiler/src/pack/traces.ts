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

interface Trace<T> {
  readonly value: T
  readonly versions: ReadonlyMap<string, number>
  readonly existence: ReadonlyMap<string, boolean>
  readonly inputs: ReadonlyMap<string, string>
  readonly diagnostics: readonly Diagnostic[]
}

/** What one build sees. */
interface Situation {
  readonly view: FileView
  readonly inputs: ReadonlyMap<string, string>
}

/** What is common to the results of every kind. */
interface Kind {
  readonly name: string
  readonly computed: readonly string[]
  begin(): void
  finish(): Diagnostic[]
}

/** All results of one compiler. */
export class Traces {
  readonly #results: Kind[] = []
  #situation: Situation = { view: { get: () => undefined }, inputs: new Map() }

  kind<T>(name: string): Results<T> {
    const results = new Results<T>(name, () => this.#situation)
    this.#results.push(results)
    return results
  }

  begin(view: FileView, inputs: ReadonlyMap<string, string>): void {
    this.#situation = { view, inputs }
    for (const results of this.#results) results.begin()
  }

  /** Diagnostics of everything that this build used; results that it did not use are dropped. */
  finish(): Diagnostic[] {
    return this.#results.flatMap((results) => results.finish())
  }

  /** What this build computed anew: kind -> paths. */
  computed(): Record<string, readonly string[]> {
    const computed: Record<string, readonly string[]> = {}
    for (const { name, computed: paths } of this.#results) if (paths.length > 0) computed[name] = [...paths].sort()
    return computed
  }
}

/** Results of one kind: all styles, all scripts. */
export class Results<T> {
  readonly name: string
  readonly computed: string[] = []
  readonly #kept = new Map<string, Trace<T>>()
  readonly #used = new Set<string>()
  readonly #situation: () => Situation

  constructor(name: string, situation: () => Situation) {
    this.name = name
    this.#situation = situation
  }

  begin(): void {
    this.computed.length = 0
    this.#used.clear()
  }

  finish(): Diagnostic[] {
    const diagnostics: Diagnostic[] = []
    for (const [key, trace] of this.#kept) {
      if (this.#used.has(key)) diagnostics.push(...trace.diagnostics)
      else this.#kept.delete(key)
    }
    return diagnostics
  }

  /** `variant` tells several results of one file apart. */
  async run(path: string, compute: (task: Task) => Promise<T> | T, variant = ''): Promise<T> {
    const kept = this.#reuse(path + variant)
    if (kept) return kept.value
    const recorder = new Recorder(this.#situation())
    return this.#keep(path, variant, recorder.finish(await compute(recorder)))
  }

  runSync(path: string, compute: (task: Task) => T): T {
    const kept = this.#reuse(path)
    if (kept) return kept.value
    const recorder = new Recorder(this.#situation())
    return this.#keep(path, '', recorder.finish(compute(recorder)))
  }

  #reuse(key: string): Trace<T> | undefined {
    const trace = this.#kept.get(key)
    if (!trace || !(this.#used.has(key) || isFresh(trace, this.#situation()))) return undefined
    this.#used.add(key)
    return trace
  }

  #keep(path: string, variant: string, trace: Trace<T>): T {
    this.#kept.set(path + variant, trace)
    this.#used.add(path + variant)
    this.computed.push(path)
    return trace.value
  }
}

function isFresh({ versions, existence, inputs }: Trace<unknown>, situation: Situation): boolean {
  const { view } = situation
  for (const [path, version] of versions) if ((view.get(path)?.version ?? 0) !== version) return false
  for (const [path, exists] of existence) if ((view.get(path) !== undefined) !== exists) return false
  for (const [name, value] of inputs) if ((situation.inputs.get(name) ?? '') !== value) return false
  return true
}

class Recorder implements Task {
  readonly #versions = new Map<string, number>()
  readonly #existence = new Map<string, boolean>()
  readonly #dependencies = new Map<string, string>()
  readonly #diagnostics: Diagnostic[] = []
  readonly #view: FileView
  readonly #inputs: ReadonlyMap<string, string>

  constructor({ view, inputs }: Situation) {
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

  finish<T>(value: T): Trace<T> {
    return {
      value,
      versions: this.#versions,
      existence: this.#existence,
      inputs: this.#dependencies,
      diagnostics: this.#diagnostics,
    }
  }
}
