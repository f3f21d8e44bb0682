/** Width and height as a picture's own header says, read before anything is unpacked: a small file may hold a very large picture. */

export interface PictureSize {
  width: number
  height: number
}

/** Undefined for what is no PNG, JPEG, GIF or WebP, or ends too early. */
export function pictureSize(bytes: Buffer): PictureSize | undefined {
  try {
    if (bytes.readUInt32BE(0) === 0x89504e47) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    if (bytes.toString('latin1', 0, 4) === 'GIF8')
      return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
    if (bytes.readUInt16BE(0) === 0xffd8) return jpegSize(bytes)
    if (bytes.toString('latin1', 8, 12) === 'WEBP') return webpSize(bytes)
  } catch (error) {
    // It is shorter than its own header.
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

function jpegSize(bytes: Buffer): PictureSize | undefined {
  let at = 2
  for (;;) {
    const marker = bytes.readUInt16BE(at)
    if (marker < 0xff00) return undefined
    const kind = marker & 0xff
    // A frame: all of C0 to CF but the tables C4, C8 and CC.
    if (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc)
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    at += kind === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
}

function webpSize(bytes: Buffer): PictureSize | undefined {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    default:
      return undefined
  }
}
