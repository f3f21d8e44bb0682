/** All modules of the app: compiled, their `require` paths resolved, and which of them the app can reach. */
import type { Alias } from '../config/paths.ts'
import type { ProjectFiles } from '../pack/project-files.ts'
import type { Report } from '../pack/report.ts'
import type { Caches } from '../pack/caches.ts'
import { compileJsonModule } from './json-module.ts'
import { compileScript, type CompiledScript } from './compile-script.ts'
import { replaceRanges, type Replacement } from './requires.ts'
import { resolveModule } from './resolve-module.ts'
import { shiftMap } from './source-map.ts'

export interface Module {
  /** With `.js` or `.json`. */
  readonly path: string
  readonly code: string
  readonly map: string
}

export interface Scripts {
  readonly modules: readonly Module[]
  /** Module path -> what was compiled. */
  readonly compiled: ReadonlyMap<string, CompiledScript>
}

export interface ScriptRequest {
  readonly files: ProjectFiles
  readonly caches: Caches
  readonly report: Report
  readonly aliases: readonly Alias[]
  readonly prefersTypeScript: boolean
  /** Modules that the app starts from: `app.js`, pages, components. */
  readonly entries: readonly string[]
}

export async function compileScripts(request: ScriptRequest): Promise<Scripts> {
  const { files, caches, report, entries } = request
  const compiled = new Map<string, CompiledScript>()
  let sources = sourcesOf(files, request.prefersTypeScript)
  const resolved = new Map<string, (string | undefined)[]>()
  const jsonModules = new Set<string>()
  // Resolving may bring in npm packages, whose scripts then have requires of their own.
  for (
    let missing = [...sources.keys()];
    missing.length > 0;
    missing = [...sources.keys()].filter((path) => !compiled.has(path))
  ) {
    const results = await Promise.all(
      missing.map((path) =>
        caches.scripts.run(sources.get(path) ?? path, (task) => compileScript(task, sources.get(path) ?? path)),
      ),
    )
    results.forEach((result, index) => compiled.set(missing[index] ?? '', result))
    const moduleSource = {
      aliases: request.aliases,
      has: (path: string) => sources.has(path) || (path.endsWith('.json') && files.get(path) !== undefined),
      provideNpm: (name: string) => {
        const isProvided = files.provideNpm(name, report.add)
        sources = sourcesOf(files, request.prefersTypeScript)
        return isProvided
      },
    }
    for (const path of missing) {
      const targets = (compiled.get(path)?.requires ?? []).map((site) => resolveModule(moduleSource, path, site.path))
      resolved.set(path, targets)
      for (const target of targets) if (target?.endsWith('.json')) jsonModules.add(target)
    }
  }
  const reached = reachable(entries, resolved)
  const modules: Module[] = []
  for (const [path, script] of [...compiled].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const targets = resolved.get(path) ?? []
    reportScript(request, { path, source: sources.get(path) ?? path, script, targets, isReached: reached.has(path) })
    modules.push(linked(path, script, targets))
  }
  for (const path of [...jsonModules].sort())
    modules.push({ path, map: '', code: caches.jsonModules.runSync(path, (task) => compileJsonModule(task, path)) })
  return { modules: modules.sort((a, b) => (a.path < b.path ? -1 : 1)), compiled }
}

/** Module path -> source path. */
function sourcesOf(files: ProjectFiles, prefersTypeScript: boolean): Map<string, string> {
  const sources = new Map<string, string>()
  for (const path of files.paths()) {
    if (path.endsWith('.js') && !sources.has(path)) sources.set(path, path)
    else if (path.endsWith('.ts') && !path.endsWith('.d.ts')) {
      const module = path.replace(/\.ts$/, '.js')
      if (prefersTypeScript || files.get(module) === undefined) sources.set(module, path)
    }
  }
  return sources
}

function reachable(
  entries: readonly string[],
  resolved: ReadonlyMap<string, readonly (string | undefined)[]>,
): Set<string> {
  const reached = new Set<string>()
  const pending = [...entries]
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (reached.has(path)) continue
    reached.add(path)
    for (const target of resolved.get(path) ?? []) if (target !== undefined) pending.push(target)
  }
  return reached
}

interface ScriptState {
  readonly path: string
  readonly source: string
  readonly script: CompiledScript
  readonly targets: readonly (string | undefined)[]
  readonly isReached: boolean
}

function reportScript({ files, report }: ScriptRequest, { source, script, targets, isReached }: ScriptState): void {
  for (const finding of script.findings) report.add(isReached ? finding : { ...finding, severity: 'warning' })
  if (!isReached || source.startsWith('miniprogram_npm/')) return
  const text = files.get(source)?.text() ?? ''
  script.requires.forEach(({ path }, index) => {
    if (targets[index] !== undefined) return
    const offset = Math.max(text.indexOf(`'${path}'`), text.indexOf(`"${path}"`), text.indexOf(`\`${path}\``))
    const message = `The module "${path}" was not found.`
    report.add({
      severity: 'warning',
      code: 'script.moduleMissing',
      message,
      file: source,
      text,
      offset: offset === -1 ? 0 : offset,
    })
  })
}

const linkedModules = new WeakMap<CompiledScript, { key: string; module: Module }>()

function linked(path: string, script: CompiledScript, targets: readonly (string | undefined)[]): Module {
  const key = `${path}\n${targets.join('\n')}`
  const known = linkedModules.get(script)
  if (known?.key === key) return known.module
  const { code, map, requires } = script
  const replacements: Replacement[] = []
  requires.forEach(({ start, end }, index) => {
    const target = targets[index]
    if (target !== undefined) replacements.push({ start, end, text: JSON.stringify(`/${target}`) })
  })
  const module = { path, code: replaceRanges(code, replacements), map: shiftMap(map, code, replacements) }
  linkedModules.set(script, { key, module })
  return module
}
