/** A view of plain objects: what a page frame would show, for tests and measurements of the worker's side. */
import type { OperationHandler } from './decode.ts'

export interface ReplayedNode {
  readonly id: number
  /** `''` for a text. */
  readonly tag: string
  readonly isHost: boolean
  text: string
  className: string
  style: string
  elementId: string
  readonly attributes: Map<string, unknown>
  readonly listeners: Map<string, number>
  readonly models: Set<string>
  parent: ReplayedNode | undefined
  readonly children: ReplayedNode[]
}

/** Refuses what a correct flush never asks for: unknown nodes, ids used twice, a `before` that is no child of its parent. */
export class ReplayTree implements OperationHandler {
  readonly root: ReplayedNode = newNode(0, 'root', false)
  readonly #nodes = new Map<number, ReplayedNode>([[0, this.root]])
  #highestId = 0

  /** How many nodes are remembered, attached or not; the root is not counted. */
  get size(): number {
    return this.#nodes.size - 1
  }

  node(id: number): ReplayedNode {
    const found = this.#nodes.get(id)
    if (found === undefined) throw new Error(`node ${id} is unknown`)
    return found
  }

  create(id: number, tag: string, className: string, parent: number, before: number, isHost: boolean): void {
    const node = newNode(id, tag, isHost)
    node.className = className
    this.#add(node, parent, before)
  }

  createText(id: number, text: string, parent: number, before: number): void {
    const node = newNode(id, '', false)
    node.text = text
    this.#add(node, parent, before)
  }

  insert(id: number, parent: number, before: number): void {
    const node = this.node(id)
    detach(node)
    this.#attach(node, parent, before)
  }

  remove(id: number): void {
    detach(this.node(id))
  }

  release(id: number): void {
    const node = this.node(id)
    detach(node)
    this.#forget(node)
  }

  setText(id: number, text: string): void {
    this.node(id).text = text
  }

  setClass(id: number, value: string): void {
    this.node(id).className = value
  }

  setStyle(id: number, value: string): void {
    this.node(id).style = value
  }

  setId(id: number, value: string): void {
    this.node(id).elementId = value
  }

  setAttribute(id: number, name: string, value: unknown): void {
    this.node(id).attributes.set(name, value)
  }

  removeAttribute(id: number, name: string): void {
    this.node(id).attributes.delete(name)
  }

  listen(id: number, name: string, flags: number): void {
    if (flags === 0) this.node(id).listeners.delete(name)
    else this.node(id).listeners.set(name, flags)
  }

  bindModel(id: number, name: string, isBound: boolean): void {
    if (isBound) this.node(id).models.add(name)
    else this.node(id).models.delete(name)
  }

  /** The first node, depth first, that fits. */
  find(fits: (node: ReplayedNode) => boolean): ReplayedNode {
    for (const node of walk(this.root)) if (fits(node)) return node
    throw new Error(`no such node in ${this.toString()}`)
  }

  /** All texts below the root, joined. */
  get textContent(): string {
    return [...walk(this.root)].map((node) => node.text).join('')
  }

  /** HTML-like: tag, id, class, style, attributes in the order of their names. */
  toString(): string {
    return this.root.children.map(describe).join('')
  }

  #add(node: ReplayedNode, parent: number, before: number): void {
    if (node.id <= this.#highestId) throw new Error(`id ${node.id} is used twice`)
    this.#highestId = node.id
    this.#nodes.set(node.id, node)
    if (parent >= 0) this.#attach(node, parent, before)
  }

  #attach(node: ReplayedNode, parentId: number, before: number): void {
    const parent = this.node(parentId)
    const at = before < 0 ? parent.children.length : parent.children.indexOf(this.node(before))
    if (at < 0) throw new Error(`node ${before} is no child of ${parentId}`)
    parent.children.splice(at, 0, node)
    node.parent = parent
  }

  #forget(node: ReplayedNode): void {
    this.#nodes.delete(node.id)
    for (const child of node.children) this.#forget(child)
  }
}

function newNode(id: number, tag: string, isHost: boolean): ReplayedNode {
  return {
    id,
    tag,
    isHost,
    text: '',
    className: '',
    style: '',
    elementId: '',
    attributes: new Map(),
    listeners: new Map(),
    models: new Set(),
    parent: undefined,
    children: [],
  }
}

function detach(node: ReplayedNode): void {
  const siblings = node.parent?.children
  if (siblings !== undefined) siblings.splice(siblings.indexOf(node), 1)
  node.parent = undefined
}

function* walk(node: ReplayedNode): Generator<ReplayedNode> {
  yield node
  for (const child of node.children) yield* walk(child)
}

function describe(node: ReplayedNode): string {
  if (node.tag === '') return node.text
  const named = [
    ['id', node.elementId],
    ['class', node.className],
    ['style', node.style],
  ]
  const attributes = [...node.attributes].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const words = [
    node.tag,
    ...named.filter(([, value]) => value !== '').map(([name, value]) => `${name}="${value}"`),
    ...attributes.map(([name, value]) => `${name}=${JSON.stringify(value)}`),
  ]
  return `<${words.join(' ')}>${node.children.map(describe).join('')}</${node.tag}>`
}
