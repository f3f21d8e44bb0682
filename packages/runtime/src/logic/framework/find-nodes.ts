/** Built-in tags of one component or page, for functions that name them by an attribute instead of a selector. */
import { type Element, NativeNode, type Node, TextNode } from 'glass-easel'
import { isRecord } from '../values.ts'
import { treeNodeOf } from './internals.ts'
import type { NodeTarget } from './node-makers.ts'
import type { QueryScope } from './selector-query.ts'

export interface FoundNode {
  readonly id: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly target: NodeTarget
}

/** In the order of the document. */
export async function findNodes(
  { link, root }: QueryScope,
  tag: string,
  properties: readonly string[],
): Promise<FoundNode[]> {
  const elements = root === undefined ? [] : nodesBelow(root, tag)
  // New nodes get their numbers in the flush.
  link.flush()
  const nodes = elements.flatMap((element) => treeNodeOf(element) ?? [])
  const measured: unknown = await link.measure(nodes.map(({ id }) => ({ node: id, fields: { properties } })))
  const answers: unknown[] = Array.isArray(measured) ? measured : []
  return nodes.map((node, at) => {
    const answer = answers[at]
    return {
      id: node.elementId,
      properties: isRecord(answer) ? answer : {},
      target: { key: node, invoke: (method, args, transfer) => link.invoke(node.id, method, args, transfer) },
    }
  })
}

function nodesBelow(element: Element, tag: string): Element[] {
  return element.childNodes.flatMap((child: Node) => {
    if (child instanceof TextNode) return []
    const below = nodesBelow(child, tag)
    return child instanceof NativeNode && child.is === tag ? [child, ...below] : below
  })
}
