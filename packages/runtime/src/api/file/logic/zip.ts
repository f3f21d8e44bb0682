/** Reads ZIP archives: the list at their end, entries stored or deflated. */
import { inflateSync } from 'fflate'
import { fileErrors } from './file-error.ts'

export interface ZipEntry {
  path: string
  isDirectory: boolean
  sizeBytes: number
  read(): Uint8Array<ArrayBuffer>
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const maxCommentBytes = 65_557
const maxEntries = 20_000
const maxTotalBytes = 200 * 1024 * 1024

export function readZip(buffer: ArrayBuffer): ZipEntry[] {
  const view = new DataView(buffer)
  const end = findEnd(view)
  if (end === undefined) throw fileErrors.badZip()
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let total = 0
  const entries: ZipEntry[] = []
  for (let index = 0; index < count && index < maxEntries; index++) {
    if (at + 46 > buffer.byteLength || view.getUint32(at, true) !== entryMark) throw fileErrors.badZip()
    const nameBytes = view.getUint16(at + 28, true)
    const entry = {
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      sizeBytes: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    }
    const path = new TextDecoder().decode(new Uint8Array(buffer, at + 46, nameBytes))
    total += entry.sizeBytes
    if (total > maxTotalBytes) throw fileErrors.full()
    entries.push({
      path,
      isDirectory: path.endsWith('/'),
      sizeBytes: entry.sizeBytes,
      read: () => readEntry(view, entry),
    })
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

interface EntryPlace {
  isEncrypted: boolean
  method: number
  packedBytes: number
  sizeBytes: number
  start: number
}

function readEntry(view: DataView<ArrayBuffer>, place: EntryPlace): Uint8Array<ArrayBuffer> {
  const { method, packedBytes, sizeBytes, start } = place
  if (place.isEncrypted || start + 30 > view.byteLength) throw fileErrors.badZipEntry()
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  if (from + packedBytes > view.byteLength) throw fileErrors.badZipEntry()
  const packed = new Uint8Array(view.buffer, from, packedBytes)
  if (method === 0) return packed.slice()
  if (method !== 8) throw fileErrors.badZipEntry()
  try {
    // The size is given, so that a lying archive cannot grow beyond what was counted.
    const bytes = inflateSync(packed, { out: new Uint8Array(sizeBytes) })
    return Uint8Array.from(bytes)
  } catch {
    throw fileErrors.badZipEntry()
  }
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - maxCommentBytes); at--) {
    if (view.getUint32(at, true) === endMark) return at
  }
  return undefined
}
