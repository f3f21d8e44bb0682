/** `unzip` and `readZipEntry`. */
import { parseLocalPath } from '../../../bridge/local-paths.ts'
import { isRecord, textOf } from '../../../logic/values.ts'
import { checkEncoding, decodeBytes } from './encoding.ts'
import { FileError, fileErrors } from './file-error.ts'
import { parentOf, type FileOperations } from './file-operations.ts'
import { readZip, type ZipEntry } from './zip.ts'

/** All entries or none are written; an entry whose path leaves the target is refused. */
export function unzipFile(files: FileOperations, from: string, to: string): void {
  const what = `unzip ${from} -> ${to}`
  const target = parseLocalPath(to)
  if (target?.place !== 'user') throw fileErrors.denied(what)
  const root = files.tree.find(to)
  if (root?.isDirectory === false) throw fileErrors.notDirectory(to)
  if (root === undefined && files.tree.find(parentOf(target.path))?.isDirectory !== true)
    throw fileErrors.notFound(what)
  const bodies = new Map<string, Blob | undefined>()
  const addDirectories = (path: string) => {
    if (path.length <= target.path.length) return
    addDirectories(parentOf(path))
    if (files.tree.find(path) === undefined && !bodies.has(path)) bodies.set(path, undefined)
  }
  if (root === undefined) bodies.set(target.path, undefined)
  for (const entry of entriesOf(files, from, what)) {
    const place = parseLocalPath(`${target.path}/${entry.path}`)
    if (place === undefined || !place.path.startsWith(`${target.path}/`)) throw fileErrors.badZipEntry()
    addDirectories(entry.isDirectory ? place.path : parentOf(place.path))
    if (!entry.isDirectory) bodies.set(place.path, files.platform.createBlob([entry.read()]))
  }
  files.tree.change([...bodies].map(([path, body]) => ({ path, body })))
}

export function readZipEntries(
  files: FileOperations,
  path: string,
  { entries, encoding }: { entries: unknown; encoding: unknown },
): { entries: Record<string, unknown> } {
  const archive = entriesOf(files, path, `open ${path}`)
  const results: Record<string, unknown> = {}
  if (entries === 'all') {
    checkEncoding(encoding)
    for (const entry of archive) {
      if (!entry.isDirectory) results[entry.path] = readOne(entry, { encoding })
    }
    return { entries: results }
  }
  if (!Array.isArray(entries)) throw fileErrors.invalid('entries')
  for (const wanted of entries) {
    const wantedPath = isRecord(wanted) ? textOf(wanted.path) : textOf(wanted)
    const entry = archive.find((each) => each.path === wantedPath)
    results[wantedPath] =
      entry === undefined
        ? { errMsg: `readZipEntry:fail no such file or directory, open ${wantedPath}` }
        : readOne(entry, isRecord(wanted) ? wanted : {})
  }
  return { entries: results }
}

function readOne(entry: ZipEntry, options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  try {
    const bytes = entry.read()
    checkEncoding(options.encoding)
    const start = options.position === undefined ? 0 : Number(options.position)
    const count = options.length === undefined ? bytes.length - start : Number(options.length)
    if (!(start >= 0) || start > bytes.length) throw fileErrors.badPosition()
    if (!(count >= 0) || start + count > bytes.length) throw fileErrors.badLength()
    return { data: decodeBytes(bytes.slice(start, start + count).buffer, options.encoding), errMsg: 'readZipEntry:ok' }
  } catch (error) {
    if (error instanceof FileError) return { errMsg: `readZipEntry:fail ${error.message}` }
    throw error
  }
}

function entriesOf(files: FileOperations, path: string, what: string): ZipEntry[] {
  return readZip(files.bytesOf(files.mustFind(path, what), what))
}
