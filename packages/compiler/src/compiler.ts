/** Builds a project again and again: what has not changed is taken from the build before. */
import { resolve, join } from 'node:path'
import { existsSync } from 'node:fs'
import type { Diagnostic } from '@banyan/contract/diagnostics'
import type { PackageManifest } from '@banyan/contract/package-format'
import { readApp, type App } from './config/app-config.ts'
import { checkIndependence } from './config/check-independence.ts'
import { buildGraph, type ComponentNode } from './config/component-graph.ts'
import { provideExtendedLibraries } from './config/extended-libraries.ts'
import { parseJson, readJson } from './config/json-file.ts'
import { declaredPlugins, pluginFolders } from './config/plugins.ts'
import { readProject, type Project } from './config/project.ts'
import { compareDiagnostics } from './diagnostics.ts'
import { assemble } from './pack/assemble.ts'
import { collectAssets } from './pack/collect-assets.ts'
import { isolationOf, planConfig, planPackages, reportMissingTemplates } from './pack/plan.ts'
import { emitPatches } from './pack/patches.ts'
import { ProjectFiles } from './pack/project-files.ts'
import { Report } from './pack/report.ts'
import { SourceTree } from './pack/source-tree.ts'
import { openCaches, openProjectCache } from './pack/caches.ts'
import { compileScripts } from './script/compile-scripts.ts'
import { Templates } from './wxml/compile-templates.ts'
import { compileStyles } from './wxss/compile-styles.ts'

export interface CompilerOptions {
  /** Folder of the project: the one with project.config.json, or with app.json. */
  readonly root: string
  readonly mode: 'development' | 'production'
}

export interface BuildProject {
  readonly appid?: string
  readonly projectName?: string
  /** Says the project: `web-view` may show any site while developing. */
  readonly opensAnySite?: boolean
  /** Relative to the project root, `''` or with a trailing slash. */
  readonly miniprogramRoot: string
  /** Origin that the app calls -> origin that answers while developing. */
  readonly upstreams?: Readonly<Record<string, string>>
}

export interface BuildStats {
  readonly durationMs: number
  /** What this build compiled anew, by kind: `script`, `template`, `wxs`, `style`, `json`. */
  readonly compiled: Readonly<Record<string, readonly string[]>>
  readonly modules: number
  readonly pages: number
  readonly components: number
}

export interface Build {
  readonly manifest: PackageManifest
  /** SHA-256 in hex -> bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** `<package root>package.js.map` -> index map of the package's script. */
  readonly sourceMaps: ReadonlyMap<string, Uint8Array>
  /** Package scripts with only what this build compiled anew: for pages that are open. Made when asked for. */
  readonly patches: readonly string[]
  /** Errors first. A build with errors still runs; it must not be uploaded. */
  readonly diagnostics: readonly Diagnostic[]
  readonly project: BuildProject
  readonly stats: BuildStats
}

export interface Compiler {
  /** The first call builds everything, later ones what has changed on disk since. */
  build(): Promise<Build>
  /** Spares the next build the search for changes: only these absolute paths are looked at. */
  changed(paths: Iterable<string>): void
  dispose(): void
}

export function createCompiler(options: CompilerOptions): Compiler {
  return new ProjectCompiler({ ...options, root: resolve(options.root) })
}

