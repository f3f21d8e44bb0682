/** Reads a backup from end to end, without a database, and says whether it could be restored. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { StartupError } from '#infra/startup-error.ts'
import { sha256, type Backup } from './format.ts'
import { readBackup } from './restore.ts'

export async function verifyBackup(folder: string): Promise<Backup> {
  const backup = await readBackup(folder)
  for (const { name, sha256: expected } of backup.tables) {
    const hash = createHash('sha256')
    const bytes = createReadStream(join(folder, 'tables', `${name}.ndjson.gz`)).pipe(createGunzip())
    try {
      for await (const chunk of bytes) hash.update(Buffer.from(chunk))
    } catch (cause) {
      throw new StartupError(`The table ${name} cannot be read in the backup.`, { cause })
    }
    if (hash.digest('hex') !== expected) throw new StartupError(`The table ${name} is damaged in the backup.`)
  }
  for (const { name, sha256: expected } of backup.files) {
    if (sha256(await readFile(join(folder, 'files', name))) !== expected)
      throw new StartupError(`The file ${name} is damaged in the backup.`)
  }
  const blobs = await countSound(join(folder, 'blobs'))
  const userFiles = await countSound(join(folder, 'user-files'))
  if (blobs !== backup.blobs.count || userFiles !== backup.userFiles.count)
    throw new StartupError('Files are missing in the backup.')
  return backup
}

/** Of files that are named by their content. */
async function countSound(folder: string): Promise<number> {
  let count = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!entry.isFile()) continue
    if (sha256(await readFile(join(entry.parentPath, entry.name))) !== entry.name)
      throw new StartupError(`The file ${entry.name} is damaged in the backup.`)
    count++
  }
  return count
}
