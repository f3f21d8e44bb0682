/**
 * How a picture looks from afar: 8 by 8 points of colour, and of each row of points which is brighter than the one before. Two pictures look
 * alike when both nearly agree, whatever their size, format and compression.
 */
import { pictureSize } from './picture-size.ts'

const side = 8
const sourcePixels = 4_000_000
/** Bits of the 64 that may differ, and the mean distance of a channel of 255. */
const bitsApart = 6
const colourApart = 14
/** A plain area has no form that could be recognised. */
const leastContrast = 24

export interface Look {
  /** 64 of `0` and `1`. */
  bits: string
  /** Base64 of red, green and blue of each point. */
  colours: string
}

/** Undefined for what cannot be read, and for a picture without a form. */
export async function lookOf(bytes: Buffer): Promise<Look | undefined> {
  const size = pictureSize(bytes)
  if (!size || size.width * size.height > sourcePixels) return undefined
  const { Transformer, ResizeFilterType, ResizeFit } = await import('@napi-rs/image')
  const points = async (width: number): Promise<{ pixels: Buffer; channels: number }> => {
    const small = { width, height: side, filter: ResizeFilterType.Triangle, fit: ResizeFit.Fill }
    const pixels = await new Transformer(bytes).resize(small).rawPixels()
    return { pixels, channels: pixels.length / (width * side) }
  }
  try {
    const colours = coloursOf(await points(side))
    if (contrastOf(colours) < leastContrast) return undefined
    return { bits: brighterThanBefore(await points(side + 1)), colours: colours.toString('base64') }
  } catch {
    // Broken: nobody will take it for another's.
    return undefined
  }
}

export function looksLikePicture(one: Look, other: Look): boolean {
  let apart = 0
  for (const [at, bit] of Array.from(one.bits).entries()) if (bit !== other.bits[at]) apart++
  if (apart > bitsApart) return false
  const [first, second] = [Buffer.from(one.colours, 'base64'), Buffer.from(other.colours, 'base64')]
  let distance = 0
  for (const [at, value] of first.entries()) distance += Math.abs(value - (second[at] ?? 0))
  return distance / first.length <= colourApart
}

function brighterThanBefore({ pixels, channels }: { pixels: Buffer; channels: number }): string {
  const brightness = (at: number): number => {
    const [red, green, blue] = colourAt(pixels, at, channels)
    return 0.299 * red + 0.587 * green + 0.114 * blue
  }
  let bits = ''
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const at = row * (side + 1) + column
      bits += brightness(at + 1) - brightness(at) > 4 ? '1' : '0'
    }
  return bits
}

function coloursOf({ pixels, channels }: { pixels: Buffer; channels: number }): Buffer {
  return Buffer.from(Array.from({ length: side * side }, (_, at) => colourAt(pixels, at, channels)).flat())
}

/** Between the lowest and the highest value of the channel that differs most. */
function contrastOf(colours: Buffer): number {
  const ofChannel = (channel: number): number => {
    const values = colours.filter((_, at) => at % 3 === channel)
    return Math.max(...values) - Math.min(...values)
  }
  return Math.max(ofChannel(0), ofChannel(1), ofChannel(2))
}

/** As on a white page; grey pictures have one channel, or two with their transparency. */
function colourAt(pixels: Buffer, at: number, channels: number): [number, number, number] {
  const value = (channel: number): number => pixels[at * channels + channel] ?? 0
  const opacity = channels === 2 || channels === 4 ? value(channels - 1) / 255 : 1
  const shown = (channel: number): number => Math.round(value(channel) * opacity + 255 * (1 - opacity))
  return channels < 3 ? [shown(0), shown(0), shown(0)] : [shown(0), shown(1), shown(2)]
}
