/** Directories, moving, and telling what is there. */
import { parseLocalPath, userRoot } from '../../../bridge/local-paths.ts'
import { fileErrors } from './file-error.ts'
import { parentOf, type FileOperations } from './file-operations.ts'
import { statsOf } from './stats.ts'

export function access({ tree }: FileOperations, path: string): void {
  if (tree.find(path) === undefined) throw fileErrors.notFound(path)
}

export function makeDirectory(files: FileOperations, path: string, isRecursive: boolean): void {
  const local = parseLocalPath(path)
  if (local?.place !== 'user') throw fileErrors.denied(`open ${path}`)
  const found = files.tree.find(path)
  if (found !== undefined) {
    // Like `mkdir -p`, the recursive form is content with a directory that is there.
    if (isRecursive && found.isDirectory) return
    throw fileErrors.exists(path)
  }
  const missing: string[] = []
  for (let at = local.path; at.length > userRoot.length; at = parentOf(at)) {
    const node = files.tree.find(at)
    if (node?.isDirectory === false) throw fileErrors.notDirectory(at)
    if (node !== undefined) break
    missing.unshift(at)
  }
  if (!isRecursive && missing.length > 1) throw fileErrors.notFound(path)
  files.tree.change(missing.map((each) => ({ path: each, body: undefined })))
}

export function removeDirectory(files: FileOperations, path: string, isRecursive: boolean): void {
  const local = parseLocalPath(path)
  if (local?.place !== 'user') throw fileErrors.denied(`open ${path}`)
  const found = files.mustFind(path, path)
  if (!found.isDirectory) throw fileErrors.notDirectory(path)
  const inside = files.tree.list(local, true).map((name) => `${local.path}/${name}`)
  if (inside.length > 0 && !isRecursive) throw fileErrors.notEmpty()
  // The user's own directory is always there.
  files.tree.change([], local.path === userRoot ? inside : [...inside, local.path])
}

export function readDirectory(files: FileOperations, path: string): string[] {
  const local = parseLocalPath(path)
  if (local === undefined) throw fileErrors.denied(`open ${path}`)
  const found = files.mustFind(path, path)
  if (!found.isDirectory) throw fileErrors.notDirectory(path)
  return files.tree.list(found)
}

export function rename(files: FileOperations, from: string, to: string): void {
  const what = `rename ${from} -> ${to}`
  const source = files.mustBeUserPath(from, what)
  const found = files.mustFind(from, what)
  const target = files.mustBeUserPath(to, what)
  const parent = files.tree.find(parentOf(target.path))
  if (parent === undefined || !parent.isDirectory) throw fileErrors.notFound(what)
  if (source.path === target.path) return
  if (target.path.startsWith(`${source.path}/`)) throw fileErrors.invalid(what)
  const old = files.tree.find(to)
  if (old !== undefined && old.isDirectory !== found.isDirectory) {
    throw old.isDirectory ? fileErrors.isDirectory(what) : fileErrors.notDirectory(to)
  }
  if (old?.isDirectory === true && files.tree.list(target).length > 0) throw fileErrors.notEmpty()
  const inside = found.isDirectory ? files.tree.list(source, true) : []
  files.tree.change(
    [
      { path: target.path, body: found.body },
      ...inside.map((name) => ({
        path: `${target.path}/${name}`,
        body: files.tree.find(`${source.path}/${name}`)?.body,
      })),
    ],
    [source.path, ...inside.map((name) => `${source.path}/${name}`)],
  )
}

/** One `Stats`, or with `isRecursive` the list of a directory's, itself first. */
export function stat(files: FileOperations, path: string, isRecursive: boolean): unknown {
  const found = files.mustFind(path, path)
  const stats = statsOf(found)
  if (!isRecursive || !found.isDirectory) return stats
  return [
    { path: '/', stats },
    ...files.tree.list(found, true).map((name) => ({
      path: `/${name}`,
      stats: statsOf(
        files.mustFind(`${found.place === 'package' && found.path === '' ? '' : `${found.path}/`}${name}`, path),
      ),
    })),
  ]
}
