/** What is read and found inside a page's frame. Sent there as text, together with `selectorHelpers`. */
import { findAll, placeIn, rectOf, scrollerOf } from './selectors.ts'
import type { SeenRect } from './selectors.ts'

export interface Look {
  selector: string
  what: 'nodes' | 'style' | 'attr' | 'onTop' | 'pixel'
  name?: string
  pseudo?: string
  /** A value of `name` to be written as the browser writes computed values. */
  expected?: string
  of?: string
  at?: readonly [number | string, number | string]
}

export interface SeenNode {
  text: string
  isVisible: boolean
  rect: SeenRect
  value: string | null
  isChecked: boolean
  isFocused: boolean
  selection: readonly [number, number] | null
  scrollTop: number
  scrollLeft: number
  isLoaded: boolean
  attr: string | null
  style: string
  isOnTop: boolean
  /** Red, green and blue of a canvas at the point asked for. */
  pixel: readonly number[] | null
}

export interface Seen {
  nodes: readonly SeenNode[]
  /** Rectangle of the first node that `of` finds. */
  of: SeenRect | null
  expected: string
}

export function lookInPage(look: Look): Seen {
  const field = (element: Element): Element =>
    element.querySelector(':scope > input, :scope > textarea, :scope > * > input, :scope > * > textarea') ?? element
  const isOnTop = (element: Element): boolean => {
    const rect = rectOf(element)
    const [x, y] = look.at ?? ['50%', '50%']
    const hit = document.elementFromPoint(rect.left + placeIn(x, rect.width), rect.top + placeIn(y, rect.height))
    return hit !== null && element.contains(hit)
  }
  const pixelOf = (element: Element): readonly number[] | null => {
    const canvas = element instanceof HTMLCanvasElement ? element : element.querySelector('canvas')
    if (canvas === null) return null
    const [x, y] = look.at ?? ['50%', '50%']
    const rect = rectOf(canvas)
    const left = (placeIn(x, rect.width) * canvas.width) / rect.width
    const top = (placeIn(y, rect.height) * canvas.height) / rect.height
    const copy = document.createElement('canvas')
    copy.width = copy.height = 1
    const pen = copy.getContext('2d')
    pen?.drawImage(canvas, -Math.floor(left), -Math.floor(top))
    return pen === null ? null : [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)]
  }
  const see = (element: Element): SeenNode => {
    const control = field(element)
    const isText = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
    const picture = element instanceof HTMLImageElement ? element : element.querySelector('img')
    const style = getComputedStyle(element, look.pseudo ?? null)
    const scroller = scrollerOf(element)
    const name = look.name ?? ''
    const { activeElement } = document
    return {
      text: element instanceof HTMLElement ? element.innerText : (element.textContent ?? ''),
      isVisible: element.getClientRects().length > 0 && style.visibility === 'visible',
      rect: rectOf(element),
      value: isText ? control.value : null,
      isChecked:
        (control instanceof HTMLInputElement && control.checked) ||
        element.matches('[aria-checked="true"]') ||
        element.querySelector('[aria-checked="true"]') !== null,
      isFocused: activeElement !== null && activeElement !== document.body && element.contains(activeElement),
      selection: isText ? [control.selectionStart ?? 0, control.selectionEnd ?? 0] : null,
      scrollTop: scroller.scrollTop,
      scrollLeft: scroller.scrollLeft,
      isLoaded: picture !== null && picture.complete && picture.naturalWidth > 0,
      attr:
        look.what === 'attr'
          ? (element.getAttribute(name) ?? (control === element ? null : control.getAttribute(name)))
          : null,
      style: look.what === 'style' ? style.getPropertyValue(name) : '',
      isOnTop: look.what === 'onTop' && isOnTop(element),
      pixel: look.what === 'pixel' ? pixelOf(element) : null,
    }
  }
  const written = (name: string, value: string): string => {
    const probe = document.createElement('div')
    probe.style.setProperty(name, value)
    document.body.append(probe)
    const result = getComputedStyle(probe).getPropertyValue(name)
    probe.remove()
    return result
  }
  const first = look.of === undefined ? undefined : findAll(look.of)[0]
  return {
    nodes: findAll(look.selector).map(see),
    of: first === undefined ? null : rectOf(first),
    expected: look.expected === undefined ? '' : written(look.name ?? '', look.expected),
  }
}

export interface Place {
  selector: string
  at: readonly [number | string, number | string]
}

/** A point of the element in the frame's own pixels, brought onto the screen; null while it is not there or moves. */
export async function placeInPage({ selector, at }: Place): Promise<{ x: number; y: number } | null> {
  const element = findAll(selector)[0]
  if (element === undefined || element.getClientRects().length === 0) return null
  const point = () => {
    const rect = rectOf(element)
    return { x: rect.left + placeIn(at[0], rect.width), y: rect.top + placeIn(at[1], rect.height) }
  }
  const isOutside = ({ x, y }: { x: number; y: number }) => x < 0 || y < 0 || x >= innerWidth || y >= innerHeight
  if (isOutside(point())) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
  const before = point()
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve))
    setTimeout(resolve, 100)
  })
  const after = point()
  return Math.abs(before.x - after.x) < 1 && Math.abs(before.y - after.y) < 1 ? after : null
}

export interface ScrollTo {
  selector: string
  top: number | null
  left: number | null
}

export function scrollInPage({ selector, top, left }: ScrollTo): boolean {
  const element = findAll(selector)[0]
  if (element === undefined) return false
  const scroller = scrollerOf(element)
  scroller.scrollTo({
    top: top ?? scroller.scrollTop,
    left: left ?? scroller.scrollLeft,
    behavior: 'instant',
  })
  return true
}

export interface Stroke {
  selector: string
  at: readonly [number | string, number | string]
  by: readonly [number, number]
}

/** Whether the browser itself would scroll when a finger makes this stroke. */
export function scrollsInPage({ selector, at, by }: Stroke): boolean {
  const element = findAll(selector)[0]
  if (element === undefined) return false
  const isVertical = Math.abs(by[1]) > Math.abs(by[0])
  const delta = isVertical ? -by[1] : -by[0]
  const canScroll = (each: Element): boolean => {
    const style = getComputedStyle(each)
    const overflow = isVertical ? style.overflowY : style.overflowX
    const isRoot = each === document.scrollingElement
    if (isRoot ? overflow === 'hidden' : !/auto|scroll/.test(overflow)) return false
    const offset = isVertical ? each.scrollTop : each.scrollLeft
    const room = isVertical ? each.scrollHeight - each.clientHeight : each.scrollWidth - each.clientWidth
    return delta > 0 ? offset < room - 1 : offset > 0
  }
  const rect = rectOf(element)
  const x = rect.left + placeIn(at[0], rect.width)
  const y = rect.top + placeIn(at[1], rect.height)
  for (let node: Element | null = document.elementFromPoint(x, y); node !== null; node = node.parentElement) {
    if (canScroll(node)) return true
    const touchAction = getComputedStyle(node).touchAction
    if (touchAction === 'none' || touchAction === (isVertical ? 'pan-x' : 'pan-y')) return false
  }
  return false
}
