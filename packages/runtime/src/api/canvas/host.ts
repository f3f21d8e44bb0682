import type { HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { readText } from '../../host/params.ts'

export const canvasHost: HostMethods = {
  /** The bytes of a picture that the app draws. */
  async createCanvasContext({ params }, host) {
    const src = readText(params, 'src')
    const body = src === '' ? undefined : await host.loadResource(src)
    if (body === undefined) throw new HostFailure(`fail cannot load ${src}`)
    return { picture: /svg/.test(body.type) ? await drawVectors(body) : body }
  },
  /** The picture that the worker has made of a canvas. */
  canvasToTempFilePath({ params }, host) {
    if (!(params.file instanceof Blob)) throw new HostFailure('fail no picture')
    return { tempFilePath: host.files.add(params.file) }
  },
}

/** A worker cannot decode SVG. The picture is the browser's own, which runs no scripts in it and loads nothing for it. */
async function drawVectors(body: Blob): Promise<ImageBitmap> {
  const url = URL.createObjectURL(body)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth || 300
    canvas.height = image.naturalHeight || 150
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await createImageBitmap(canvas)
  } finally {
    URL.revokeObjectURL(url)
  }
}
