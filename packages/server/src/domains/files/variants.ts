/** Smaller pictures of pictures, made when they are first asked for. The library is native code, and loaded then. */
import { fileVariantLimits } from '@banyan/contract/file-limits'
import { PlatformError } from '@banyan/contract/errors'
import type { FileVariant } from '@banyan/contract/files'
import { pictureSize, type PictureSize } from '#infra/pictures/picture-size.ts'

export const variantMediaTypes = { webp: 'image/webp', jpeg: 'image/jpeg', png: 'image/png' } as const

/** Each holds the whole picture in memory. */
const atOnce = 2
const waitingLimit = 50

export interface Variants {
  /** Never larger than the picture; turned as its EXIF says, and without EXIF. Throws `file.notPicture`. */
  make(bytes: Buffer, variant: FileVariant): Promise<Buffer>
}

export function createVariants(): Variants {
  let running = 0
  const waiting: (() => void)[] = []

  async function enter(): Promise<void> {
    if (running >= atOnce) {
      if (waiting.length >= waitingLimit) throw new PlatformError('server.unavailable', { detail: 'pictures' })
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    running++
  }

  return {
    async make(bytes, variant) {
      const size = pictureSize(bytes)
      if (!size || size.width * size.height > fileVariantLimits.sourcePixels) throw new PlatformError('file.notPicture')
      await enter()
      try {
        return await draw(bytes, variant)
      } catch (cause) {
        throw new PlatformError('file.notPicture', { cause })
      } finally {
        running--
        waiting.shift()?.()
      }
    },
  }
}

async function draw(bytes: Buffer, { width, height, fit, format, quality }: FileVariant): Promise<Buffer> {
  const { Transformer, ResizeFilterType, ResizeFit } = await import('@napi-rs/image')
  const { width: across, height: down, orientation = 1 } = await new Transformer(bytes).metadata(true)
  // From 5 on EXIF says that it lies on its side; what is asked for is meant as the picture is seen.
  const seen = orientation >= 5 ? { width: down, height: across } : { width: across, height: down }
  const box = boxOf(seen, { width, height, fit })
  const picture = new Transformer(bytes).rotate().resize({
    ...box,
    filter: ResizeFilterType.Lanczos3,
    fit: fit === 'cover' ? ResizeFit.Cover : ResizeFit.Fill,
  })
  switch (format) {
    case 'webp':
      return picture.webp(quality)
    case 'jpeg':
      return picture.jpeg(quality)
    case 'png':
      return picture.png()
  }
}

/** The size of what is made: a side that is not asked for follows from the other. */
export function boxOf(
  source: PictureSize,
  { width, height, fit }: Pick<FileVariant, 'width' | 'height' | 'fit'>,
): PictureSize {
  if (fit === 'cover' && width !== undefined && height !== undefined) {
    const shrink = Math.min(1, source.width / width, source.height / height)
    return { width: side(width * shrink), height: side(height * shrink) }
  }
  const scale = Math.min(1, (width ?? Infinity) / source.width, (height ?? Infinity) / source.height)
  return { width: side(source.width * scale), height: side(source.height * scale) }
}

function side(pixels: number): number {
  return Math.max(1, Math.round(pixels))
}
