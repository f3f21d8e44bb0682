/** Which module a `require` means, as WeChat decides it. */
import {
  applyAlias,
  isRelative,
  normalizePath,
  npmFolders,
  npmPackageName,
  resolveFrom,
  type Alias,
} from '../config/paths.ts'

export interface ModuleSource {
  readonly aliases: readonly Alias[]
  /** Path of a module in the output, `.js` or `.json`. */
  has(path: string): boolean
  provideNpm(name: string): boolean
}

export function resolveModule(source: ModuleSource, from: string, reference: string): string | undefined {
  const aliased = applyAlias(source.aliases, reference)
  const direct = resolveFrom(from, aliased)
  const found = direct === undefined ? undefined : moduleAt(source, direct)
  if (found !== undefined || isRelative(aliased) || aliased.startsWith('/')) return found
  const inNpm = () => {
    for (const folder of npmFolders(from)) {
      const path = normalizePath(`${folder}/${aliased}`)
      const module = path === undefined ? undefined : moduleAt(source, path)
      if (module !== undefined) return module
    }
    return undefined
  }
  const name = npmPackageName(aliased)
  return inNpm() ?? (name !== undefined && source.provideNpm(name) ? inNpm() : undefined)
}

function moduleAt(source: ModuleSource, path: string): string | undefined {
  const asScript = path.replace(/\.ts$/, '.js')
  const candidates = path === '' ? ['index.js'] : [asScript, `${path}.js`, `${path}.json`, `${path}/index.js`]
  return candidates.find((candidate) => /\.(js|json)$/.test(candidate) && source.has(candidate))
}
