/** One marker: its picture, label and callout, standing at its place. */
import type { Point } from './camera.ts'
import { type Fields, fieldsOf, numberIn, textIn } from './fields.ts'
import { type Place, placeOf } from './place.ts'

export interface MarkerParts {
  loadPicture: (path: string) => Promise<string | undefined>
  /** The picture has come and with it, perhaps, a size. */
  changed: () => void
}

/** WeChat's own pin has about this size. */
const pinSize = { width: 24, height: 34 }

export class Marker {
  readonly element = document.createElement('div')
  fields: Fields
  place: Place
  isCalloutShown = false
  /** Degrees added while the marker moves. */
  turn = 0
  private readonly parts: MarkerParts
  private readonly icon = document.createElement('div')
  private callout: HTMLElement | undefined
  private label: HTMLElement | undefined
  private picture: HTMLImageElement | undefined
  private shownPath: string | undefined
  private natural = pinSize

  constructor(fields: Fields, place: Place, parts: MarkerParts) {
    this.fields = fields
    this.place = place
    this.parts = parts
    this.element.className = 'wx-map-marker'
    this.icon.className = 'wx-map-marker-icon'
    this.icon.tabIndex = 0
    this.icon.setAttribute('role', 'button')
    this.element.append(this.icon)
    this.update(fields)
  }

  get id(): number {
    return numberIn(this.fields, 'id', 0)
  }

  /** A marker without a callout shows its title when it is tapped. */
  get hasCallout(): boolean {
    return this.fields['callout'] !== undefined || textIn(this.fields, 'title') !== ''
  }

  get size(): { width: number; height: number } {
    return {
      width: numberIn(this.fields, 'width', this.natural.width),
      height: numberIn(this.fields, 'height', this.natural.height),
    }
  }

  get anchor(): Point {
    const anchor = fieldsOf(this.fields['anchor'])
    return { x: numberIn(anchor, 'x', 0.5), y: numberIn(anchor, 'y', 1) }
  }

  update(fields: Fields): void {
    this.fields = fields
    this.place = placeOf(fields) ?? this.place
    this.element.style.zIndex = String(Math.round(numberIn(fields, 'zIndex', 0)))
    this.describe()
    this.showPicture(textIn(fields, 'iconPath'))
    this.layOut()
    this.showLabel()
    this.showCallout()
  }

  stand(point: Point | undefined): void {
    this.element.hidden = point === undefined
    if (point !== undefined) this.element.style.transform = `translate(${point.x}px,${point.y}px)`
  }

  layOut(): void {
    const { width, height } = this.size
    const { x, y } = this.anchor
    const { style } = this.icon
    style.width = `${width}px`
    style.height = `${height}px`
    style.left = `${-x * width}px`
    style.top = `${-y * height}px`
    style.opacity = String(numberIn(this.fields, 'alpha', 1))
    style.transformOrigin = `${x * 100}% ${y * 100}%`
    const turn = numberIn(this.fields, 'rotate', 0) + this.turn
    style.transform = turn === 0 ? '' : `rotate(${turn}deg)`
  }

  showCallout(): void {
    const given = fieldsOf(this.fields['callout'])
    const content = textIn(given, 'content', textIn(this.fields, 'title'))
    const isAlways = textIn(given, 'display') === 'ALWAYS'
    if (content === '' || this.fields['customCallout'] !== undefined || !(isAlways || this.isCalloutShown)) {
      this.callout?.remove()
      this.callout = undefined
      return
    }
    const callout = (this.callout ??= this.add('wx-map-callout'))
    callout.textContent = content
    paint(callout, given, { background: '#ffffff', color: '#000000', radius: 4, padding: 8 })
    const { height } = this.size
    const [x, y] = [numberIn(given, 'anchorX', 0), numberIn(given, 'anchorY', 0)]
    callout.style.transform = `translate(calc(-50% + ${x}px),calc(-100% - ${this.anchor.y * height + 6 - y}px))`
  }

  private showLabel(): void {
    const given = fieldsOf(this.fields['label'])
    const content = textIn(given, 'content')
    if (content === '') {
      this.label?.remove()
      this.label = undefined
      return
    }
    const label = (this.label ??= this.add('wx-map-label'))
    label.textContent = content
    paint(label, given, { background: 'transparent', color: '#000000', radius: 0, padding: 0 })
    // `x` and `y` are the names before 2.1.0.
    label.style.left = `${numberIn(given, 'anchorX', numberIn(given, 'x', 0))}px`
    label.style.top = `${numberIn(given, 'anchorY', numberIn(given, 'y', 0))}px`
  }

  private add(className: string): HTMLElement {
    const element = document.createElement('div')
    element.className = className
    element.setAttribute('role', 'button')
    element.tabIndex = 0
    this.element.append(element)
    return element
  }

  private describe(): void {
    const { fields } = this
    const label = textIn(fields, 'ariaLabel', textIn(fields, 'aria-label', textIn(fields, 'title')))
    const callout = textIn(fieldsOf(fields['callout']), 'content')
    const content = textIn(fieldsOf(fields['label']), 'content')
    this.icon.setAttribute('aria-label', label || callout || content || `${this.id}`)
  }

  private showPicture(path: string): void {
    if (path === this.shownPath) return
    this.shownPath = path
    if (path === '') {
      this.icon.replaceChildren(pin())
      this.natural = pinSize
      return
    }
    void this.parts.loadPicture(path).then((url) => {
      if (this.shownPath !== path) return
      if (url === undefined) {
        this.icon.replaceChildren(pin())
        return
      }
      const image = (this.picture ??= document.createElement('img'))
      image.alt = ''
      image.draggable = false
      image.onload = () => {
        this.natural = { width: image.naturalWidth, height: image.naturalHeight }
        this.layOut()
        this.showCallout()
        this.parts.changed()
      }
      image.src = url
      this.icon.replaceChildren(image)
    })
  }
}

function paint(
  element: HTMLElement,
  given: Fields,
  fallback: { background: string; color: string; radius: number; padding: number },
): void {
  const { style } = element
  style.color = textIn(given, 'color', fallback.color)
  style.fontSize = `${numberIn(given, 'fontSize', 12)}px`
  style.background = textIn(given, 'bgColor', fallback.background)
  style.borderRadius = `${numberIn(given, 'borderRadius', fallback.radius)}px`
  style.border = `${numberIn(given, 'borderWidth', 0)}px solid ${textIn(given, 'borderColor', 'transparent')}`
  style.padding = `${numberIn(given, 'padding', fallback.padding)}px`
  style.textAlign = textIn(given, 'textAlign', 'left')
  element.style.setProperty('--wx-callout-background', style.background)
}

/** A red drop with a white eye. */
function pin(): SVGElement {
  const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  picture.setAttribute('viewBox', '0 0 24 34')
  const drop = document.createElementNS(picture.namespaceURI, 'path')
  drop.setAttribute('d', 'M12 33C10 27 1 20 1 12a11 11 0 0 1 22 0c0 8-9 15-11 21z')
  drop.setAttribute('fill', '#f04b3c')
  drop.setAttribute('stroke', '#c0352a')
  const eye = document.createElementNS(picture.namespaceURI, 'circle')
  for (const [name, value] of Object.entries({ cx: '12', cy: '12', r: '4.5', fill: '#fff' }))
    eye.setAttribute(name, value)
  picture.append(drop, eye)
  return picture
}
