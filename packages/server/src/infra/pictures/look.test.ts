import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { lookOf, looksLikePicture, type Look } from './look.ts'

type Colour = readonly [number, number, number]
const blue: Colour = [20, 80, 200]
const red: Colour = [210, 40, 30]
const white: Colour = [255, 255, 255]

/** A sign of one colour on another; `sign` says where, in parts of the side. */
function icon(size: number, ground: Colour, sign: (x: number, y: number) => boolean, shade = 0): Buffer {
  const png = new PNG({ width: size, height: size })
  for (let at = 0; at < size * size; at++) {
    const colour = sign((at % size) / size, Math.floor(at / size) / size) ? white : ground
    png.data.set([...colour.map((value) => Math.max(0, value - shade)), 255], at * 4)
  }
  return PNG.sync.write(png)
}
const ring = (x: number, y: number): boolean => Math.abs(Math.hypot(x - 0.5, y - 0.5) - 0.3) < 0.09
const cross = (x: number, y: number): boolean => Math.abs(x - 0.5) < 0.12 || Math.abs(y - 0.5) < 0.12
const corner = (x: number, y: number): boolean => x < 0.45 && y < 0.45

async function read(bytes: Buffer): Promise<Look> {
  const look = await lookOf(bytes)
  if (!look) throw new Error('no look')
  return look
}
const alike = async (one: Buffer, other: Buffer): Promise<boolean> =>
  looksLikePicture(await read(one), await read(other))

describe('two icons', () => {
  it('look alike in another size, a little darker, compressed again', async () => {
    const { Transformer } = await import('@napi-rs/image')
    const original = icon(128, blue, ring)
    expect(await alike(original, icon(57, blue, ring))).toBe(true)
    expect(await alike(original, icon(128, blue, ring, 8))).toBe(true)
    expect(await alike(original, await new Transformer(original).jpeg(40))).toBe(true)
    expect(await alike(original, await new Transformer(original).webp(40))).toBe(true)
  })

  it('do not look alike with another sign or another colour', async () => {
    const signs = [ring, cross, corner]
    for (const one of signs)
      for (const other of signs)
        if (one !== other) expect(await alike(icon(128, blue, one), icon(128, blue, other))).toBe(false)
    expect(await alike(icon(128, blue, ring), icon(128, red, ring))).toBe(false)
  })

  it('have no look when they are plain or broken', async () => {
    expect(await lookOf(icon(64, blue, () => false))).toBeUndefined()
    expect(await lookOf(icon(64, blue, ring).subarray(0, 60))).toBeUndefined()
    expect(await lookOf(Buffer.from('no picture'))).toBeUndefined()
  })
})
