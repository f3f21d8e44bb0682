/** Paths inside a mini-program: forward slashes, no leading slash, relative to its root. */

/** Resolves `..` and `.`; undefined when the path leaves the root. */
export function normalizePath(path: string): string | undefined {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

function folderOf(path: string): string {
  const at = path.lastIndexOf('/')
  return at === -1 ? '' : path.slice(0, at)
}

/** A reference as written in `from`: absolute with a leading slash, else relative to the folder of `from`. */
export function resolveFrom(from: string, reference: string): string | undefined {
  return normalizePath(reference.startsWith('/') ? pluginRootOf(from) + reference : `${folderOf(from)}/${reference}`)
}

/** The root of the plugin that a file belongs to, with a trailing slash; `''` for the app's own files. */
export function pluginRootOf(path: string): string {
  return /^(?:.*?\/)?__plugin__\/[^/]+\//.exec(path)?.[0] ?? ''
}

export function isRelative(reference: string): boolean {
  return reference.startsWith('./') || reference.startsWith('../') || reference === '.' || reference === '..'
}

/** The folders named `miniprogram_npm` that a file may take a package from, nearest first. */
export function npmFolders(from: string): string[] {
  const folders: string[] = []
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
    const name = folder.slice(folder.lastIndexOf('/') + 1)
    if (name !== 'miniprogram_npm') folders.push(folder === '' ? 'miniprogram_npm' : `${folder}/miniprogram_npm`)
    if (folder === '') return folders
  }
}

/** `@scope/name/rest` -> `@scope/name`; undefined when it cannot be an npm package. */
export function npmPackageName(specifier: string): string | undefined {
  return /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-zA-Z0-9~-][\w.~-]*/.exec(specifier)?.[0]
}

export function withoutExtension(path: string): string {
  return path.replace(/\.\w+$/, '')
}

/** `resolveAlias` of app.json: `"~/*": "/*"`, `"@utils/*": "utils/*"`. */
export interface Alias {
  readonly prefix: string
  readonly isPattern: boolean
  readonly target: string
}

export function applyAlias(aliases: readonly Alias[], reference: string): string {
  for (const { prefix, isPattern, target } of aliases) {
    if (isPattern ? reference.startsWith(prefix) : reference === prefix)
      return `/${target}${isPattern ? reference.slice(prefix.length) : ''}`
  }
  return reference
}
