import { Element, type Node, TextNode } from 'glass-easel'
import { attributesOf } from '../tree.ts'
import { tagOf } from './select.ts'

/** What stands between an element's tags, as WXML; what components make of themselves is theirs and not in it. */
export function innerWxml(nodes: readonly Node[]): string {
  return nodes.map(outerWxml).join('')
}

export function outerWxml(node: Node): string {
  if (node instanceof TextNode) return escapeText(node.textContent)
  if (!(node instanceof Element)) return ''
  const tag = tagOf(node)
  if (tag === '') return innerWxml(node.childNodes)
  const attributes = Object.entries(attributesOf(node)).map(
    ([name, value]) => ` ${name}="${escapeText(value).replaceAll('"', '&quot;')}"`,
  )
  return `<${tag}${attributes.join('')}>${innerWxml(node.childNodes)}</${tag}>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
