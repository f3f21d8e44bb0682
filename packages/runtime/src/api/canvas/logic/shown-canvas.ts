/** One `<canvas>` of a page: the surface that the app draws on in the worker, and its way to the screen. */
import type { NodeTarget } from '../../../logic/framework/node-makers.ts'
import { type Action, picturesOf, replayActions, resetContext } from './actions.ts'
import { createSurface, type SurfaceParts } from './surface.ts'

export interface CanvasBox {
  /** CSS pixels. */
  width: number
  height: number
  pixelRatio: number
}

const emptyBox: CanvasBox = { width: 300, height: 150, pixelRatio: 1 }

export class ShownCanvas {
  readonly surface: OffscreenCanvas | undefined
  readonly #target: NodeTarget
  readonly #parts: SurfaceParts
  #isDrawn = false
  #isScheduled = false
  #isOnItsWay = false
  #wasDrawnByActions = false
  #tail: Promise<unknown> = Promise.resolve()

  constructor(target: NodeTarget, parts: SurfaceParts) {
    this.#target = target
    this.#parts = parts
    this.surface = createSurface(parts, emptyBox, () => this.#drawn())
  }

  /** Drawings with `createCanvasContext`, one after the other. Resolves when this one has been drawn. */
  draw(actions: readonly Action[], reserve: boolean): Promise<void> {
    const drawing = this.#tail.then(() => this.#drawActions(actions, reserve))
    this.#tail = drawing.catch(() => undefined)
    return drawing
  }

  /** When all drawings that were asked for by now are there. */
  async settled(): Promise<void> {
    await this.#tail
  }

  /** Device pixels for a unit in which the app names places: it draws on a surface of its own size only in the old way. */
  async pixelRatio(): Promise<number> {
    return this.#wasDrawnByActions ? (await this.box()).pixelRatio : 1
  }

  async box(): Promise<CanvasBox> {
    const box = await this.#target.invoke('box', []).catch(() => undefined)
    return isBox(box) ? box : emptyBox
  }

  async #drawActions(actions: readonly Action[], reserve: boolean): Promise<void> {
    const { surface } = this
    const context = surface?.getContext('2d')
    if (surface === undefined || context === null || context === undefined) return
    const [{ width, height, pixelRatio }, pictures] = await Promise.all([this.box(), this.#load(picturesOf(actions))])
    const size = { width: Math.round(width * pixelRatio), height: Math.round(height * pixelRatio) }
    const isResized = surface.width !== size.width || surface.height !== size.height
    if (isResized || !this.#wasDrawnByActions) Object.assign(surface, size)
    if (isResized || !reserve || !this.#wasDrawnByActions) resetContext(context, pixelRatio)
    this.#wasDrawnByActions = true
    replayActions(actions, { context, pixelRatio, pictures })
    this.#drawn()
  }

  /** A picture that cannot be had is left out, as in WeChat. */
  async #load(paths: readonly string[]): Promise<Map<string, CanvasImageSource>> {
    const pictures = new Map<string, CanvasImageSource>()
    const load = async (path: string) => {
      const picture = await this.#parts.load(path).catch(() => undefined)
      if (picture !== undefined) pictures.set(path, picture)
    }
    await Promise.all(paths.map(load))
    return pictures
  }

  /** However often something is drawn in one task, it is shown once; and no picture is sent before the last has arrived. */
  #drawn(): void {
    this.#isDrawn = true
    if (this.#isScheduled || this.#isOnItsWay) return
    this.#isScheduled = true
    setTimeout(() => {
      this.#isScheduled = false
      void this.#show()
    })
  }

  async #show(): Promise<void> {
    const { surface } = this
    const copy = this.#parts.browser.createImageBitmap
    if (surface === undefined || copy === undefined || surface.width === 0 || surface.height === 0) return
    this.#isDrawn = false
    this.#isOnItsWay = true
    try {
      const picture = await copy(surface)
      await this.#target.invoke('show', [picture], [picture])
    } catch {
      // The element is gone, or its page is.
    }
    this.#isOnItsWay = false
    if (this.#isDrawn) this.#drawn()
  }
}

function isBox(value: unknown): value is CanvasBox {
  return typeof value === 'object' && value !== null && 'pixelRatio' in value
}
