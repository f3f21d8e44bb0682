/** QR codes as PNG: two colours, one byte for eight pixels. */
import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

export interface QrLook {
  /** Of both sides, in pixels; the code is drawn as large as whole pixels allow. */
  widthPx: number
  ink: readonly [red: number, green: number, blue: number]
  isTransparent: boolean
}

const quietModules = 4
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function qrPng(text: string, { widthPx, ink, isTransparent }: QrLook): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: quietModules })
  const width = Math.max(widthPx, size)
  const scale = Math.floor(width / size)
  const margin = Math.floor((width - size * scale) / 2)
  const stride = 1 + Math.ceil(width / 8)
  const pixels = Buffer.alloc(stride * width)
  for (let y = 0; y < width; y++) {
    const row = data[Math.floor((y - margin) / scale)]
    for (let x = 0; row && x < width; x++) {
      if (!row[Math.floor((x - margin) / scale)]) continue
      const at = y * stride + 1 + (x >> 3)
      pixels[at] = (pixels[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(width, 4)
  header.set([1, 3, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([255, 255, 255, ...ink])),
    ...(isTransparent ? [chunk('tRNS', Buffer.from([0]))] : []),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
