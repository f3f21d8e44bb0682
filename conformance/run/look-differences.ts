/** Whether two pictures show the same to an eye. */
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** How far a colour may be off, from 0 to 1: edges of letters differ a little from one browser to the next. */
const threshold = 0.2

/** The share of pixels that may differ: a cursor that blinks. */
const usualTolerance = 0.002

export interface LookDifference {
  /** Of the pixels, from 0 to 1; 1 when the sizes differ. */
  readonly share: number
  /** The picture with what differs marked; absent when the sizes differ. */
  readonly marked?: Uint8Array
}

/** Undefined when they show the same. */
export function differenceOf(
  reference: Uint8Array,
  picture: Uint8Array,
  tolerance = usualTolerance,
): LookDifference | undefined {
  const before = PNG.sync.read(Buffer.from(reference))
  const after = PNG.sync.read(Buffer.from(picture))
  const { width, height } = before
  if (width !== after.width || height !== after.height) return { share: 1 }
  const marked = new PNG({ width, height })
  const count = pixelmatch(before.data, after.data, marked.data, width, height, { threshold })
  const share = count / (width * height)
  return share <= tolerance ? undefined : { share, marked: PNG.sync.write(marked) }
}
