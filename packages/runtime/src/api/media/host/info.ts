import { HostFailure } from '../../../host/context.ts'

export async function imageInfo(
  picture: Blob,
): Promise<{ width: number; height: number; type: string; orientation: string }> {
  const { width, height } = await measure(picture)
  const type = picture.type.replace('image/', '').replace('jpg', 'jpeg')
  return { width, height, type: /^(png|jpeg|gif|tiff|webp)$/.test(type) ? type : 'unknown', orientation: 'up' }
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

/** Length in seconds and size of a video; zeros when the browser cannot read it. */
export function mediaInfo(video: Blob): Promise<{ duration: number; width: number; height: number }> {
  return new Promise((resolve) => {
    const url = URL.createObjectURL(video)
    const element = document.createElement('video')
    const finish = () => {
      URL.revokeObjectURL(url)
      const { duration, videoWidth: width, videoHeight: height } = element
      resolve({ duration: Number.isFinite(duration) ? duration : 0, width, height })
    }
    element.preload = 'metadata'
    element.addEventListener('loadedmetadata', finish, { once: true })
    element.addEventListener('error', finish, { once: true })
    element.src = url
  })
}
