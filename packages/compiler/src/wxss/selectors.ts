/** Tag names become the view's element names; a component's selectors are limited to the component. */
import selectorParser, { type ClassName, type Node, type Selector } from 'postcss-selector-parser'

export interface SelectorScope {
  /** Prefix of the component's classes. */
  readonly name: string
  /** The sheet also applies outside of the component (`styleIsolation: shared`). */
  readonly isShared: boolean
}

export class SelectorRewriter {
  marksNodes = false
  marksHost = false
  readonly #scope: SelectorScope | undefined
  readonly #known = new Map<string, string>()

  constructor(scope: SelectorScope | undefined) {
    this.#scope = scope
  }

  rewrite(selector: string): string {
    if (!this.#scope && !mayHoldTags.test(selector)) return selector
    const known = this.#known.get(selector)
    if (known !== undefined) return known
    const result = this.#rewriteAnew(selector)
    this.#known.set(selector, result)
    return result
  }

  #rewriteAnew(selector: string): string {
    const scope = this.#scope
    try {
      if (!scope) return selectorParser((root) => root.each(renameTags)).processSync(selector)
      const scoped = selectorParser((root) => root.each((part) => this.#limit(part, scope.name))).processSync(selector)
      if (!scope.isShared) return scoped
      const plain = selectorParser((root) => root.each(renameTags)).processSync(selector)
      return `${scoped},${plain}`
    } catch {
      // Not a selector: browsers skip the rule, and so does ours.
      return selector
    }
  }

  #limit(part: Selector, scope: string): void {
    const compounds = part.split((node) => node.type === 'combinator')
    for (const compound of compounds) {
      const nodes = compound.filter((node) => node.type !== 'combinator')
      if (needsMarker(nodes)) this.#mark(part, nodes, scope)
    }
    part.walk((node) => {
      if (node.type === 'class' && !isBuiltInClass(node) && !node.value.startsWith(`${scope}--`))
        node.value = `${scope}--${node.value}`
      else if (node.type === 'pseudo' && node.value === ':host') {
        this.marksHost = true
        const inner = node.nodes[0]
        node.replaceWith(selectorParser.className({ value: `${scope}--host` }), ...(inner ? inner.nodes : []))
      }
    })
    renameTags(part)
  }

  #mark(part: Selector, nodes: readonly Node[], scope: string): void {
    this.marksNodes = true
    const marker = selectorParser.className({ value: `${scope}--` })
    const first = nodes[0]
    if (!first) return
    if (first.type === 'universal') {
      marker.spaces.before = first.spaces.before
      marker.spaces.after = first.spaces.after
      first.replaceWith(marker)
    } else if (first.type === 'tag') {
      // The blank after a tag belongs to the compound's end.
      marker.spaces.after = first.spaces.after
      first.spaces.after = ''
      part.insertAfter(first, marker)
    } else {
      marker.spaces.before = first.spaces.before
      first.spaces.before = ''
      part.insertBefore(first, marker)
    }
  }
}

const mayHoldTags = /(^|[\s>+~,(])[a-zA-Z]|:host/

function renameTags(part: Selector): void {
  part.walk((node) => {
    if (node.type === 'tag' && !isOwnName(node.value)) node.value = `wx-${node.value.toLowerCase()}`
    else if (node.type === 'pseudo' && node.value === ':host')
      node.replaceWith(selectorParser.tag({ value: 'wx-page' }))
  })
}

function isOwnName(tag: string): boolean {
  return tag.startsWith('wx-') || tag === 'html' || tag === 'from' || tag === 'to' || /^\d/.test(tag)
}

/** Classes of the built-in components' insides, such as `.wx-swiper-dots`, are not the component's own. */
function isBuiltInClass({ value }: ClassName): boolean {
  return value.startsWith('wx-')
}

/** The page itself and the document's root are outside of every component. */
function needsMarker(nodes: readonly Node[]): boolean {
  if (nodes.length === 0 || nodes.some((node) => node.type === 'class' || node.type === 'nesting')) return false
  return !nodes.some(
    (node) =>
      (node.type === 'tag' && (node.value === 'page' || node.value === 'html')) ||
      (node.type === 'pseudo' && (node.value === ':host' || node.value === ':root')),
  )
}