class ProjectCompiler implements Compiler {
  readonly #options: CompilerOptions
  readonly #caches = openCaches()
  readonly #projectCache = openProjectCache()
  #opened: { miniprogramRoot: string; tree: SourceTree; files: ProjectFiles } | undefined
  #changed: Set<string> | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: CompilerOptions) {
    this.#options = options
  }

  changed(paths: Iterable<string>): void {
    this.#changed ??= new Set()
    for (const path of paths) this.#changed.add(resolve(path))
  }

  build(): Promise<Build> {
    const build = this.#last.then(() => this.#build())
    this.#last = build.catch(() => undefined)
    return build
  }

  dispose(): void {
    this.#opened = undefined
  }

  async #build(): Promise<Build> {
    const startedAt = performance.now()
    const { mode } = this.#options
    const { project, diagnostics } = this.#readProject()
    const files = this.#open(project)
    const caches = this.#caches
    caches.traces.begin(
      files,
      new Map([
        ['mode', mode],
        ['syntax', project.readsEarly ? 'es5' : 'written'],
      ]),
    )
    const report = new Report(files)
    const app = caches.app.runSync('app.json', readApp)
    const extendedSheets = provideExtendedLibraries(app.json, files)
    const graph = this.#graph(app, files, report)
    const { plugins = {}, workers } = app.config
    const inPlugins = Object.values(plugins).flatMap(({ main, exported }) => [main, exported])
    const entries = [
      'app.js',
      ...[...graph.keys(), ...inPlugins.filter((path) => path !== undefined)].map((path) => `${path}.js`),
      ...files.paths().filter((path) => workers !== undefined && path.startsWith(workers) && path.endsWith('.js')),
    ]
    const compilingScripts = compileScripts({
      files,
      caches,
      report,
      aliases: app.aliases,
      prefersTypeScript: project.prefersTypeScript,
      entries,
    })
    const templates = new Templates(files, caches, report)
    const [scripts] = await Promise.all([compilingScripts, templates.add([...graph.keys()].sort())])
    const owners = [...graph.values()].map((node) => ({
      path: node.path,
      isPage: node.isPage,
      styleIsolation: isolationOf(node, scripts),
    }))
    const styles = await compileStyles({ files, cache: caches.styles, owners, extendedSheets })
    const compiled = { app, graph, scripts, templates, styles }
    const config = planConfig(compiled, report)
    reportMissingTemplates(app, graph, files, report)
    checkIndependence(app, graph, report)
    const areas = [...new Set([...scripts.compiled.values()].flatMap((script) => script.areas))].sort()
    const packages = planPackages(compiled)
    const assembly = assemble({
      config,
      areas,
      packages,
      assets: collectAssets(files, graph),
      isProduction: mode === 'production',
    })
    const all = [...diagnostics, ...report.diagnostics, ...caches.traces.finish()].sort(compareDiagnostics)
    const computed = caches.traces.computed()
    let sourceMaps: ReadonlyMap<string, Uint8Array> | undefined
    return {
      manifest: assembly.manifest,
      files: assembly.files,
      get sourceMaps() {
        return (sourceMaps ??= assembly.sourceMaps())
      },
      get patches() {
        return emitPatches(packages, templates, computed)
      },
      diagnostics: withoutRepeats(all),
      project: {
        miniprogramRoot: project.miniprogramRoot,
        ...(project.appid === undefined ? {} : { appid: project.appid }),
        ...(project.projectName === undefined ? {} : { projectName: project.projectName }),
        ...(project.opensAnySite ? { opensAnySite: true } : {}),
        ...(project.upstreams === undefined ? {} : { upstreams: project.upstreams }),
      },
      stats: {
        durationMs: Math.round(performance.now() - startedAt),
        compiled: computed,
        modules: scripts.modules.length,
        pages: config.pages.length,
        components: [...graph.values()].filter(({ isPage }) => !isPage).length,
      },
    }
  }

  #readProject(): { project: Project; diagnostics: Diagnostic[] } {
    const { root } = this.#options
    const top = new SourceTree(root, root)
    top.refresh(
      ['project.config.json', 'project.private.config.json']
        .map((name) => join(root, name))
        .filter((path) => existsSync(path)),
    )
    this.#projectCache.traces.begin({ get: (path) => top.files.get(path) }, new Map())
    const project = this.#projectCache.project.runSync(root, (task) =>
      readProject(task, (path) => existsSync(join(root, path))),
    )
    return { project, diagnostics: this.#projectCache.traces.finish() }
  }

  #open(project: Project): ProjectFiles {
    const { root, mode } = this.#options
    const { miniprogramRoot } = project
    const changed = this.#changed
    this.#changed = undefined
    if (this.#opened?.miniprogramRoot === miniprogramRoot) {
      if (!changed || !this.#opened.tree.refresh(changed)) this.#opened.tree.scan()
    } else {
      const tree = new SourceTree(join(root, miniprogramRoot), root)
      tree.scan()
      const files = new ProjectFiles({
        projectRoot: root,
        miniprogramRoot,
        isProduction: mode === 'production',
        tree,
        npmFolders: project.npmFolders,
      })
      this.#opened = { miniprogramRoot, tree, files }
    }
    const { files } = this.#opened
    files.begin(project.isPacked)
    const app = parseJson(files.get('app.json')?.text() ?? '')
    for (const plugin of declaredPlugins(app)) files.mountPlugin(plugin.root, pluginFolders(plugin, project))
    return files
  }

  #graph(app: App, files: ProjectFiles, report: Report): Map<string, ComponentNode> {
    const source = {
      app: app.json,
      aliases: app.aliases,
      plugins: app.config.plugins ?? {},
      json: (path: string) => this.#caches.json.runSync(path, (task) => readJson(task, path)),
      exists: (path: string) => files.get(path) !== undefined,
      provideNpm: (name: string) => files.provideNpm(name, report.add),
      report: report.add,
    }
    const extra = app.config.tabBar?.custom === true ? ['custom-tab-bar/index'] : []
    return buildGraph(source, app.config.pages, extra)
  }
}

/** A file imported by two others is read twice; its warnings are shown once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({ file, line, column, code, message }) => {
    const key = `${file}:${line}:${column}:${code}:${message}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
