import { BuiltIn, type BuiltInDefinition, type ViewContext } from '../../view/built-in.ts'
import { MovableViewElement } from '../movable-view/movable-view.ts'

/** The box in which movable-views move. With `scale-area` fingers anywhere in it pinch the view. */
class MovableAreaElement extends BuiltIn {
  private readonly resizes: ResizeObserver

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    this.resizes = new ResizeObserver(() => {
      for (const movable of this.movables()) movable.resized()
    })
    this.resizes.observe(element)
    for (const name of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const)
      element.addEventListener(name, (event) => this.passOn(name, event))
  }

  override update(): void {
    this.element.style.touchAction = this.flag('scale-area') ? 'none' : ''
  }

  override destroy(): void {
    this.resizes.disconnect()
  }

  private passOn(name: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel', event: PointerEvent): void {
    if (!this.flag('scale-area') || !(event.target instanceof Element)) return
    const [movable] = this.movables().filter((candidate) => candidate.flag('scale'))
    if (movable === undefined || movable.element.contains(event.target)) return
    if (name === 'pointerdown') movable.pointers.down(event)
    else if (name === 'pointermove') movable.pointers.move(event)
    else movable.pointers.up(event)
  }

  private movables(): MovableViewElement[] {
    return Array.from(
      this.element.querySelectorAll('wx-movable-view'),
      (element) => element.banyanState?.component,
    ).filter((component) => component instanceof MovableViewElement)
  }
}

export const movableArea: BuiltInDefinition = {
  tag: 'movable-area',
  attributes: ['scale-area'],
  style: 'wx-movable-area{display:block;position:relative;width:10px;height:10px}',
  create: (element, view) => new MovableAreaElement(element, view),
}
