/** Finds the file behind an import without touching the disk: relative paths, `#aliases` and doors of workspace packages. */
import { posix } from 'node:path'

export interface WorkspacePackage {
  readonly name: string
  /** Relative to the repository, without a trailing slash. */
  readonly folder: string
  readonly exports: Readonly<Record<string, string>>
  readonly imports: Readonly<Record<string, string>>
}

export type Target =
  | { readonly kind: 'file'; readonly file: string; readonly through: 'path' | 'alias' | 'door' }
  | { readonly kind: 'npm'; readonly name: string }
  | { readonly kind: 'builtin' }
  | { readonly kind: 'notExported'; readonly packageName: string }
  | { readonly kind: 'unknownAlias' }

export function resolveImport(specifier: string, importer: string, packages: readonly WorkspacePackage[]): Target {
  if (specifier.startsWith('.')) {
    return { kind: 'file', file: posix.join(posix.dirname(importer), specifier), through: 'path' }
  }
  if (specifier.startsWith('node:')) return { kind: 'builtin' }
  if (specifier.startsWith('#')) {
    const owner = packageOf(importer, packages)
    const path = owner && matchEntry(owner.imports, specifier)
    if (owner === undefined || path === undefined) return { kind: 'unknownAlias' }
    return { kind: 'file', file: posix.join(owner.folder, path), through: 'alias' }
  }
  const name = packageName(specifier)
  const workspace = packages.find((each) => each.name === name)
  if (workspace === undefined) return { kind: 'npm', name }
  const path = matchEntry(workspace.exports, `.${specifier.slice(name.length)}`)
  if (path === undefined) return { kind: 'notExported', packageName: name }
  return { kind: 'file', file: posix.join(workspace.folder, path), through: 'door' }
}

/** The innermost workspace package that holds a file. */
export function packageOf(file: string, packages: readonly WorkspacePackage[]): WorkspacePackage | undefined {
  return packages
    .filter((each) => file.startsWith(`${each.folder}/`))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0]
}

function packageName(specifier: string): string {
  const parts = specifier.split('/')
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

function matchEntry(entries: Readonly<Record<string, string>>, wanted: string): string | undefined {
  const exact = entries[wanted]
  if (exact !== undefined) return exact
  for (const [key, value] of Object.entries(entries)) {
    const [before = '', after] = key.split('*')
    if (after === undefined) continue
    if (wanted.length > before.length + after.length && wanted.startsWith(before) && wanted.endsWith(after)) {
      return value.replaceAll('*', wanted.slice(before.length, wanted.length - after.length))
    }
  }
  return undefined
}
