/** What differs between two pictures of one page. */
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

export interface Difference {
  /** Of the points, 0 to 1. */
  share: number
  /** PNG with the differences in red; undefined when there are none. */
  picture: Buffer | undefined
}

/** Of a colour by which two points count as the same; edges of letters move a little. */
const threshold = 0.1

/** Pictures of different sizes are compared on the larger ground. */
export function comparePictures(before: Buffer, after: Buffer): Difference {
  const [first, second] = [PNG.sync.read(before), PNG.sync.read(after)]
  const width = Math.max(first.width, second.width)
  const height = Math.max(first.height, second.height)
  const marked = new PNG({ width, height })
  const [left, right] = [first, second].map((picture) => onGround(picture, width, height).data)
  if (left === undefined || right === undefined) throw new Error('there are two pictures')
  const count = pixelmatch(left, right, marked.data, width, height, { threshold })
  return { share: count / (width * height), picture: count === 0 ? undefined : PNG.sync.write(marked) }
}

/** Below the bars on top, all points have one colour. */
export function isBlank(picture: Buffer): boolean {
  const { width, height, data } = PNG.sync.read(picture)
  const skippedRows = Math.round(height * 0.15)
  const first = data.readUInt32BE(skippedRows * width * 4)
  const last = Math.round(height * 0.95) * width * 4
  for (let at = skippedRows * width * 4; at < last; at += 4) if (data.readUInt32BE(at) !== first) return false
  return true
}

function onGround(picture: PNG, width: number, height: number): PNG {
  if (picture.width === width && picture.height === height) return picture
  const ground = new PNG({ width, height })
  PNG.bitblt(picture, ground, 0, 0, picture.width, picture.height, 0, 0)
  return ground
}
