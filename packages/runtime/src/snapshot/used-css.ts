/** The rules of a document's style sheets that concern what stands in it. */
import postcss, { type AtRule, type ChildNode, type Container, type Rule } from 'postcss'
import { baseStyle } from '../view/base-style.ts'

/** What a state or a theme decides may come to be true; what is in front of it must be there. */
const pseudo = /::?(?!not\b|is\b|where\b)[a-z-]+(?:\([^()]*\))?|\[data-[^\]]*\]/gi
/** Signs of an icon font, which is not part of a snapshot: a space of their width stands in for them. */
const privateSign = /["'](?:[\uE000-\uF8FF]|\\[ef][\da-f]{3}\s?)["']/i

export function usedCss(document: Document): string {
  const text = [...document.querySelectorAll('style')].map((style) => style.textContent ?? '').join('\n')
  const root = postcss.parse(text.startsWith(baseStyle) ? text.slice(baseStyle.length) : text)
  prune(root, document)
  const names = new Set<string>()
  root.walkDecls(/^(?:-webkit-)?animation(?:-name)?$/, ({ value }) => {
    for (const name of value.split(/[\s,]+/)) names.add(name)
  })
  root.walkAtRules(/keyframes$/, (rule) => {
    if (!names.has(rule.params)) rule.remove()
  })
  return root.toString().replace(/\s*\n\s*/g, '')
}

function prune(container: Container, document: Document): void {
  container.each((node: ChildNode) => {
    if (node.type === 'comment') node.remove()
    else if (node.type === 'rule') pruneRule(node, document)
    else if (node.type === 'atrule') pruneAtRule(node, document)
  })
}

function pruneRule(rule: Rule, document: Document): void {
  const used = rule.selectors.filter((selector) => isUsed(selector, document))
  if (used.length === 0) {
    rule.remove()
    return
  }
  if (used.length < rule.selectors.length) rule.selectors = used
  rule.walkDecls('content', (declaration) => {
    if (privateSign.test(declaration.value)) declaration.value = '"\\2003"'
  })
  if (rule.nodes.length === 0) rule.remove()
}

function pruneAtRule(rule: AtRule, document: Document): void {
  if (rule.name.endsWith('keyframes')) return
  if (rule.name === 'media' || rule.name === 'supports') {
    prune(rule, document)
    if ((rule.nodes ?? []).length === 0) rule.remove()
  } else {
    rule.remove()
  }
}

function isUsed(selector: string, document: Document): boolean {
  const plain = selector.replace(pseudo, '').replace(/([>+~,]|^)\s*(?=[>+~,]|$)/g, '$1*')
  try {
    return plain.trim() === '' || document.querySelector(plain) !== null
  } catch {
    // What this document cannot read a browser may.
    return true
  }
}
