/** The tree that WXML describes: its nodes, their boxes and their computed styles. */
import { Element, type GeneralComponent, NativeNode, type Node, TextNode } from 'glass-easel'
import type { TreeEntry } from '../../bridge/devtools-messages.ts'
import type { AppPage } from '../../logic/app/page.ts'
import { isComponentElement } from '../../logic/framework/internals.ts'
import type { Answerers, Surroundings } from './surroundings.ts'

const elements = new Map<number, WeakRef<Element>>()
const ids = new WeakMap<object, number>()
let lastId = 0
const maxEntries = 5000

export function openTreeAsks({ app, pages }: Surroundings): Answerers {
  const measure = async (measured: readonly Element[], computedStyle: readonly string[]): Promise<unknown[]> => {
    const fields = { rect: true, size: true, ...(computedStyle.length === 0 ? {} : { computedStyle }) }
    const results = await app.measure(measured.map((element) => ({ element, fields })))
    return Array.isArray(results) ? results : []
  }
  return {
    tree({ page }) {
      const { element } = pages.find(page)
      return describeTree(element)
    },
    async inspect({ page, node, styles }) {
      const element = elementOf(pages.find(page), node)
      const names = Array.isArray(styles) ? styles.map(String) : []
      // Apart, because `width` and `left` mean one thing in a box and another in a style.
      const [[box], [styled]] = await Promise.all([measure([element], []), measure([element], names)])
      return {
        box,
        styles: styled,
        data: isComponentElement(element) ? element.data : undefined,
        dataset: element.dataset,
      }
    },
    async boxes({ page, nodes }) {
      const owner = pages.find(page)
      const chosen = (Array.isArray(nodes) ? nodes : []).map((node) => elementOf(owner, node))
      return measure(chosen, [])
    },
    /** The innermost element at a point of the page. */
    async at({ page, x, y }) {
      const found = elementsBelow(pages.find(page).element)
      const boxes = await measure(found, [])
      let hit: Element | undefined
      boxes.forEach((box, index) => {
        if (contains(box, Number(x), Number(y))) hit = found[index]
      })
      return hit === undefined ? null : idOf(hit)
    },
  }
}

/** Without a node the page itself. */
export function componentOf(page: AppPage, node: unknown): GeneralComponent {
  if (typeof node !== 'number') return page.element
  const element = elementOf(page, node)
  if (!isComponentElement(element)) throw new Error('this node is no component')
  return element
}

export function elementOf(page: AppPage, node: unknown): Element {
  if (typeof node !== 'number') return page.element
  const element = elements.get(node)?.deref()
  if (element === undefined) throw new Error('this node is gone')
  return element
}

export function idOf(element: Element): number {
  let id = ids.get(element)
  if (id === undefined) {
    lastId += 1
    id = lastId
    ids.set(element, id)
    elements.set(id, new WeakRef(element))
  }
  return id
}

function describeTree(root: GeneralComponent): TreeEntry {
  let count = 0
  const entriesOf = (nodes: readonly Node[]): TreeEntry[] =>
    nodes.flatMap((node) => {
      count += 1
      if (count > maxEntries) return []
      if (node instanceof TextNode) {
        const text = node.textContent
        return text.trim() === '' ? [] : [{ id: 0, kind: 'text', tag: '', text, children: [] }]
      }
      return node instanceof Element ? [entryOf(node)] : []
    })
  const entryOf = (element: Element): TreeEntry => {
    const isComponent = isComponentElement(element)
    const shadowRoot = isComponent ? element.getShadowRoot() : null
    const isNative = NativeNode.isNativeNode(element)
    return {
      id: idOf(element),
      kind: isComponent ? 'component' : isNative ? 'element' : 'group',
      tag: isComponent ? element.tagName : isNative ? element.is : '',
      attributes: attributesOf(element),
      ...(shadowRoot === null ? {} : { shadow: entriesOf(shadowRoot.childNodes) }),
      children: entriesOf(element.childNodes),
    }
  }
  return entryOf(root)
}

export function attributesOf(element: Element): Record<string, string> {
  const found: Record<string, string> = {}
  if (element.id !== '') found['id'] = element.id
  if (element.class !== '') found['class'] = element.class
  if (element.style !== '') found['style'] = element.style
  for (const { name, value } of element.attributes) {
    found[name] = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  }
  return found
}

/** Everything with a box, the outer before the inner. */
export function elementsBelow(root: GeneralComponent): Element[] {
  const found: Element[] = []
  const walk = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (!(node instanceof Element)) continue
      found.push(node)
      if (isComponentElement(node)) walk(node.getShadowRoot()?.childNodes ?? [])
      walk(node.childNodes)
    }
  }
  walk(root.getShadowRoot()?.childNodes ?? [])
  return found
}

function contains(box: unknown, x: number, y: number): boolean {
  if (typeof box !== 'object' || box === null) return false
  const side = (name: string): number => Number(Reflect.get(box, name))
  return x >= side('left') && x < side('right') && y >= side('top') && y < side('bottom')
}
