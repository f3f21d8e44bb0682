/** States and properties for assistive technology; null takes one away. The reflecting properties are too new for some browsers. */
export function setAria(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(`aria-${name}`)
  else element.setAttribute(`aria-${name}`, value)
}
