import { inflateSync } from 'node:zlib'
import { decode } from 'jpeg-js'
import { expect, test } from 'vitest'
import { encodePicture } from './logic/encode.ts'

const width = 16
const height = 8
const pixels = { width, height, data: new Uint8ClampedArray(width * height * 4) }
for (let at = 0; at < width * height; at++) pixels.data.set([at * 2, 255 - at, 40, 255], at * 4)

function bytesOf(url: string): Buffer {
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}

test('a PNG holds each pixel as it was', () => {
  const url = encodePicture(pixels, 'image/png')
  expect(url.startsWith('data:image/png;base64,')).toBe(true)
  const file = bytesOf(url)
  expect(file.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([width, height])
  const start = file.indexOf('IDAT')
  const rows = inflateSync(file.subarray(start + 4, start + 4 + file.readUInt32BE(start - 4)))
  const decoded = Array.from({ length: height }, (_, y) => [
    ...rows.subarray(y * (width * 4 + 1) + 1, (y + 1) * (width * 4 + 1)),
  ]).flat()
  expect(decoded).toEqual([...pixels.data])
})

test('a JPEG comes near to it, and what is transparent becomes black', () => {
  const data = new Uint8ClampedArray(pixels.data)
  for (let at = 3; at < data.length; at += 4) data[at] = 0
  const url = encodePicture({ ...pixels, data }, 'image/jpeg', 1)
  expect(url.startsWith('data:image/jpeg;base64,')).toBe(true)
  const decoded = decode(bytesOf(url))
  expect([decoded.width, decoded.height]).toEqual([width, height])
  expect(Math.max(...decoded.data.filter((_, index) => index % 4 !== 3))).toBeLessThan(8)
})

test('an unknown type is a PNG, as in browsers', () => {
  expect(encodePicture(pixels, 'image/unknown').startsWith('data:image/png')).toBe(true)
})
