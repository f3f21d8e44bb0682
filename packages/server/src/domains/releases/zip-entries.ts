/**
 * Reads a zip that a stranger made. Every entry is inflated once, counted while it is, and nothing is written anywhere. Only what the
 * central directory and the bytes agree on is accepted.
 */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { PlatformError, type ErrorCode } from '@banyan/contract/errors'
import { uploadLimits } from '@banyan/contract/releases'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { faultOfPath, foldPath } from './safe-path.ts'

export interface ArchiveEntry {
  name: string
  hash: string
  sizeBytes: number
}

export interface OpenArchive {
  entries: ReadonlyMap<string, ArchiveEntry>
  read(name: string): Promise<Buffer>
}

const ratioFloorBytes = 16 * 1024
const localHeaderBytes = 30
const encryptedFlag = 1
const strongEncryptionFlag = 1 << 6
const fileTypeMask = 0o170000
const regularFile = 0o100000
const setIdBits = 0o6000
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export async function openArchive(bytes: Buffer): Promise<OpenArchive> {
  const zip = await readingArchive(() =>
    fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }),
  )
  if (zip.entryCount > uploadLimits.fileCount) refuse('archive.tooManyFiles', `${zip.entryCount} entries`)
  if (zip.comment.length > 0) refuse('archive.unreadable', 'an archive comment is not expected')
  const found = await readDirectory(zip)
  checkNames(found)
  checkRanges(found)
  const entries = new Map<string, ArchiveEntry>()
  let totalBytes = 0
  for (const { name, entry } of found) {
    const remaining = uploadLimits.totalBytes + uploadLimits.mapBytes - totalBytes
    const { hash, sizeBytes } = await digestEntry(zip, entry, { name, remaining })
    totalBytes += sizeBytes
    entries.set(name, { name, hash, sizeBytes })
  }
  const byName = new Map(found.map(({ name, entry }) => [name, entry]))
  return {
    entries,
    async read(name) {
      const entry = byName.get(name)
      if (!entry) throw new PlatformError('archive.fileMissing', { detail: name })
      const chunks: Buffer[] = []
      await inflate(zip, entry, (chunk) => chunks.push(chunk))
      return Buffer.concat(chunks)
    },
  }
}

interface NamedEntry {
  name: string
  entry: Entry
}

async function readDirectory(zip: ZipFile): Promise<NamedEntry[]> {
  const found: NamedEntry[] = []
  let claimedBytes = 0
  await readingArchive(async () => {
    for await (const entry of zip.eachEntry()) {
      const name = decodeName(entry.fileNameRaw)
      checkKind(entry, name)
      claimedBytes += entry.uncompressedSize
      if (claimedBytes > uploadLimits.totalBytes + uploadLimits.mapBytes) {
        refuse('archive.tooLarge', `the entries claim ${claimedBytes} bytes`)
      }
      found.push({ name, entry })
    }
  })
  return found
}

function decodeName(raw: Buffer): string {
  try {
    return decoder.decode(raw)
  } catch {
    return refuse('archive.nameUnsafe', 'a name is not UTF-8')
  }
}

function checkKind(entry: Entry, name: string): void {
  if (entry.generalPurposeBitFlag & (encryptedFlag | strongEncryptionFlag)) refuse('archive.encrypted', name)
  const mode = entry.externalFileAttributes >>> 16
  const type = mode & fileTypeMask
  if ((type !== 0 && type !== regularFile) || mode & setIdBits) refuse('archive.kindRefused', name)
  if (name.endsWith('/')) refuse('archive.kindRefused', `${name} is a folder`)
  if (!entry.canDecodeFileData()) refuse('archive.unreadable', `${name}: compression method ${entry.compressionMethod}`)
}

function checkNames(found: readonly NamedEntry[]): void {
  const seen = new Map<string, string>()
  for (const { name } of found) {
    const fault = faultOfPath(name)
    if (fault) refuse('archive.nameUnsafe', `${JSON.stringify(name)}: ${fault}`)
    const folded = foldPath(name)
    const other = seen.get(folded)
    if (other !== undefined) refuse('archive.nameDuplicate', `${JSON.stringify(other)} and ${JSON.stringify(name)}`)
    seen.set(folded, name)
  }
}

/** Entries that share bytes unpack to far more than the archive holds; bytes before the first belong to some other format. */
function checkRanges(found: readonly NamedEntry[]): void {
  const ranges = found
    .map(({ name, entry }) => ({
      name,
      start: entry.relativeOffsetOfLocalHeader,
      end: entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.fileNameRaw.length + entry.compressedSize,
    }))
    .toSorted((one, other) => one.start - other.start)
  if (ranges[0] && ranges[0].start !== 0) refuse('archive.unreadable', 'there is something before the first entry')
  let end = 0
  for (const range of ranges) {
    if (range.start < end) refuse('archive.unreadable', `${range.name} overlaps another entry`)
    end = range.end
  }
}

async function digestEntry(
  zip: ZipFile,
  entry: Entry,
  { name, remaining }: { name: string; remaining: number },
): Promise<{ hash: string; sizeBytes: number }> {
  const digest = createHash('sha256')
  const ratioLimitBytes = Math.max(ratioFloorBytes, entry.compressedSize * uploadLimits.ratio)
  let sizeBytes = 0
  let checksum = 0
  await inflate(zip, entry, (chunk) => {
    sizeBytes += chunk.length
    if (sizeBytes > ratioLimitBytes) refuse('archive.ratioTooHigh', name)
    if (sizeBytes > remaining) refuse('archive.tooLarge', name)
    digest.update(chunk)
    checksum = crc32(chunk, checksum)
  })
  if (checksum !== entry.crc32) refuse('archive.unreadable', `${name}: wrong checksum`)
  return { hash: digest.digest('hex'), sizeBytes }
}

async function inflate(zip: ZipFile, entry: Entry, take: (chunk: Buffer) => void): Promise<void> {
  await readingArchive(async () => {
    const header = await zip.readLocalFileHeaderPromise(entry)
    if (!header.fileName.equals(entry.fileNameRaw)) refuse('archive.unreadable', 'an entry has two names')
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue
      take(chunk)
    }
  })
}

async function readingArchive<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (cause) {
    if (cause instanceof PlatformError) throw cause
    throw new PlatformError('archive.unreadable', {
      detail: cause instanceof Error ? cause.message : String(cause),
      cause,
    })
  }
}

function refuse(code: ErrorCode, detail: string): never {
  throw new PlatformError(code, { detail })
}
