/** What the user chooses becomes temporary files. Where a picture was taken is not the app's business unless it asks for the original. */
import type { HostContext } from '../../../host/context.ts'
import { HostFailure } from '../../../host/host-failure.ts'
import { chooseFiles } from '../../../host/later/choose-files.ts'
import { compressPicture } from '../../../host/later/compress-picture.ts'
import { readNumber, readText, readTexts } from '../../../host/params.ts'
import { firstPicture, imageInfo, videoFacts } from './info.ts'
import { withoutPlaces } from './picture-bytes.ts'

type Params = Readonly<Record<string, unknown>>

const defaultCount = 9
const compressedWidthPx = 1280
const worthCompressingBytes = 300_000

export async function choose(params: Params, accept: string, mostCount = Number.POSITIVE_INFINITY): Promise<File[]> {
  const count = Math.min(mostCount, Math.max(1, readNumber(params, 'count', defaultCount)))
  const source = readTexts(params, 'sourceType')
  const capture = readText(params, 'camera') === 'front' ? 'user' : 'environment'
  const files = await chooseFiles({
    accept,
    multiple: count > 1,
    ...(source.length === 1 && source[0] === 'camera' ? { capture } : {}),
  })
  if (files.length === 0) throw new HostFailure('fail cancel')
  return files.slice(0, count)
}

/** Both kinds of size mean the compressed one, which WeChat's own chooser has as its default. */
export function wantsOriginal(params: Params): boolean {
  const sizes = readTexts(params, 'sizeType')
  return sizes.includes('original') && !sizes.includes('compressed')
}

export async function keepPicture(
  host: HostContext,
  file: File,
  isOriginal: boolean,
): Promise<{ path: string; size: number; file: Blob }> {
  const kept = isOriginal ? file : await preparePicture(file)
  const path = host.files.add(kept)
  return { path, size: kept.size, file: kept }
}

async function preparePicture(file: File): Promise<Blob> {
  const isKnown = /^image\/(jpeg|png|webp)$/.test(file.type)
  if (isKnown && file.size > worthCompressingBytes) {
    return compressPicture(file, { quality: 80, maxWidth: compressedWidthPx }).catch(() => cleanPicture(file))
  }
  // What only this device can read (HEIC) is drawn anew, which also leaves everything else behind.
  if (!isKnown && file.type !== 'image/gif' && file.type !== 'image/svg+xml') {
    return compressPicture(file, { quality: 90 }).catch(() => file)
  }
  return cleanPicture(file)
}

async function cleanPicture(file: File): Promise<Blob> {
  const cleaned = withoutPlaces(new Uint8Array(await file.arrayBuffer()))
  return new Blob([cleaned.slice().buffer], { type: file.type })
}

export async function keepMedia(host: HostContext, file: File, isOriginal: boolean): Promise<Record<string, unknown>> {
  if (file.type.startsWith('video/')) {
    const [{ duration, width, height }, thumb] = await Promise.all([videoFacts(file), firstPicture(file)])
    return {
      tempFilePath: host.files.add(file),
      size: file.size,
      fileType: 'video',
      width,
      height,
      duration,
      thumbTempFilePath: thumb === undefined ? '' : host.files.add(thumb),
    }
  }
  const kept = await keepPicture(host, file, isOriginal)
  const facts = await imageInfo(kept.file).catch(() => ({ width: 0, height: 0 }))
  return { tempFilePath: kept.path, size: kept.size, fileType: 'image', width: facts.width, height: facts.height }
}
