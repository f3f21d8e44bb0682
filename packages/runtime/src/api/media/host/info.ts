import { HostFailure } from '../../../host/host-failure.ts'
import { orientationOf, typeOfPicture } from './picture-bytes.ts'

/** WeChat's names of EXIF's numbers 1 to 8. */
const orientations = [
  'up',
  'up-mirrored',
  'down',
  'down-mirrored',
  'left-mirrored',
  'right',
  'right-mirrored',
  'left',
] as const

/** Width and height are those of the file, before its orientation is applied, as WeChat says. */
export async function imageInfo(
  picture: Blob,
): Promise<{ width: number; height: number; type: string; orientation: string }> {
  const bytes = new Uint8Array(await picture.arrayBuffer())
  const orientation = orientationOf(bytes)
  const { width, height } = await measure(picture)
  const isTurned = orientation >= 5
  return {
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    type: typeOfPicture(bytes),
    orientation: orientations[orientation - 1] ?? 'up',
  }
}

async function measure(picture: Blob): Promise<{ width: number; height: number }> {
  const url = URL.createObjectURL(picture)
  const image = new Image()
  image.src = url
  try {
    await image.decode()
    return { width: image.naturalWidth, height: image.naturalHeight }
  } catch {
    throw new HostFailure('fail image decode error')
  } finally {
    URL.revokeObjectURL(url)
  }
}

export interface VideoFacts {
  /** Seconds. */
  duration: number
  width: number
  height: number
  isReadable: boolean
}

/** Length and size of a video; zeros when the browser cannot read it. */
export function videoFacts(video: Blob): Promise<VideoFacts> {
  return withVideo(video, (element) => {
    const { duration, videoWidth: width, videoHeight: height } = element
    return { duration: Number.isFinite(duration) ? duration : 0, width, height, isReadable: width > 0 || duration > 0 }
  })
}

/** The first picture of a video as JPEG; undefined when the browser cannot read it. */
export function firstPicture(video: Blob): Promise<Blob | undefined> {
  return withVideo(video, async (element) => {
    if (element.videoWidth === 0) return undefined
    const isShown = new Promise<void>((resolve) => {
      element.addEventListener('seeked', () => resolve(), { once: true })
      element.addEventListener('error', () => resolve(), { once: true })
    })
    // A little way in, since many films begin black.
    element.currentTime = Math.min(0.1, element.duration / 2 || 0)
    await isShown
    const canvas = document.createElement('canvas')
    canvas.width = element.videoWidth
    canvas.height = element.videoHeight
    canvas.getContext('2d')?.drawImage(element, 0, 0)
    return new Promise<Blob | undefined>((resolve) => {
      canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', 0.8)
    })
  })
}

async function withVideo<T>(video: Blob, work: (element: HTMLVideoElement) => T | Promise<T>): Promise<T> {
  const url = URL.createObjectURL(video)
  const element = document.createElement('video')
  element.muted = true
  element.playsInline = true
  element.preload = 'auto'
  try {
    await new Promise<void>((resolve) => {
      element.addEventListener('loadeddata', () => resolve(), { once: true })
      element.addEventListener('error', () => resolve(), { once: true })
      element.src = url
    })
    await learnDuration(element)
    return await work(element)
  } finally {
    element.removeAttribute('src')
    URL.revokeObjectURL(url)
  }
}

/** Films that a browser recorded do not say how long they are: at their end it is known. */
async function learnDuration(element: HTMLVideoElement): Promise<void> {
  if (element.duration !== Number.POSITIVE_INFINITY) return
  await new Promise<void>((resolve) => {
    const seen = () => {
      if (element.duration === Number.POSITIVE_INFINITY) return
      element.removeEventListener('durationchange', seen)
      resolve()
    }
    element.addEventListener('durationchange', seen)
    element.addEventListener('error', () => resolve(), { once: true })
    element.currentTime = Number.MAX_SAFE_INTEGER
  })
  element.currentTime = 0
}
