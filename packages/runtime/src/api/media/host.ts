import { previewMedia } from '../../host/later/preview.ts'
import type { HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { compressPicture } from '../../host/later/compress-picture.ts'
import { readNumber, readText, readTexts } from '../../host/params.ts'
import { choose, keepMedia, keepPicture, wantsOriginal } from './host/choose.ts'
import { imageInfo, videoFacts } from './host/info.ts'
import { saveToDevice } from './host/save.ts'

/** What browsers do not tell of a film; WeChat wants a number. */
const assumedFramesPerSecond = 30

export const mediaHost: HostMethods = {
  previewImage: ({ params }, host) => previewMedia(host, params),
  previewMedia: ({ params }, host) => previewMedia(host, params),
  async chooseImage({ params }, host) {
    const files = await choose(params, 'image/*')
    const kept = await Promise.all(files.map((file) => keepPicture(host, file, wantsOriginal(params))))
    const tempFiles = kept.map(({ path, size }) => ({ path, size }))
    return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles }
  },
  async chooseMedia({ params }, host) {
    const types = readTexts(params, 'mediaType')
    const isMixed = types.length === 0 || types.includes('mix')
    const accept = ['video', 'image'].filter((type) => isMixed || types.includes(type)).map((type) => `${type}/*`)
    const files = await choose(params, accept.join(','), 20)
    const tempFiles = await Promise.all(files.map((file) => keepMedia(host, file, wantsOriginal(params))))
    const kinds = new Set(tempFiles.map(({ fileType }) => fileType))
    return { tempFiles, type: kinds.size > 1 ? 'mix' : (tempFiles[0]?.fileType ?? 'image') }
  },
  async chooseVideo({ params }, host) {
    const [file] = await choose({ ...params, count: 1 }, 'video/*')
    if (file === undefined) throw new HostFailure('fail cancel')
    const { duration, width, height } = await videoFacts(file)
    return { tempFilePath: host.files.add(file), size: file.size, duration, width, height }
  },
  async chooseMessageFile({ params }, host) {
    const type = readText(params, 'type', 'all')
    const extensions = readTexts(params, 'extension').map((extension) => `.${extension.replace(/^\./, '')}`)
    const accept = type === 'image' || type === 'video' ? `${type}/*` : extensions.join(',')
    const files = await choose(params, accept, 100)
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
    const picture = await need(host, src)
    return { ...(await imageInfo(picture)), path: pathOf(host, src, picture) }
  },
  async getVideoInfo({ params }, host) {
    const video = await need(host, readText(params, 'src'))
    const { duration, width, height, isReadable } = await videoFacts(video)
    if (!isReadable) throw new HostFailure('fail video decode error')
    return {
      orientation: 'up',
      type: video.type.replace('video/', '').split(';')[0] ?? '',
      duration,
      // Kilobytes, as WeChat has it here.
      size: Math.round((video.size / 1024) * 100) / 100,
      width,
      height,
      fps: assumedFramesPerSecond,
      bitrate: duration > 0 ? Math.round((video.size * 8) / duration / 1000) : 0,
    }
  },
  async compressImage({ params }, host) {
    const picture = await need(host, readText(params, 'src'))
    const width = readNumber(params, 'compressedWidth', 0)
    const height = readNumber(params, 'compressedHeight', 0)
    const small = await compressPicture(picture, {
      quality: Math.min(100, Math.max(0, readNumber(params, 'quality', 80))),
      ...(width > 0 ? { maxWidth: width } : {}),
      ...(height > 0 ? { maxHeight: height } : {}),
    }).catch(() => {
      throw new HostFailure('fail image decode error')
    })
    return { tempFilePath: host.files.add(small) }
  },
  saveImageToPhotosAlbum: ({ params }, host) => saveToDevice(host, readText(params, 'filePath'), 'image'),
  saveVideoToPhotosAlbum: ({ params }, host) => saveToDevice(host, readText(params, 'filePath'), 'video'),
}

async function need(host: HostContext, path: string): Promise<Blob> {
  const found = await host.loadResource(path)
  if (found === undefined) throw new HostFailure('fail file not found')
  return found
}

/** Files of the package and of the device keep their paths; what came from elsewhere gets one. */
function pathOf(host: HostContext, src: string, file: Blob): string {
  return /^(https?|data):/i.test(src) && !/^https?:\/\/(tmp|usr|store)\//i.test(src) ? host.files.add(file) : src
}
