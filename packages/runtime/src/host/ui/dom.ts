type Attributes = Readonly<Record<string, string | undefined>>

/** An element with attributes and children; undefined attributes are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) created.setAttribute(name, value)
  created.append(...children)
  return created
}

/** A line icon on a 24 px grid in the current colour. */
export function icon(path: string, size = 24): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(namespace, 'svg')
  const shape = document.createElementNS(namespace, 'path')
  const attributes = {
    viewBox: '0 0 24 24',
    width: String(size),
    height: String(size),
    fill: 'none',
    'aria-hidden': 'true',
  }
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value)
  const stroke = {
    d: path,
    stroke: 'currentColor',
    'stroke-width': '1.8',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  }
  for (const [name, value] of Object.entries(stroke)) shape.setAttribute(name, value)
  svg.append(shape)
  return svg
}

export const iconPaths = {
  back: 'M15 4l-8 8 8 8',
  home: 'M4 11l8-7 8 7v8.5a.5.5 0 0 1-.5.5H15v-6H9v6H4.500a.5.5 0 0 1-.5-.5z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17zM12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
  success: 'M4 12.500l5.500 5.500L20 7',
  error: 'M12 7v6M12 16.500v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
} as const

export function isDarkPreferred(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches
}

export function isMotionReduced(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
