/** All canvases of the app: by their node, and by the `canvas-id` that the older functions name. */
import type { LogicContext } from '../../../logic/context.ts'
import type { NodeTarget } from '../../../logic/framework/node-makers.ts'
import { createCanvasContextObject } from './canvas-context.ts'
import { createPictureLoader } from './picture.ts'
import { ShownCanvas } from './shown-canvas.ts'
import { estimateWidth } from './estimate-width.ts'
import { scratch, type SurfaceParts } from './surface.ts'

export class Canvases {
  readonly parts: SurfaceParts
  readonly #context: LogicContext
  readonly #shown = new WeakMap<object, ShownCanvas>()
  readonly #bySurface = new WeakMap<object, ShownCanvas>()
  #ruler: OffscreenCanvasRenderingContext2D | undefined

  constructor(context: LogicContext) {
    this.#context = context
    this.parts = { browser: context.browser, load: createPictureLoader(context) }
    context.nodeMakers.set('canvas', {
      node: (target) => this.of(target).surface ?? null,
      context: (target) => {
        const shown = this.of(target)
        return this.createContext('', async () => shown)
      },
    })
  }

  of(target: NodeTarget): ShownCanvas {
    const known = this.#shown.get(target.key)
    if (known !== undefined) return known
    const shown = new ShownCanvas(target, this.parts)
    this.#shown.set(target.key, shown)
    if (shown.surface !== undefined) this.#bySurface.set(shown.surface, shown)
    return shown
  }

  /** The canvas that shows this surface; undefined for one that is nowhere on the screen. */
  ofSurface(surface: object): ShownCanvas | undefined {
    return this.#bySurface.get(surface)
  }

  createContext(id: string, find: () => Promise<ShownCanvas | undefined>): object {
    return createCanvasContextObject(id, {
      draw: async (actions, reserve) => {
        const shown = await find().catch(() => undefined)
        await shown?.draw(actions, reserve)
      },
      measure: (text, font) => this.#measure(text, font),
    })
  }

  /** The first canvas with this `canvas-id`, or else this id, in the component or the page on top. */
  async find(id: string, component: unknown): Promise<ShownCanvas | undefined> {
    const nodes = await this.#context.pages.findNodes('canvas', ['canvas-id'], component)
    const chosen =
      nodes.find(({ properties }) => properties['canvas-id'] === id) ?? nodes.find((node) => node.id === id)
    return chosen === undefined ? undefined : this.of(chosen.target)
  }

  #measure(text: string, font: string): number {
    this.#ruler ??= scratch(this.parts.browser, 1, 1)?.context
    if (this.#ruler === undefined) return estimateWidth(text, font)
    this.#ruler.font = font
    return this.#ruler.measureText(text).width
  }
}
