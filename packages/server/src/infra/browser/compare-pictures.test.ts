import { PNG } from 'pngjs'
import { expect, it } from 'vitest'
import { comparePictures, isBlank } from './compare-pictures.ts'

function picture(width: number, height: number, dots: readonly [number, number][] = []): Buffer {
  const png = new PNG({ width, height })
  png.data.fill(255)
  for (const [x, y] of dots) png.data.set([200, 0, 0, 255], (y * width + x) * 4)
  return PNG.sync.write(png)
}

it('finds no difference between the same pictures, and says how much of others differs', () => {
  expect(comparePictures(picture(20, 20), picture(20, 20))).toEqual({ share: 0, picture: undefined })
  const changed = comparePictures(
    picture(20, 20),
    picture(20, 20, [
      [3, 3],
      [15, 9],
    ]),
  )
  expect(changed.share).toBe(2 / 400)
  expect(PNG.sync.read(changed.picture ?? Buffer.alloc(0))).toMatchObject({ width: 20, height: 20 })
})

it('counts what one picture has beyond the other', () => {
  expect(comparePictures(picture(20, 10), picture(20, 20)).share).toBe(0.5)
})

it('knows a blank page, whatever its bars show', () => {
  expect(isBlank(picture(20, 100, [[3, 3]]))).toBe(true)
  expect(isBlank(picture(20, 100, [[3, 60]]))).toBe(false)
})
