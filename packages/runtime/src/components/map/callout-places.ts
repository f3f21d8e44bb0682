/** `customCallout`: elements of the app with a `marker-id` stand over their markers, wherever in the map's slot they are. */
import { parentNodeOf } from '../../view/node-state.ts'

interface Callout {
  id: number
  point: { x: number; y: number } | undefined
  isShown: boolean
}

export class CalloutPlaces {
  private readonly content: HTMLElement
  private readonly movements = new WeakMap<Element, Animation>()

  constructor(content: HTMLElement) {
    this.content = content
  }

  place(callouts: readonly Callout[]): void {
    const elements = this.elements()
    for (const [id, element] of elements) {
      const callout = callouts.find((candidate) => candidate.id === id)
      const isShown = callout?.isShown === true && callout.point !== undefined
      element.toggleAttribute('data-map-callout', true)
      element.toggleAttribute('data-map-hidden', !isShown)
      if (callout?.point === undefined) continue
      const { x, y } = callout.point
      this.move(element, `translate(${x}px,${y}px) translate(-50%,-100%)`)
    }
  }

  markerOf(target: Element): number | undefined {
    const elements = [...this.elements()]
    for (let at: HTMLElement | undefined = asNode(target); at !== undefined; at = parentNodeOf(at)) {
      const found = elements.find(([, element]) => element === at)
      if (found !== undefined) return found[0]
    }
    return undefined
  }

  private elements(): Map<number, HTMLElement> {
    const elements = new Map<number, HTMLElement>()
    for (const element of this.content.querySelectorAll<HTMLElement>('wx-cover-view')) {
      const id = Number(element.banyanState?.component?.properties['marker-id'] ?? Number.NaN)
      if (Number.isFinite(id)) elements.set(id, element)
    }
    return elements
  }

  /** As an animation that has ended: the app may replace the element's style at any time. */
  private move(element: HTMLElement, transform: string): void {
    const known = this.movements.get(element)
    if (known?.effect instanceof KeyframeEffect) {
      known.effect.setKeyframes({ transform: [transform, transform] })
      return
    }
    const movement = element.animate({ transform: [transform, transform] }, { duration: 1, fill: 'both' })
    this.movements.set(element, movement)
  }
}

function asNode(target: Element): HTMLElement | undefined {
  return target instanceof HTMLElement && target.banyanId !== undefined ? target : parentNodeOf(target)
}
