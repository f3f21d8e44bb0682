/** Reads what a picture file says about itself, and takes out where it was taken. */

export type PictureType = 'jpeg' | 'png' | 'gif' | 'webp' | 'tiff' | 'unknown'

export function typeOfPicture(bytes: Uint8Array): PictureType {
  const text = (at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length))
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg'
  if (text(1, 3) === 'PNG') return 'png'
  if (text(0, 3) === 'GIF') return 'gif'
  if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return 'webp'
  return text(0, 4) === 'II*\0' || text(0, 4) === 'MM\0*' ? 'tiff' : 'unknown'
}

/** EXIF's number, 1 to 8; 1 when the file says nothing. */
export function orientationOf(bytes: Uint8Array): number {
  for (const segment of jpegSegments(bytes)) {
    if (segment.marker === 0xe1 && isExif(bytes, segment)) return readOrientation(bytes, segment.start + 10)
  }
  return 1
}

/** The same picture without camera data, places and comments; which side is up stays. Other formats than JPEG, PNG and WebP stay as they are. */
export function withoutPlaces(bytes: Uint8Array): Uint8Array {
  switch (typeOfPicture(bytes)) {
    case 'jpeg':
      return cleanJpeg(bytes)
    case 'png':
      return keepChunks(bytes, 8, pngChunks(bytes), (name) => !['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'].includes(name))
    case 'webp':
      return cleanWebp(bytes)
    default:
      return bytes
  }
}

interface Segment {
  marker: number
  /** Of the marker's first byte. */
  start: number
  end: number
}

function* jpegSegments(bytes: Uint8Array): Generator<Segment> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    // After the start of scan come the picture's own bytes.
    if (marker === 0xda) return
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    if (end > bytes.length) return
    yield { marker, start: at, end }
    at = end
  }
}

function isExif(bytes: Uint8Array, { start }: Segment): boolean {
  return String.fromCharCode(...bytes.subarray(start + 4, start + 8)) === 'Exif'
}

function readOrientation(bytes: Uint8Array, tiff: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const isLittle = view.getUint16(tiff) === 0x4949
    const directory = tiff + view.getUint32(tiff + 4, isLittle)
    const count = view.getUint16(directory, isLittle)
    for (let entry = 0; entry < count; entry++) {
      const at = directory + 2 + entry * 12
      if (view.getUint16(at, isLittle) !== 0x0112) continue
      const value = view.getUint16(at + 8, isLittle)
      return value >= 1 && value <= 8 ? value : 1
    }
  } catch {
    // Cut off or damaged: as if nothing were said.
  }
  return 1
}

/** Application segments but JFIF's, colour profiles and Adobe's go, comments too. */
function cleanJpeg(bytes: Uint8Array): Uint8Array {
  const orientation = orientationOf(bytes)
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  if (orientation !== 1) parts.push(exifWithOrientation(orientation))
  let rest = 2
  for (const { marker, start, end } of jpegSegments(bytes)) {
    const isData = marker >= 0xe0 && marker <= 0xef
    const isKept = isData ? marker === 0xe0 || marker === 0xe2 || marker === 0xee : marker !== 0xfe
    if (isKept) parts.push(bytes.subarray(start, end))
    rest = end
  }
  return join([...parts, bytes.subarray(rest)])
}

function exifWithOrientation(orientation: number): Uint8Array {
  const text = 'Exif\0\0MM\0*'
  const head = [0xff, 0xe1, 0, 34, ...Array.from(text, (letter) => letter.charCodeAt(0)), 0, 0, 0, 8]
  return Uint8Array.from([...head, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])
}

interface Chunk {
  name: string
  start: number
  end: number
}

function* pngChunks(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at)
    yield { name: String.fromCharCode(...bytes.subarray(at + 4, at + 8)), start: at, end: Math.min(end, bytes.length) }
    at = end
  }
}

function* webpChunks(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    yield { name: String.fromCharCode(...bytes.subarray(at, at + 4)), start: at, end: Math.min(end, bytes.length) }
    at = end
  }
}

function cleanWebp(bytes: Uint8Array): Uint8Array {
  const cleaned = keepChunks(bytes, 12, webpChunks(bytes), (name) => name !== 'EXIF' && name !== 'XMP ')
  if (cleaned.length === bytes.length) return bytes
  const view = new DataView(cleaned.buffer)
  view.setUint32(4, cleaned.length - 8, true)
  // The extended header says which of these chunks follow.
  if (String.fromCharCode(...cleaned.subarray(12, 16)) === 'VP8X') view.setUint8(20, view.getUint8(20) & ~0x0c)
  return cleaned
}

function keepChunks(
  bytes: Uint8Array,
  headBytes: number,
  chunks: Iterable<Chunk>,
  isKept: (name: string) => boolean,
): Uint8Array {
  const parts = [bytes.subarray(0, headBytes)]
  for (const { name, start, end } of chunks) if (isKept(name)) parts.push(bytes.subarray(start, end))
  return join(parts)
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
