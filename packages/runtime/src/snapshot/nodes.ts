/** The document that the view made, as a snapshot's nodes. */
import { snapshotLimits } from '@banyan/contract/snapshot'
import type { SnapshotElement, SnapshotNode } from '@banyan/contract/snapshot-markup'

const kept =
  /^(?:class|id|hidden|role|type|placeholder|value|disabled|checked|rows|dir|data-[a-z][a-z0-9-]*|aria-[a-z]+)$/
const tags = /^(?:wx-[a-z][a-z0-9-]*|div|span|i|b|input|textarea|button|label|ul|li)$/

/** Undefined when there is nothing to see: then a launch screen says more. */
export function nodesOf(root: HTMLElement): SnapshotNode[] | undefined {
  const taken = { elements: 0, hasText: false }
  const nodes = childrenOf(root, taken, 1)
  return taken.hasText || taken.elements >= 8 ? nodes : undefined
}

interface Taken {
  elements: number
  hasText: boolean
}

function childrenOf(parent: Element, taken: Taken, depth: number): SnapshotNode[] {
  const nodes: SnapshotNode[] = []
  for (const child of parent.childNodes) {
    if (child instanceof Text) {
      if (child.data !== '') nodes.push(child.data.slice(0, 1000))
      if (child.data.trim() !== '') taken.hasText = true
    } else if (child instanceof HTMLElement) {
      // What comes after so many stands below the first screen.
      if (taken.elements >= snapshotLimits.elements || depth >= snapshotLimits.depth) break
      const node = elementOf(child, taken, depth)
      if (node !== undefined) nodes.push(node)
    }
  }
  return nodes
}

function elementOf(element: HTMLElement, taken: Taken, depth: number): SnapshotElement | undefined {
  const { localName } = element
  if (!tags.test(localName)) return undefined
  taken.elements += 1
  const attributes: Record<string, string> = {}
  for (const { name, value } of element.attributes) {
    if (kept.test(name)) attributes[name] = value.slice(0, 1000)
  }
  const style = element.style.cssText
  if (style !== '') attributes['style'] = style.slice(0, 1000)
  return [localName, attributes, ...childrenOf(element, taken, depth + 1)]
}
