/** WXML selectors inside a page's frame. These functions are sent there as text: they use one another and nothing else. */

export interface SeenRect {
  left: number
  top: number
  width: number
  height: number
}

export function isNode(element: Element): boolean {
  return element.localName.startsWith('wx-')
}

/** One compound selector: `view.item#a[role=button]`; `html:b` is an element of rich text. */
export function matchesPart(element: Element, part: string): boolean {
  const tokens = part.match(/(?:^|[#.])[^#.[]+|\[[^\]]+\]/g) ?? []
  return tokens.every((token) => {
    const name = token.slice(1)
    if (token.startsWith('#')) return element.id === name
    // Classes of a component carry its scope in front.
    if (token.startsWith('.')) return [...element.classList].some((each) => each === name || each.endsWith(`--${name}`))
    if (token.startsWith('[')) {
      const [key = '', value] = name.slice(0, -1).split('=')
      return value === undefined ? element.hasAttribute(key) : element.getAttribute(key) === value.replaceAll('"', '')
    }
    if (token.startsWith('html:')) return element.localName === token.slice('html:'.length)
    if (token === '*') return isNode(element)
    return element.localName === `wx-${token}` || element.localName === `wx-${token}-host`
  })
}

export function matchesPath(element: Element, steps: readonly string[]): boolean {
  const last = steps.at(-1)
  if (last === undefined || !matchesPart(element, last)) return false
  const before = steps.slice(0, -1)
  if (before.length === 0) return true
  const isChild = before.at(-1) === '>'
  const rest = isChild ? before.slice(0, -1) : before
  for (let above = element.parentElement; above !== null; above = above.parentElement) {
    if (isChild && !isNode(above)) continue
    if (matchesPath(above, rest)) return true
    if (isChild) return false
  }
  return false
}

export function findAll(selector: string): Element[] {
  const [, path = '', index] = /^(.*?)(?:\[(\d+)\])?$/.exec(selector.trim()) ?? []
  const steps = path.replaceAll('>', ' > ').trim().split(/\s+/)
  const found = [...document.querySelectorAll('*')].filter(
    (element) => (isNode(element) || path.includes('html:')) && matchesPath(element, steps),
  )
  return index === undefined ? found : found.slice(Number(index), Number(index) + 1)
}

export function rectOf(element: Element): SeenRect {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}

/** A number of pixels, or a part of the size: `'50%'`. */
export function placeIn(part: number | string, size: number): number {
  return typeof part === 'number' ? part : (Number.parseFloat(part) / 100) * size
}

export function scrollerOf(element: Element): Element {
  if (element.localName === 'wx-page') return document.scrollingElement ?? element
  const scrolls = (each: Element) => {
    const { overflowX, overflowY } = getComputedStyle(each)
    return /auto|scroll|hidden/.test(overflowX + overflowY)
  }
  const own = [element, ...element.querySelectorAll('*')].filter((each) => each === element || !isNode(each))
  return own.find(scrolls) ?? element
}

export const selectorHelpers = [isNode, matchesPart, matchesPath, findAll, rectOf, placeIn, scrollerOf]
