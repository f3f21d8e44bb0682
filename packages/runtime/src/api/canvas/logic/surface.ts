/**
 * A canvas as app code has it: the browser's own OffscreenCanvas, so that every drawing function is there and answers at once, with what
 * WeChat adds to it. It notes when something was drawn; whoever shows it takes the picture then.
 */
import type { BrowserParts } from '../../../logic/browser-parts.ts'
import { isFunction, isRecord, textOf } from '../../../logic/values.ts'
import { encodePicture } from './encode.ts'
import { CanvasImage, drawable, type LoadPicture } from './picture.ts'

export interface SurfaceParts {
  browser: BrowserParts
  load: LoadPicture
}

const frameMs = 1000 / 60

const drawing2d = ['clearRect', 'fillRect', 'strokeRect', 'fillText', 'strokeText', 'putImageData', 'fill', 'stroke']
const drawing3d = [
  ...['clear', 'drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced', 'drawRangeElements'],
  ...['blitFramebuffer', 'clearBufferfv', 'clearBufferiv', 'clearBufferuiv', 'clearBufferfi'],
]
/** Their pictures may be images of ours. */
const taking2d = ['drawImage', 'createPattern']
const taking3d = ['texImage2D', 'texSubImage2D', 'texImage3D', 'texSubImage3D']

/** Undefined where workers have no canvas. */
export function createSurface(
  { browser, load }: SurfaceParts,
  size: { width: number; height: number },
  drawn: () => void = () => undefined,
): OffscreenCanvas | undefined {
  if (browser.OffscreenCanvas === undefined) return undefined
  const canvas = new browser.OffscreenCanvas(size.width, size.height)
  const getContext = canvas.getContext.bind(canvas)
  const known = new WeakSet<object>()
  define(canvas, {
    getContext(kind: unknown, options: unknown) {
      const name = textOf(kind)
      const is2d = name === '2d'
      if (!is2d && !/^(experimental-)?webgl2?$/.test(name)) return null
      // The picture is taken after the task that drew it, so it must be kept for that long.
      const kept = is2d ? options : { ...(isRecord(options) ? options : {}), preserveDrawingBuffer: true }
      const context: unknown = Reflect.apply(getContext, canvas, [name.replace('experimental-', ''), kept])
      if (!isRecord(context)) return null
      if (!known.has(context)) {
        known.add(context)
        if (is2d) watchCalls(context, drawing2d, taking2d, drawn)
        else watchCalls(context, drawing3d, taking3d, drawn)
      }
      return context
    },
    createImage: () => new CanvasImage(load),
    createImageData: (width: unknown = canvas.width, height: unknown = canvas.height) =>
      scratch(browser, 1, 1)?.context.createImageData(Number(width), Number(height)),
    createPath2D: (path: unknown) => createPath(browser, path),
    requestAnimationFrame: requestFrame,
    cancelAnimationFrame: (id: unknown) => clearTimeout(Number(id)),
    toDataURL: (type: unknown, quality: unknown) => toDataUrl(browser, canvas, { type, quality }),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })
  watchSize(canvas, drawn)
  return canvas
}

/** Its own timer: the worker's frame is not shown, so the browser would hold its animation frames back. */
function requestFrame(callback: unknown): number {
  const now = Date.now()
  const id: unknown = setTimeout(
    () => {
      if (isFunction(callback)) callback(Date.now())
    },
    frameMs - (now % frameMs),
  )
  return Number(id)
}

export function createPath(browser: BrowserParts, path: unknown): Path2D | undefined {
  if (browser.Path2D === undefined) return undefined
  return path instanceof browser.Path2D || typeof path === 'string' ? new browser.Path2D(path) : new browser.Path2D()
}

export function scratch(
  browser: BrowserParts,
  width: number,
  height: number,
): { canvas: OffscreenCanvas; context: OffscreenCanvasRenderingContext2D } | undefined {
  if (browser.OffscreenCanvas === undefined) return undefined
  const canvas = new browser.OffscreenCanvas(Math.max(1, width), Math.max(1, height))
  const context = canvas.getContext('2d')
  return context === null ? undefined : { canvas, context }
}

function toDataUrl(
  browser: BrowserParts,
  canvas: OffscreenCanvas,
  { type, quality }: { type: unknown; quality: unknown },
): string {
  const { width, height } = canvas
  if (width === 0 || height === 0) return 'data:,'
  // A copy: the canvas itself may have a WebGL context, which gives its pixels upside down.
  const copy = scratch(browser, width, height)
  copy?.context.drawImage(canvas, 0, 0)
  const pixels = copy?.context.getImageData(0, 0, width, height)
  return pixels === undefined ? 'data:,' : encodePicture(pixels, textOf(type), quality)
}

/** As properties of the object itself, which go before the browser's own on the prototype. */
function define(target: object, members: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true })
  }
}

function watchCalls(
  context: Record<string, unknown>,
  drawing: readonly string[],
  taking: readonly string[],
  drawn: () => void,
): void {
  const members: Record<string, unknown> = {}
  for (const name of [...drawing, ...taking]) {
    const method = context[name]
    if (!isFunction(method)) continue
    const takes = taking.includes(name)
    members[name] = (...args: unknown[]) => {
      drawn()
      return method.apply(context, takes ? args.map(drawable) : args)
    }
  }
  define(context, members)
}

/** A new size empties the canvas. */
function watchSize(canvas: OffscreenCanvas, drawn: () => void): void {
  for (const name of ['width', 'height'] as const) {
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(canvas), name)
    Object.defineProperty(canvas, name, {
      get: () => Number(own?.get?.call(canvas)),
      set(value: unknown) {
        own?.set?.call(canvas, Number(value) || 0)
        drawn()
      },
      configurable: true,
      enumerable: true,
    })
  }
}
