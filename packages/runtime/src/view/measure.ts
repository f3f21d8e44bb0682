/** Answers of `NodesRef.fields`, measured in the view. */
import type { MeasureFields } from '../bridge/view-messages.ts'

export function measure(element: HTMLElement, fields: MeasureFields, isViewport: boolean): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  if (fields.id === true) result['id'] = element.id
  if (fields.rect === true || fields.size === true) {
    const box = isViewport ? viewportBox() : element.getBoundingClientRect()
    if (fields.rect === true) {
      const { left, top, right, bottom } = box
      Object.assign(result, { left, top, right, bottom })
    }
    if (fields.size === true) Object.assign(result, { width: box.width, height: box.height })
  }
  if (fields.scrollOffset === true) Object.assign(result, scrollOffset(element, isViewport))
  const component = element.banyanState?.component
  for (const name of fields.properties ?? []) {
    const value = component?.properties[kebab(name)]
    if (value !== undefined) result[name] = value
  }
  if (fields.computedStyle !== undefined && fields.computedStyle.length > 0) {
    const style = getComputedStyle(element)
    for (const name of fields.computedStyle) result[name] = style.getPropertyValue(kebab(name))
  }
  if (fields.context === true || fields.node === true) result['tag'] = element.localName.replace(/^wx-/, '')
  return result
}

/** WeChat measures the viewport as it stands in the page: its left and top are 0 and its size is the window's. */
function viewportBox(): { left: number; top: number; right: number; bottom: number; width: number; height: number } {
  const { clientWidth: width, clientHeight: height } = document.documentElement
  return { left: 0, top: 0, right: width, bottom: height, width, height }
}

function scrollOffset(element: HTMLElement, isViewport: boolean): Record<string, number> {
  if (isViewport) {
    const { scrollWidth, scrollHeight } = document.documentElement
    return { scrollLeft: window.scrollX, scrollTop: window.scrollY, scrollWidth, scrollHeight }
  }
  const own = element.banyanState?.component?.scrollOffset()
  if (own !== undefined) return own
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = element
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
