/** Which packages a page needs, and their scripts on the way to the worker, each once. */
import type { AppConfig, CodePackage, StyleMap } from '@banyan/contract/package-format'
import type { ToWorker } from '../bridge/host-messages.ts'
import type { BuildFiles } from './files.ts'

export interface SubPackages {
  /** Roots that must be there before the page is opened, the main package first. */
  rootsOf(route: string): readonly string[]
  isLoaded(root: string): boolean
  /** Resolves when script and styles have been handed over. Rejects when there is no such package or it cannot be loaded. */
  load(root: string): Promise<void>
  /** `preloadRule` of a page that is shown: what comes next is fetched beside it. */
  preload(route: string): void
}

export function createSubPackages(
  config: AppConfig,
  files: BuildFiles,
  deliver: { script(message: ToWorker): Promise<void>; styles(styles: StyleMap): void },
): SubPackages {
  const loads = new Map<string, Promise<void>>()
  const loaded = new Set<string>()

  const loadPackage = async (codePackage: CodePackage) => {
    const [source, styles] = await Promise.all([files.script(codePackage), files.styles(codePackage)])
    deliver.styles(styles)
    await deliver.script({ type: 'package', root: codePackage.root, source })
    loaded.add(codePackage.root)
  }

  const load = (root: string): Promise<void> => {
    const known = loads.get(root)
    if (known !== undefined) return known
    const codePackage = files.findPackage(root)
    if (codePackage === undefined) return Promise.reject(new Error(`no package ${root}`))
    const loading = loadPackage(codePackage)
    loads.set(root, loading)
    loading.catch(() => loads.delete(root))
    return loading
  }

  return {
    rootsOf(route) {
      const owner = config.subPackages.find(({ root }) => route.startsWith(root))
      if (owner === undefined) return ['']
      return owner.independent && loaded.size === 0 ? [owner.root] : ['', owner.root]
    },
    isLoaded: (root) => loaded.has(root),
    load,
    preload(route) {
      const rule = Object.hasOwn(config.preloadRule, route) ? config.preloadRule[route] : undefined
      if (rule === undefined || (rule.network !== 'all' && isCellular())) return
      // A failure shows when the package is really needed.
      for (const root of rule.packages) load(root).catch(() => undefined)
    },
  }
}

/** Where a browser does not tell what it is connected by, it counts as free of charge. */
function isCellular(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection')
  return typeof connection === 'object' && connection !== null && Reflect.get(connection, 'type') === 'cellular'
}
