/** `canvasToTempFilePath`, `canvasGetImageData`, `canvasPutImageData`: pixels of a canvas for the app, and back. */
import { ApiError, type LogicContext } from '../../../logic/context.ts'
import { isRecord, textOf } from '../../../logic/values.ts'
import { asyncFunction, type Options } from '../../core/logic/async-function.ts'
import { readNumber } from '../../core/logic/rules.ts'
import type { Canvases } from './canvases.ts'
import { scratch } from './surface.ts'

interface Area {
  x: number
  y: number
  width: number
  height: number
}

interface Source {
  surface: OffscreenCanvas
  /** Pixels of the surface for a unit of the app. */
  scale: number
}

export function canvasFunctions(context: LogicContext, canvases: Canvases): Record<string, unknown> {
  /** With the component that the app names as a second argument. */
  const withComponent =
    (name: string, work: (options: Options, component: unknown) => Promise<unknown>) =>
    (options?: unknown, component?: unknown): unknown =>
      asyncFunction(name, (given) => work(given, component))(options)

  const sourceOf = async (name: string, options: Options, component: unknown): Promise<Source> => {
    const { canvas, canvasId } = options
    if (isSurface(canvas)) {
      const shown = canvases.ofSurface(canvas)
      await shown?.settled()
      return { surface: canvas, scale: (await shown?.pixelRatio()) ?? 1 }
    }
    const shown = await canvases.find(textOf(canvasId), component)
    if (shown === undefined) throw new ApiError(`${name}:fail canvas is empty`)
    await shown.settled()
    if (shown.surface === undefined) throw new ApiError(`${name}:fail not supported`)
    return { surface: shown.surface, scale: await shown.pixelRatio() }
  }

  return {
    canvasToTempFilePath: withComponent('canvasToTempFilePath', async (options, component) => {
      const { surface, scale } = await sourceOf('canvasToTempFilePath', options, component)
      const area = areaOf(options, surface, scale)
      const ratio = Number(context.system.window['pixelRatio']) || 1
      const width = Math.round(readNumber(options, 'destWidth') ?? area.width * ratio)
      const height = Math.round(readNumber(options, 'destHeight') ?? area.height * ratio)
      const copy = scratch(context.browser, width, height)
      if (copy === undefined || width < 1 || height < 1) {
        throw new ApiError('canvasToTempFilePath:fail invalid viewport')
      }
      drawArea(copy.context, { surface, scale }, area)
      const isJpeg = /^jpe?g$/i.test(textOf(options['fileType']))
      const quality = readNumber(options, 'quality') ?? 1
      const file = await copy.canvas.convertToBlob({
        type: isJpeg ? 'image/jpeg' : 'image/png',
        quality: quality > 0 && quality <= 1 ? quality : 1,
      })
      return context.call('canvasToTempFilePath', { file })
    }),
    canvasGetImageData: withComponent('canvasGetImageData', async (options, component) => {
      const source = await sourceOf('canvasGetImageData', options, component)
      const { x, y, ...size } = requireArea('canvasGetImageData', options)
      const [width, height] = [Math.abs(Math.round(size.width)), Math.abs(Math.round(size.height))]
      const copy = scratch(context.browser, width, height)
      if (copy === undefined) throw new ApiError('canvasGetImageData:fail not supported')
      drawArea(copy.context, source, { x, y, width, height })
      const { data } = copy.context.getImageData(0, 0, width, height)
      return { width, height, data }
    }),
    canvasPutImageData: withComponent('canvasPutImageData', async (options, component) => {
      const { surface, scale } = await sourceOf('canvasPutImageData', options, component)
      const { x, y, width, height } = requireArea('canvasPutImageData', options)
      const data = options['data']
      const target = surface.getContext('2d')
      const copy = scratch(context.browser, width, height)
      if (target === null || copy === undefined || !isBytes(data) || data.length !== width * height * 4) {
        throw new ApiError('canvasPutImageData:fail data is invalid')
      }
      const pixels = copy.context.createImageData(width, height)
      pixels.data.set(data)
      copy.context.putImageData(pixels, 0, 0)
      target.save()
      target.setTransform(scale, 0, 0, scale, 0, 0)
      target.globalAlpha = 1
      target.globalCompositeOperation = 'source-over'
      // Pixels replace what is there, transparent ones too.
      target.clearRect(x, y, width, height)
      target.drawImage(copy.canvas, x, y, width, height)
      target.restore()
    }),
  }
}

function areaOf(options: Options, surface: OffscreenCanvas, scale: number): Area {
  const x = readNumber(options, 'x') ?? 0
  const y = readNumber(options, 'y') ?? 0
  return {
    x,
    y,
    width: readNumber(options, 'width') ?? surface.width / scale - x,
    height: readNumber(options, 'height') ?? surface.height / scale - y,
  }
}

function requireArea(name: string, options: Options): Area {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => readNumber(options, key) ?? 0)
  if (!width || !height) throw new ApiError(`${name}:fail width or height is 0`)
  return { x: x ?? 0, y: y ?? 0, width, height }
}

/** What lies outside of the surface stays transparent. */
function drawArea(target: OffscreenCanvasRenderingContext2D, { surface, scale }: Source, area: Area): void {
  const { width, height } = target.canvas
  target.setTransform(width / area.width / scale, 0, 0, height / area.height / scale, 0, 0)
  target.drawImage(surface, -area.x * scale, -area.y * scale)
}

/** The name of the class is gone in the worker. */
function isSurface(value: unknown): value is OffscreenCanvas {
  return isRecord(value) && 'convertToBlob' in value
}

function isBytes(value: unknown): value is Uint8ClampedArray {
  return value instanceof Uint8ClampedArray || value instanceof Uint8Array
}
