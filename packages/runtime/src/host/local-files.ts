/** Files that exist only on this device while the app runs: `wxfile://` paths of chosen pictures and downloads. */
export interface LocalFiles {
  /** Adds a file and returns its path. */
  add(file: Blob, extension?: string): string
  put(path: string, file: Blob): void
  get(path: string): Blob | undefined
  remove(path: string): boolean
  list(prefix: string): readonly string[]
}

const maxTotalBytes = 256 * 1024 * 1024

export function createLocalFiles(): LocalFiles {
  const files = new Map<string, Blob>()
  let total = 0
  const remove = (path: string) => {
    total -= files.get(path)?.size ?? 0
    return files.delete(path)
  }
  const put = (path: string, file: Blob) => {
    remove(path)
    files.set(path, file)
    total += file.size
    // The oldest temporary files go first; WeChat, too, promises them only while the app runs.
    for (const old of files.keys()) {
      if (total <= maxTotalBytes || old === path) break
      if (old.startsWith('wxfile://tmp_')) remove(old)
    }
  }
  return {
    add(file, extension = extensionOf(file)) {
      const random = crypto.getRandomValues(new Uint32Array(4))
      const name = Array.from(random, (part) => part.toString(16).padStart(8, '0')).join('')
      const path = `wxfile://tmp_${name}${extension}`
      put(path, file)
      return path
    },
    put,
    get: (path) => files.get(path),
    remove,
    list: (prefix) => [...files.keys()].filter((path) => path.startsWith(prefix)),
  }
}

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/svg+xml': '.svg',
  'video/mp4': '.mp4',
  'audio/mpeg': '.mp3',
  'application/pdf': '.pdf',
  'application/json': '.json',
  'text/plain': '.txt',
}

function extensionOf(file: Blob): string {
  if (file instanceof File) {
    const own = /\.\w{1,8}$/.exec(file.name)
    if (own !== null) return own[0].toLowerCase()
  }
  return extensions[file.type.split(';')[0] ?? ''] ?? ''
}
