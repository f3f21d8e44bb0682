/** `toDataURL` in a worker: the browser encodes only asynchronously there, and apps want the text at once. */
import { zlibSync } from 'fflate'
import encodeJpeg from 'jpeg-js/lib/encoder.js'
import { arrayBufferToBase64 } from '../../crypto/logic/base64.ts'

interface Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

const defaultQuality = 0.92

/** A data address. Like the browser's, it is PNG for types that it does not know. */
export function encodePicture(pixels: Pixels, type: string, quality?: unknown): string {
  if (/^(image\/)?jpe?g$/i.test(type)) {
    const part = typeof quality === 'number' && quality >= 0 && quality <= 1 ? quality : defaultQuality
    const { width, height } = pixels
    const { data } = encodeJpeg({ width, height, data: onBlack(pixels.data) }, Math.round(part * 100))
    return `data:image/jpeg;base64,${arrayBufferToBase64(data)}`
  }
  return `data:image/png;base64,${arrayBufferToBase64(encodePng(pixels))}`
}

/** JPEG has no transparency; browsers lay the picture on black. */
function onBlack(data: Uint8ClampedArray): Uint8ClampedArray {
  const flat = new Uint8ClampedArray(data)
  for (let at = 0; at < flat.length; at += 4) {
    const alpha = (flat[at + 3] ?? 0) / 255
    if (alpha === 1) continue
    for (let channel = at; channel < at + 3; channel++) flat[channel] = (flat[channel] ?? 0) * alpha
  }
  return flat
}

/** 8 bits a channel with alpha, each row unfiltered. https://www.w3.org/TR/png-3/ */
export function encodePng({ data, width, height }: Pixels): Uint8Array {
  const rowBytes = width * 4
  const rows = new Uint8Array((rowBytes + 1) * height)
  for (let y = 0; y < height; y++) {
    rows.set(data.subarray(y * rowBytes, (y + 1) * rowBytes), y * (rowBytes + 1) + 1)
  }
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header[8] = 8
  header[9] = 6
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows, { level: 3 })),
    chunk('IEND', new Uint8Array()),
  ]
  const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    file.set(part, at)
    at += part.length
  }
  return file
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(body.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, body.length)
  for (let at = 0; at < 4; at++) bytes[4 + at] = name.charCodeAt(at)
  bytes.set(body, 8)
  view.setUint32(body.length + 8, crc(bytes.subarray(4, body.length + 8)))
  return bytes
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
