/** The code of the packages that have arrived, and WeChat's `require` over it. */
import type { AppConfig, ComponentConfig, ModuleFunction, PackageScript } from '@banyan/contract/package-format'
import { isFunction, isRecord } from '../values.ts'
import { pluginRootOf } from '../../bridge/plugin-paths.ts'
import { folderOf, resolvePath } from './paths.ts'

export interface AppRequire {
  (path: string, onReady?: (exports: unknown) => void, onFail?: (reason: unknown) => void): unknown
  async(path: string): Promise<unknown>
  /** `requireMiniProgram()` of a plugin's module. */
  miniProgram(): unknown
}

interface LoadedModule {
  exports: unknown
}

export interface PackageLoading {
  readonly plugins: NonNullable<AppConfig['plugins']>
  /** The root of the package that a path belongs to, `''` for the main one. */
  rootOf(path: string): string
  load(root: string): Promise<void>
}

export class CodeStore {
  private readonly packages = new Map<string, PackageScript>()
  private readonly templates = new Map<string, Readonly<Record<string, unknown>>>()
  private readonly modules = new Map<string, ModuleFunction>()
  private readonly loaded = new Map<string, LoadedModule>()
  private readonly running: string[] = []
  private readonly loading: PackageLoading
  private readonly onError: (error: unknown) => void

  constructor(loading: PackageLoading, onError: (error: unknown) => void) {
    this.loading = loading
    this.onError = onError
  }

  add(script: PackageScript): void {
    this.packages.set(script.root, script)
    for (const [path, run] of Object.entries(script.modules)) this.modules.set(path, run)
  }

  has(root: string): boolean {
    return this.packages.has(root)
  }

  hasModule(path: string): boolean {
    return this.modules.has(path)
  }

  configOf(path: string): ComponentConfig | undefined {
    return this.packageWith(path)?.components[path]
  }

  templateOf(path: string): unknown {
    const owner = this.packageWith(path)
    if (owner === undefined) return undefined
    try {
      let templates = this.templates.get(owner.root)
      if (templates === undefined) {
        templates = owner.templates()
        this.templates.set(owner.root, templates)
      }
      return templates[path]
    } catch (error) {
      this.onError(error)
      return undefined
    }
  }

  /** In development the packages know which lines of the app's own files theirs were made from. */
  readonly mapStack = (stack: string): string => {
    let mapped = stack
    for (const script of this.packages.values()) mapped = script.mapStack?.(mapped) ?? mapped
    // What is left of other scripts is the runtime's own.
    return mapped === stack ? stack : mapped.replace(/\n.*\bblob:.*/g, '')
  }

  /** The innermost component whose own file is running. */
  get runningComponent(): string | undefined {
    return this.running.findLast((path) => this.configOf(path) !== undefined)
  }

  /** Runs a module once; a module that throws may be tried again. */
  run(path: string): unknown {
    const known = this.loaded.get(path)
    if (known !== undefined) return known.exports
    const run = this.modules.get(path)
    if (run === undefined) throw new Error(`module '${path}' is not defined`)
    const module: LoadedModule = { exports: {} }
    this.loaded.set(path, module)
    this.running.push(path.replace(/\.js$/, ''))
    try {
      run(this.requireFor(path), module, module.exports)
    } catch (error) {
      this.loaded.delete(path)
      throw error
    } finally {
      this.running.pop()
    }
    return module.exports
  }

  requireFor(base: string): AppRequire {
    const require = (path: string, onReady?: unknown, onFail?: unknown): unknown => {
      if (isFunction(onReady)) {
        this.requireAsync(path, base).then(
          (exports) => onReady(exports),
          (error: unknown) => {
            if (isFunction(onFail)) onFail(error)
          },
        )
        return undefined
      }
      const found = this.find(path, base)
      if (found === undefined) {
        const message = `module '${resolvePath(path, base)}.js' is not defined, require args is '${path}'`
        // Apps ask for the code before they do without a file that may be missing.
        throw Object.assign(new Error(message), { code: 'MODULE_NOT_FOUND' })
      }
      return this.run(found)
    }
    return Object.assign(require, {
      async: (path: string) => this.requireAsync(path, base),
      miniProgram: () => this.miniProgramFor(base),
    })
  }

  private async requireAsync(path: string, base: string): Promise<unknown> {
    try {
      const root = this.loading.rootOf(resolvePath(path, base))
      if (!this.has(root)) await this.loading.load(root)
      return this.requireFor(base)(path)
    } catch (error) {
      throw Object.assign(Object(error), { mod: path, errMsg: String(isRecord(error) ? error['message'] : error) })
    }
  }

  /** `requirePlugin`: what the main module of a plugin exports. */
  readonly requirePlugin = Object.assign(
    (name: unknown, onReady?: unknown, onFail?: unknown): unknown => {
      const main = `/${this.loading.plugins[String(name)]?.main ?? `plugin://${String(name)}`}`
      return this.requireFor('')(
        main,
        isFunction(onReady) ? onReady : undefined,
        isFunction(onFail) ? onFail : undefined,
      )
    },
    { async: (name: unknown) => this.requireAsync(`/${this.loading.plugins[String(name)]?.main ?? String(name)}`, '') },
  )

  private miniProgramFor(base: string): unknown {
    const { exported } = Object.values(this.loading.plugins).find(({ root }) => base.startsWith(root)) ?? {}
    return exported === undefined ? undefined : this.requireFor('')(`/${exported}`)
  }

  /** Relative and absolute paths, then `miniprogram_npm` upwards, then what WeChat tolerates: a relative path without a dot. */
  private find(path: string, base: string): string | undefined {
    if (typeof path !== 'string') return undefined
    if (!/^\.{0,2}\//.test(path)) {
      for (let folder = folderOf(base); ; folder = folderOf(folder.slice(0, -1))) {
        const found = this.existing(`${folder}miniprogram_npm/${path}`)
        if (found !== undefined || folder === '') {
          if (found !== undefined) return found
          break
        }
      }
    }
    const root = pluginRootOf(base)
    return (
      this.existing(resolvePath(path, base)) ??
      (root === '' ? undefined : this.existing(resolvePath(`/${root}${path}`, base))) ??
      this.existing(resolvePath(`/${path}`, base))
    )
  }

  private existing(path: string): string | undefined {
    return [path, `${path}.js`, `${path}/index.js`].find((candidate) => this.modules.has(candidate))
  }

  private packageWith(path: string): PackageScript | undefined {
    for (const script of this.packages.values()) if (Object.hasOwn(script.components, path)) return script
    return undefined
  }
}
