/** Makes a backup while the platform works: the database as it is at one moment, then all files, which never change and are never renamed. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { hasCode, syncFolder } from '#infra/files.ts'
import { StartupError } from '#infra/startup-error.ts'
import { backupFormat, sha256, type Backup } from './format.ts'
import { listTables, readMigrations, readRows, readSequences } from './tables.ts'

export interface BackUpOptions {
  connection: pg.ClientConfig
  dataDir: string
  /** Must not exist yet; appears only when the backup is complete. */
  target: string
  now: Date
}

const keptFiles = ['audit-head.json']
const blobName = /^[0-9a-f]{64}$/

export async function backUp({ connection, dataDir, target, now }: BackUpOptions): Promise<Backup> {
  const draft = `${target}.part`
  await rm(draft, { recursive: true, force: true })
  await mkdir(join(draft, 'tables'), { recursive: true, mode: 0o700 })
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    // Read first, so that the head is never ahead of the log.
    const files = await copyFiles(dataDir, join(draft, 'files'))
    const tables: Backup['tables'] = []
    for (const name of await listTables(client)) {
      tables.push({ name, ...(await writeTable(client, name, join(draft, 'tables', `${name}.ndjson.gz`))) })
    }
    const backup: Backup = {
      format: backupFormat,
      createdAt: now.toISOString(),
      migrations: await readMigrations(client),
      tables,
      sequences: await readSequences(client),
      blobs: await copyBlobs(join(dataDir, 'blobs'), join(draft, 'blobs')),
      userFiles: await copyUserFiles(join(dataDir, 'files'), join(draft, 'user-files')),
      files,
    }
    await client.query('commit')
    await writeFile(join(draft, 'backup.json'), `${JSON.stringify(backup, null, 2)}\n`, { mode: 0o600, flush: true })
    await syncFolder(draft)
    await rename(draft, target)
    return backup
  } finally {
    await client.end()
  }
}

async function writeTable(client: pg.Client, name: string, path: string): Promise<{ rows: number; sha256: string }> {
  const hash = createHash('sha256')
  let count = 0
  async function* lines(): AsyncGenerator<string> {
    for await (const row of readRows(client, name)) {
      count++
      hash.update(row).update('\n')
      yield `${row}\n`
    }
  }
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(path, { mode: 0o600, flush: true }))
  return { rows: count, sha256: hash.digest('hex') }
}

/** Each is read and its name compared with its content: a backup of a spoilt file would be worth nothing. */
export async function copyBlobs(from: string, to: string): Promise<Backup['blobs']> {
  const blobs = { count: 0, bytes: 0 }
  for (const folder of (await entriesOf(from)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    await mkdir(join(to, folder), { recursive: true, mode: 0o700 })
    for (const name of await entriesOf(join(from, folder))) {
      if (!blobName.test(name)) continue
      const bytes = await readFile(join(from, folder, name))
      if (sha256(bytes) !== name) throw new StartupError(`The file ${join(from, folder, name)} is damaged.`)
      await writeFile(join(to, folder, name), bytes, { mode: 0o600, flush: true })
      blobs.count++
      blobs.bytes += bytes.byteLength
    }
  }
  return blobs
}

/** A place of blobs for each app. */
export async function copyUserFiles(from: string, to: string): Promise<Backup['userFiles']> {
  const all = { count: 0, bytes: 0 }
  for (const appId of await entriesOf(from)) {
    const { count, bytes } = await copyBlobs(join(from, appId), join(to, appId))
    all.count += count
    all.bytes += bytes
  }
  return all
}

async function copyFiles(from: string, to: string): Promise<Backup['files']> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  const files: Backup['files'] = []
  for (const name of keptFiles) {
    const bytes = await readFile(join(from, name)).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return undefined
      throw error
    })
    if (bytes === undefined) continue
    await writeFile(join(to, name), bytes, { mode: 0o600, flush: true })
    files.push({ name, sha256: sha256(bytes) })
  }
  return files
}

async function entriesOf(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  })
}
