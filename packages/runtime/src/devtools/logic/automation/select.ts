/** Selectors of the automation client: type, id, class and attribute, joined by descent, `>` and `>>>`, in lists with commas. */
import { Element, type GeneralComponent, NativeNode, type Node } from 'glass-easel'
import { isComponentElement } from '../../../logic/framework/internals.ts'

interface Compound {
  tag: string
  id: string
  classes: readonly string[]
  attributes: readonly { name: string; value: string | undefined }[]
  /** How it stands to the one before it. */
  joint: 'below' | 'child' | 'deep'
}

const compoundPattern = /^([\w-]+|\*)?((?:[#.][\w-]+|\[[\w:-]+(?:=(?:"[^"]*"|'[^']*'|[^\]]*))?\])*)$/
const partPattern = /[#.][\w-]+|\[([\w:-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\]]*)))?\]/g

/** In the order of the tree; a component's own template is looked into only from itself or after `>>>`. */
export function select(root: Element, selector: string): Element[] {
  const lists = selector.split(',').map(parse)
  const isDeep = lists.some((list) => list.some(({ joint }) => joint === 'deep'))
  const found: Element[] = []
  const walk = (nodes: readonly Node[], above: readonly Element[]) => {
    for (const node of nodes) {
      if (!(node instanceof Element)) continue
      const path = tagOf(node) === '' ? above : [...above, node]
      if (path !== above && lists.some((list) => matches(path, list))) found.push(node)
      if (isDeep && isComponentElement(node)) walk(shadowNodes(node), path)
      walk(node.childNodes, path)
    }
  }
  walk(isComponentElement(root) ? shadowNodes(root) : root.childNodes, [])
  return found
}

/** As WXML names it; a group has no name. */
export function tagOf(element: Element): string {
  if (isComponentElement(element)) return element.tagName
  return NativeNode.isNativeNode(element) ? element.is : ''
}

export function shadowNodes(component: GeneralComponent): readonly Node[] {
  return component.getShadowRoot()?.childNodes ?? []
}

function parse(selector: string): Compound[] {
  const words = selector.trim().replaceAll('>>>', ' ⋙ ').replaceAll('>', ' > ').split(/\s+/)
  let joint: Compound['joint'] = 'below'
  const compounds: Compound[] = []
  for (const word of words) {
    if (word === '>') joint = 'child'
    else if (word === '⋙') joint = 'deep'
    else {
      compounds.push({ ...compoundOf(word), joint })
      joint = 'below'
    }
  }
  return compounds
}

function compoundOf(word: string): Omit<Compound, 'joint'> {
  const match = compoundPattern.exec(word)
  if (match === null || word === '') throw new Error(`selector "${word}" is not supported`)
  const parts = [...(match[2] ?? '').matchAll(partPattern)]
  const named = (sign: string) => parts.flatMap(([part]) => (part.startsWith(sign) ? [part.slice(1)] : []))
  return {
    tag: match[1] === '*' ? '' : (match[1] ?? ''),
    id: named('#')[0] ?? '',
    classes: named('.'),
    attributes: parts.flatMap(([, name, ...values]) =>
      name === undefined ? [] : [{ name, value: values.find((value) => value !== undefined) }],
    ),
  }
}

/** The last compound is the element itself; those before it stand above it, in order. */
function matches(path: readonly Element[], compounds: readonly Compound[]): boolean {
  const last = compounds.at(-1)
  const element = path.at(-1)
  if (last === undefined) return true
  if (element === undefined || !fits(element, last)) return false
  const rest = compounds.slice(0, -1)
  if (rest.length === 0) return true
  if (last.joint === 'child') return matches(path.slice(0, -1), rest)
  return path.some((_, index) => index > 0 && matches(path.slice(0, index), rest))
}

function fits(element: Element, { tag, id, classes, attributes }: Compound): boolean {
  const own = element.class.split(/\s+/)
  return (
    (tag === '' || tagOf(element) === tag) &&
    (id === '' || element.id === id) &&
    classes.every((name) => own.includes(name)) &&
    attributes.every(({ name, value }) =>
      element.attributes.some((given) => given.name === name && (value === undefined || String(given.value) === value)),
    )
  )
}
