import { expect, test } from 'vitest'
import { orientationOf, typeOfPicture, withoutPlaces } from './host/picture-bytes.ts'

const letters = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))
/** Start, EXIF with orientation 6 and a secret, a table, start of scan, picture, end. */
const exif = [
  ...letters('Exif\0\0MM\0*'),
  ...[0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0],
  ...letters('SECRET'),
]
const scan = [0xff, 0xda, 0, 4, 1, 2, 9, 9, 9, 0xff, 0xd9]
const jpeg = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2],
  ...exif,
  ...[0xff, 0xdb, 0, 4, 7, 7],
  ...scan,
])

test('takes camera data out of a JPEG and keeps which side is up, tables and picture', () => {
  const cleaned = withoutPlaces(jpeg)
  expect(String.fromCharCode(...cleaned)).not.toContain('SECRET')
  expect(orientationOf(cleaned)).toBe(6)
  expect([...cleaned].join()).toContain([0xff, 0xdb, 0, 4, 7, 7, ...scan].join())
})

test('a JPEG that is cut off stays what it is from there on', () => {
  const cut = jpeg.slice(0, 20)
  expect(orientationOf(cut)).toBe(1)
  expect([...withoutPlaces(cut)]).toEqual([...cut])
})

test('takes texts and camera data out of a PNG', () => {
  const chunk = (name: string, body: number[]) => [0, 0, 0, body.length, ...letters(name), ...body, 0, 0, 0, 0]
  const head = [137, ...letters('PNG'), 13, 10, 26, 10]
  const png = Uint8Array.from([...head, ...chunk('IHDR', [1]), ...chunk('eXIf', letters('HERE')), ...chunk('IEND', [])])
  expect(typeOfPicture(png)).toBe('png')
  expect([...withoutPlaces(png)]).toEqual([...head, ...chunk('IHDR', [1]), ...chunk('IEND', [])])
})

test('takes camera data out of a WebP and says so in its header', () => {
  const chunk = (name: string, body: number[]) => [...letters(name), body.length, 0, 0, 0, ...body]
  const body = [...chunk('VP8X', [0x08, 0, 0, 0, 0, 0, 0, 0, 0, 0]), ...chunk('EXIF', letters('HERE'))]
  const webp = Uint8Array.from([...letters('RIFF'), 4 + body.length, 0, 0, 0, ...letters('WEBP'), ...body])
  const cleaned = withoutPlaces(webp)
  expect(String.fromCharCode(...cleaned)).not.toContain('HERE')
  expect(cleaned[4]).toBe(cleaned.length - 8)
  expect(cleaned[20]).toBe(0)
})
