/** Immutable bytes under the SHA-256 of their content. `put` returns only after they are on the disk. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCode, syncFolder } from '#infra/files.ts'

export interface Blobs {
  put(bytes: Uint8Array): Promise<string>
  /** Makes everything put since durable; `put` alone leaves the folder's entry in memory. */
  flush(hashes: Iterable<string>): Promise<void>
  read(hash: string): Promise<Buffer | undefined>
  /** Only by whoever owns all of this store, and knows that nobody puts the same just now. */
  remove(hash: string): Promise<void>
}

const hashPattern = /^[0-9a-f]{64}$/
const draftLifeMs = 3_600_000

export async function openLocalBlobs(root: string): Promise<Blobs> {
  const drafts = join(root, 'drafts')
  await mkdir(drafts, { recursive: true, mode: 0o700 })
  await removeLeftDrafts(drafts)

  const folderOf = (hash: string): string => join(root, hash.slice(0, 2))
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const folder = folderOf(hash)
      const path = join(folder, hash)
      if (await hasSize(path, bytes.byteLength)) return hash
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const draft = join(drafts, `${process.pid}-${randomUUID()}`)
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, path)
      return hash
    },
    async flush(hashes) {
      const folders = new Set([root])
      for (const hash of hashes) folders.add(folderOf(hash))
      await Promise.all([...folders].map(syncFolder))
    },
    async read(hash) {
      if (!hashPattern.test(hash)) return undefined
      try {
        return await readFile(join(folderOf(hash), hash))
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return undefined
        throw error
      }
    },
    async remove(hash) {
      if (!hashPattern.test(hash)) return
      await rm(join(folderOf(hash), hash), { force: true })
    },
  }
}

/** Those that a killed process left; another process on the same folder may be writing others just now. */
async function removeLeftDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const entry = await stat(path).catch(() => undefined)
    if (entry && Date.now() - entry.mtimeMs > draftLifeMs) await rm(path, { force: true })
  }
}

async function hasSize(path: string, sizeBytes: number): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile() && entry.size === sizeBytes,
    () => false,
  )
}
