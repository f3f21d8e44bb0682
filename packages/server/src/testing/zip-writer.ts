/** Writes zips byte by byte, so that tests can make the ones that no honest tool would. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  name: string | Buffer
  content: Buffer | string
  /** Unix mode in the external attributes. */
  mode?: number
  flags?: number
  method?: number
  /** What the headers claim instead of the truth. */
  claimedSizeBytes?: number
  claimedCompressedBytes?: number
  claimedCrc?: number
  /** Name in the local header, when it differs from the directory's. */
  localName?: string
  /** Refers to the bytes of the entry with this index instead of writing its own. */
  sharesBytesOf?: number
}

export interface ZipOptions {
  comment?: Buffer
  prefix?: Buffer
  claimedEntryCount?: number
}

export function writeZip(entries: readonly ZipEntry[], options: ZipOptions = {}): Buffer {
  const parts: Buffer[] = [options.prefix ?? Buffer.alloc(0)]
  let offset = parts[0]?.length ?? 0
  const directory: Buffer[] = []
  const offsets: number[] = []
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const method = entry.method ?? 8
    const packed = method === 8 ? deflateRawSync(content) : content
    const fields = {
      name: Buffer.from(entry.name),
      flags: entry.flags ?? 0x800,
      method,
      crc: entry.claimedCrc ?? crc32(content),
      packedBytes: entry.claimedCompressedBytes ?? packed.length,
      sizeBytes: entry.claimedSizeBytes ?? content.length,
    }
    const shared = entry.sharesBytesOf === undefined ? undefined : offsets[entry.sharesBytesOf]
    const at = shared ?? offset
    offsets.push(at)
    directory.push(centralHeader(fields, (entry.mode ?? 0o100644) << 16, at))
    if (shared !== undefined) continue
    const local = localHeader({ ...fields, name: Buffer.from(entry.localName ?? entry.name) })
    parts.push(local, packed)
    offset += local.length + packed.length
  }
  const central = Buffer.concat(directory)
  const comment = options.comment ?? Buffer.alloc(0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(options.claimedEntryCount ?? entries.length, 8)
  end.writeUInt16LE(options.claimedEntryCount ?? entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...parts, central, end, comment])
}

interface HeaderFields {
  name: Buffer
  flags: number
  method: number
  crc: number
  packedBytes: number
  sizeBytes: number
}

function localHeader({ name, flags, method, crc, packedBytes, sizeBytes }: HeaderFields): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(method, 8)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(packedBytes, 18)
  header.writeUInt32LE(sizeBytes, 22)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function centralHeader(fields: HeaderFields, attributes: number, offset: number): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE((3 << 8) | 20, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(fields.flags, 8)
  header.writeUInt16LE(fields.method, 10)
  header.writeUInt32LE(fields.crc, 16)
  header.writeUInt32LE(fields.packedBytes, 20)
  header.writeUInt32LE(fields.sizeBytes, 24)
  header.writeUInt16LE(fields.name.length, 28)
  header.writeUInt32LE(attributes >>> 0, 38)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, fields.name])
}
