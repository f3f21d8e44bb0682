/** What stands fixed over a map: the app's controls, the compass, the scale. */
import { type Camera } from './camera.ts'
import { scaleBar } from './drawing.ts'
import { fieldsOf, listOf, numberIn, textIn } from './fields.ts'

export class Controls {
  readonly layer = document.createElement('div')
  private readonly compass = document.createElement('div')
  private readonly scale = document.createElement('div')
  private readonly loadPicture: (path: string) => Promise<string | undefined>
  private controls: HTMLElement[] = []

  constructor(loadPicture: (path: string) => Promise<string | undefined>, words: { compass: string }) {
    this.loadPicture = loadPicture
    this.layer.className = 'wx-map-controls'
    this.compass.className = 'wx-map-compass'
    this.compass.tabIndex = 0
    this.compass.setAttribute('role', 'button')
    this.compass.setAttribute('aria-label', words.compass)
    this.compass.hidden = true
    this.scale.className = 'wx-map-scale'
    this.scale.setAttribute('aria-hidden', 'true')
    this.scale.hidden = true
    this.layer.append(this.compass, this.scale)
  }

  set(list: unknown): void {
    for (const element of this.controls) element.remove()
    this.controls = listOf(list).map((fields, index) => {
      const position = fieldsOf(fields['position'])
      const element = document.createElement('div')
      element.className = 'wx-map-control'
      element.dataset['controlId'] = String(numberIn(fields, 'id', index))
      element.style.left = `${numberIn(position, 'left', 0)}px`
      element.style.top = `${numberIn(position, 'top', 0)}px`
      for (const side of ['width', 'height'] as const) {
        if (position[side] !== undefined) element.style[side] = `${numberIn(position, side, 0)}px`
      }
      if (fields['clickable'] === true) {
        element.dataset['clickable'] = ''
        element.tabIndex = 0
        element.setAttribute('role', 'button')
      }
      void this.loadPicture(textIn(fields, 'iconPath')).then((url) => {
        if (url === undefined) return
        const image = document.createElement('img')
        image.alt = ''
        image.draggable = false
        image.src = url
        element.append(image)
      })
      return element
    })
    this.layer.append(...this.controls)
  }

  show(options: { compass: boolean; scale: boolean }, camera: Camera): void {
    this.compass.hidden = !options.compass
    this.compass.style.transform = `rotate(${camera.rotate}deg)`
    this.scale.hidden = !options.scale
    if (!options.scale) return
    const { metres, px } = scaleBar(camera)
    this.scale.style.width = `${px}px`
    this.scale.textContent = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`
  }

  /** `compass`, the id of a clickable control, or nothing that reacts. */
  tapped(target: Element): 'compass' | number | undefined {
    if (target.closest('.wx-map-compass') !== null) return 'compass'
    const control = target.closest<HTMLElement>('.wx-map-control')
    if (control === null || control.dataset['clickable'] === undefined) return undefined
    return Number(control.dataset['controlId'])
  }
}
