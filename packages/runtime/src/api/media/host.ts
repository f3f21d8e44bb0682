import { previewPictures } from '../../host/asks.ts'
import { type HostContext, HostFailure, type HostMethods } from '../../host/context.ts'
import { chooseFiles } from '../../host/later/choose-files.ts'
import { compressPicture } from '../../host/later/compress-picture.ts'
import { readNumber, readText, readTexts } from '../../host/params.ts'
import { isRecord } from '../../host/worker-messages.ts'
import { imageInfo, mediaInfo } from './host/info.ts'
import { saveToDevice } from './host/save.ts'

type Params = Readonly<Record<string, unknown>>

const defaultCount = 9
const compressedWidthPx = 1280

export const mediaHost: HostMethods = {
  previewImage: ({ params }, host) => previewPictures(host, params),
  previewMedia: ({ params }, host) => previewPictures(host, mediaAsPictures(params)),
  async chooseImage({ params }, host) {
    const files = await choose(params, 'image/*')
    const isCompressed = !readTexts(params, 'sizeType').includes('original')
    const tempFiles = await Promise.all(files.map((file) => keepPicture(host, file, isCompressed)))
    return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles }
  },
  async chooseMedia({ params }, host) {
    const types = readTexts(params, 'mediaType')
    const accept = [types.includes('video') ? ['video/*'] : [], types.includes('image') ? ['image/*'] : []].flat()
    const files = await choose(params, accept.length === 0 ? 'image/*,video/*' : accept.join(','))
    const tempFiles = await Promise.all(files.map((file) => keepMedia(host, file)))
    const kinds = new Set(tempFiles.map(({ fileType }) => fileType))
    return { tempFiles, type: kinds.size > 1 ? 'mix' : (tempFiles[0]?.fileType ?? 'image') }
  },
  async chooseVideo({ params }, host) {
    const [file] = await choose({ ...params, count: 1 }, 'video/*')
    if (file === undefined) throw new HostFailure('fail cancel')
    const { duration, width, height } = await mediaInfo(file)
    return { tempFilePath: host.files.add(file), size: file.size, duration, width, height }
  },
  async chooseMessageFile({ params }, host) {
    const type = readText(params, 'type', 'all')
    const extensions = readTexts(params, 'extension').map((extension) => `.${extension.replace(/^\./, '')}`)
    const accept = type === 'image' || type === 'video' ? `${type}/*` : extensions.join(',')
    const files = await choose(params, accept)
    return {
      tempFiles: files.map((file) => ({
        path: host.files.add(file),
        name: file.name,
        size: file.size,
        type: /^(image|video)\//.exec(file.type)?.[1] ?? 'file',
        time: Math.floor(file.lastModified / 1000),
      })),
    }
  },
  async getImageInfo({ params }, host) {
    const src = readText(params, 'src')
    const picture = await host.loadResource(src)
    if (picture === undefined) throw new HostFailure('fail file not found')
    const isPackaged = !/^[a-z]+:/i.test(src)
    return { ...(await imageInfo(picture)), path: isPackaged ? src : host.files.add(picture) }
  },
  async compressImage({ params }, host) {
    const picture = await host.loadResource(readText(params, 'src'))
    if (picture === undefined) throw new HostFailure('fail file not found')
    const width = readNumber(params, 'compressedWidth', 0)
    const height = readNumber(params, 'compressedHeight', 0)
    const small = await compressPicture(picture, {
      quality: readNumber(params, 'quality', 80),
      ...(width > 0 ? { maxWidth: width } : {}),
      ...(height > 0 ? { maxHeight: height } : {}),
    })
    return { tempFilePath: host.files.add(small) }
  },
  saveImageToPhotosAlbum: ({ params }, host) => saveToDevice(host, readText(params, 'filePath')),
  saveVideoToPhotosAlbum: ({ params }, host) => saveToDevice(host, readText(params, 'filePath')),
}

async function choose(params: Params, accept: string): Promise<File[]> {
  const count = Math.max(1, readNumber(params, 'count', defaultCount))
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

async function keepPicture(
  host: HostContext,
  file: File,
  isCompressed: boolean,
): Promise<{ path: string; size: number }> {
  const isShrinkable = isCompressed && /^image\/(jpeg|png|webp)$/.test(file.type) && file.size > 300_000
  const kept = isShrinkable ? await compressPicture(file, { quality: 80, maxWidth: compressedWidthPx }) : file
  return { path: host.files.add(kept), size: kept.size }
}

async function keepMedia(host: HostContext, file: File) {
  const isVideo = file.type.startsWith('video/')
  const { duration, width, height } = isVideo ? await mediaInfo(file) : { duration: 0, ...(await imageInfo(file)) }
  return {
    tempFilePath: host.files.add(file),
    size: file.size,
    fileType: isVideo ? 'video' : 'image',
    width,
    height,
    ...(isVideo ? { duration, thumbTempFilePath: '' } : {}),
  }
}

function mediaAsPictures(params: Params): Params {
  const sources: readonly unknown[] = Array.isArray(params.sources) ? params.sources : []
  const urls = sources.filter(isRecord).map((source) => readText(source, 'poster') || readText(source, 'url'))
  return { urls, current: readNumber(params, 'current', 0) }
}
