/** Files have paths and no folders: what looks like a folder is the part of a path up to a slash. */
import type { FileList, StoredFile } from '@banyan/contract/files'

export type Entry = { kind: 'folder'; name: string } | { kind: 'file'; name: string; file: StoredFile }

/** Of files in the order of their paths: what stands in `folder` itself, which is empty or ends with a slash. */
export function entriesOf(files: readonly StoredFile[], folder: string): Entry[] {
  const entries: Entry[] = []
  const folders = new Set<string>()
  for (const file of files) {
    const rest = file.path.slice(folder.length)
    const slash = rest.indexOf('/')
    if (slash < 0) {
      entries.push({ kind: 'file', name: rest, file })
      continue
    }
    const name = rest.slice(0, slash)
    if (folders.has(name)) continue
    folders.add(name)
    entries.push({ kind: 'folder', name })
  }
  return entries
}

const longestCursor = 256
/** Nothing in a folder comes after this. */
const lastCharacter = '\u{10FFFF}'

/** Where to go on reading: behind a folder that has been seen, so that its thousand files do not hide the next one. */
export function nextCursor({ items, nextCursor: next }: FileList, folder: string): string | undefined {
  const last = items.at(-1)?.path
  if (next === null || last === undefined) return undefined
  const slash = last.indexOf('/', folder.length)
  if (slash < 0) return next
  const behind = last.slice(0, slash + 1) + lastCharacter
  return behind.length <= longestCursor ? behind : next
}

const pageFiles = 100
/** A page is not shorter than this while there is more, and asks the server at most so often. */
const fewEntries = 30
const mostRequests = 12

export interface FolderPage {
  entries: readonly Entry[]
  /** For the next page; undefined at the end. */
  cursor: string | undefined
  usedBytes: number
  limitBytes: number
}

export type ListFiles = (filter: { prefix: string; cursor?: string; limit: number }) => Promise<FileList>

/** What begins with `name` in `folder`, from `cursor` on. */
export async function readFolder(
  list: ListFiles,
  { folder, name, cursor }: { folder: string; name: string; cursor: string | undefined },
): Promise<FolderPage> {
  const files: StoredFile[] = []
  let next = cursor
  for (let request = 1; ; request += 1) {
    const found = await list({
      prefix: folder + name,
      limit: pageFiles,
      ...(next === undefined ? {} : { cursor: next }),
    })
    files.push(...found.items)
    next = nextCursor(found, folder)
    const entries = entriesOf(files, folder)
    if (next === undefined || entries.length >= fewEntries || request === mostRequests) {
      return { entries, cursor: next, usedBytes: found.usedBytes, limitBytes: found.limitBytes }
    }
  }
}

/** `avatars/2026/` is in `avatars/`, and that in the root: each with the name that leads to it. */
export function folderTrail(folder: string): { name: string; folder: string }[] {
  const names = folder.split('/').slice(0, -1)
  return names.map((name, index) => ({ name, folder: `${names.slice(0, index + 1).join('/')}/` }))
}
