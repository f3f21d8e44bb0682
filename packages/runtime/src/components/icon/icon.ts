import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'
import { toCssLength } from '../../view/css-text.ts'

interface Drawing {
  color: string
  /** Filled with the stroke in white, an outline, or no circle at all. */
  circle: 'filled' | 'line' | 'none'
  path: string
}

const cross = 'M8.5 8.5l7 7m0-7l-7 7'
const letterI = 'M12 11v6M12 7.4v.01'
const drawings: Readonly<Record<string, Drawing>> = {
  success: { color: '#09bb07', circle: 'filled', path: 'M7 12.5l3.5 3.5L17 9' },
  success_no_circle: { color: '#09bb07', circle: 'none', path: 'M4 12.5l5.5 5.5L20.5 7' },
  info: { color: '#10aeff', circle: 'filled', path: letterI },
  warn: { color: '#f76260', circle: 'filled', path: 'M12 6.5v7M12 17v.01' },
  waiting: { color: '#10aeff', circle: 'filled', path: 'M12 6.5v6l4 2.5' },
  cancel: { color: '#f43530', circle: 'line', path: cross },
  download: { color: '#09bb07', circle: 'line', path: 'M12 6.5v9m-4-4l4 4 4-4' },
  search: { color: '#b2b2b2', circle: 'none', path: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13M15.5 15.5l5 5' },
  clear: { color: '#b2b2b2', circle: 'filled', path: cross },
  circle: { color: '#c9c9c9', circle: 'line', path: '' },
  info_circle: { color: '#09bb07', circle: 'line', path: letterI },
}
const defaultSizePx = '23px'

class IconElement extends BuiltIn {
  override update(): void {
    const drawing = drawings[this.text('type')]
    this.element.replaceChildren()
    if (drawing === undefined) return
    const size = toCssLength(this.properties['size'], defaultSizePx)
    const picture = draw(drawing)
    picture.style.cssText = `width:${CSS.supports('width', size) ? size : defaultSizePx};height:auto;display:block`
    picture.style.color = drawing.color
    const color = this.text('color')
    if (color !== '') picture.style.color = color
    this.element.append(picture)
  }
}

function draw(drawing: Drawing): SVGElement {
  const picture = shape('svg', {
    viewBox: '0 0 24 24',
    'aria-hidden': 'true',
    fill: 'none',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  })
  if (drawing.circle === 'filled')
    picture.append(shape('circle', { cx: '12', cy: '12', r: '11', fill: 'currentColor' }))
  if (drawing.circle === 'line') {
    picture.append(shape('circle', { cx: '12', cy: '12', r: '10.4', stroke: 'currentColor', 'stroke-width': '1.2' }))
  }
  const stroke = drawing.circle === 'filled' ? '#fff' : 'currentColor'
  const width = drawing.circle === 'filled' ? '1.8' : '1.5'
  if (drawing.path !== '') picture.append(shape('path', { d: drawing.path, stroke, 'stroke-width': width }))
  return picture
}

function shape(tag: string, values: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, value)
  return element
}

export const icon: BuiltInDefinition = {
  tag: 'icon',
  attributes: ['type', 'size', 'color'],
  style: 'wx-icon{display:inline-block;font-size:0;box-sizing:border-box}',
  create: (element, view) => new IconElement(element, view),
}
