/** Paths inside a mini-program: no leading slash, `/` between names. */

/** `path` as written in the file `base`; a leading slash means the root of the app. */
export function resolvePath(path: string, base: string): string {
  const start = path.startsWith('/') ? [] : base.split('/').slice(0, -1)
  const names: string[] = []
  for (const name of [...start, ...path.split('/')]) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return names.join('/')
}

export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
