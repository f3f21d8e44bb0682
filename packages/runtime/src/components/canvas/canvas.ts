/** Shows what the worker has drawn. The app's drawing never runs here, except where workers have no canvas. */
import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'
import type { TouchDetail } from '../../view/touch-points.ts'

const touches = ['touchstart', 'touchmove', 'touchend', 'touchcancel', 'longtap']

class CanvasElement extends BuiltIn {
  private readonly canvas = document.createElement('canvas')
  private readonly screen = this.canvas.getContext('bitmaprenderer')

  constructor(...parts: ConstructorParameters<typeof BuiltIn>) {
    super(...parts)
    // Whoever does not see has the element's own label; an empty picture inside of it says nothing.
    this.canvas.setAttribute('aria-hidden', 'true')
    this.content = document.createElement('div')
    this.content.className = 'wx-canvas-content'
    this.element.append(this.canvas, this.content)
  }

  override update(): void {
    const { element } = this
    if (element.hasAttribute('aria-label') && !element.hasAttribute('role')) element.setAttribute('role', 'img')
    const isHeard = touches.some((name) => (element.banyanState?.listeners?.get(name) ?? 0) !== 0)
    element.toggleAttribute('data-still', this.flag('disable-scroll') && isHeard)
  }

  override touchDetail(detail: TouchDetail): TouchDetail {
    const { left, top } = this.element.getBoundingClientRect()
    const place = (point: TouchDetail['touches'][number]) => ({
      ...point,
      x: point.clientX - left,
      y: point.clientY - top,
    })
    return { touches: detail.touches.map(place), changedTouches: detail.changedTouches.map(place) }
  }

  override invoke(method: string, args: readonly unknown[]): unknown {
    switch (method) {
      case 'box': {
        const { clientWidth: width, clientHeight: height } = this.element
        return { width, height, pixelRatio: devicePixelRatio }
      }
      case 'show': {
        const [picture] = args
        if (picture instanceof ImageBitmap) this.show(picture)
        return undefined
      }
      default:
        return super.invoke(method, args)
    }
  }

  private show(picture: ImageBitmap): void {
    const { canvas } = this
    if (canvas.width !== picture.width) canvas.width = picture.width
    if (canvas.height !== picture.height) canvas.height = picture.height
    this.screen?.transferFromImageBitmap(picture)
  }
}

export const canvas: BuiltInDefinition = {
  tag: 'canvas',
  attributes: ['type', 'canvas-id', 'disable-scroll'],
  style: [
    'wx-canvas{display:block;position:relative;width:300px;height:150px}',
    'wx-canvas>canvas{display:block;position:absolute;top:0;left:0;width:100%;height:100%}',
    'wx-canvas>.wx-canvas-content{position:relative;width:100%;height:100%;pointer-events:none}',
    'wx-canvas>.wx-canvas-content>*{pointer-events:auto}',
    'wx-canvas[data-still]{touch-action:none}',
  ].join(''),
  create: (element, view) => new CanvasElement(element, view),
}
