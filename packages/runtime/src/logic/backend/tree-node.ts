/** A node of the page's tree as the view has it or will have it after the next flush. */
import type { composedBackend, Element, ShadowedEvent } from 'glass-easel'
import { ListenFlag } from '../../bridge/operations.ts'
import type { StyleScopes } from './style-scopes.ts'

/** Id of a node that the view does not know yet. */
export const unborn = -1

/** What must be told to the view about a node that it knows. */
export const Change = { text: 1, class: 2, style: 4, id: 8, attributes: 16, listeners: 32, models: 64 } as const

const classAttributes: ReadonlySet<string> = new Set([
  'hover-class',
  'placeholder-class',
  'indicator-class',
  'mask-class',
])

/** Set in the attribute list for an attribute that was removed. */
export const removedAttribute = Symbol('removed attribute')

interface BoundHandler {
  hearing: Hearing
  listener: (event: ShadowedEvent<unknown>) => boolean | void
}

/** An event and the way of listening to it. */
export interface Hearing {
  event: string
  options: { final: boolean; mutated: boolean; capture: boolean }
}

type NodeKind = 'element' | 'text' | 'fragment'

/** The page that a node belongs to, which remembers what the view lacks. */
export interface NodeOwner {
  readonly scopes: StyleScopes
  noteChanged(node: TreeNode): void
  noteChildren(parent: TreeNode): void
  noteDetached(node: TreeNode): void
  noteReleased(node: TreeNode): void
}

/**
 * Nothing is written while the framework works: a node only notes its state, and `TreeContext.flush` writes what the view lacks. So a
 * node that is created, filled and inserted becomes one operation, and one that is created and thrown away becomes none.
 */
export class TreeNode implements composedBackend.Element {
  readonly context: NodeOwner
  readonly kind: NodeKind
  /** The tag of an element, the content of a text. */
  text: string
  id = unborn
  parent: TreeNode | undefined = undefined
  previous: TreeNode | undefined = undefined
  next: TreeNode | undefined = undefined
  first: TreeNode | undefined = undefined
  last: TreeNode | undefined = undefined
  /** Where the view has it. */
  viewParent: TreeNode | undefined = undefined
  /** The view has it, but not at this place. */
  isMoved = false
  isReleased = false
  isDirtyParent = false
  isDetachNoted = false
  changes = 0
  /** With spaces between them, as the view takes them. */
  classes = ''
  style = ''
  elementId = ''
  /** Names and values in turn, not yet told to the view. */
  attributes: unknown[] | undefined = undefined
  /** Event types and `ListenFlag` bits in turn. */
  listeners: (string | number)[] | undefined = undefined
  /** The app's handlers that may be exchanged; kept here by the framework's writer, as most nodes have none. */
  handlers: BoundHandler[] | undefined = undefined
  changedListeners: string[] | undefined = undefined
  models: Map<string, (value: unknown) => void> | undefined = undefined
  element: Element | undefined = undefined
  isHost = false
  styleScope = 0
  extraStyleScope: number | undefined = undefined
  /** The last value of a `model:` attribute that came from the view, which must not be sent back there. */
  reported: { name: string; value: unknown } | undefined = undefined
  /** The framework writes it; `element` is what we read. */
  __wxElement?: Element

  constructor(context: NodeOwner, kind: NodeKind, text: string) {
    this.context = context
    this.kind = kind
    this.text = text
  }

  associateValue(element: Element): void {
    this.element = element
  }

  release(): void {
    if (this.kind === 'fragment') return
    this.isReleased = true
    this.element = undefined
    if (this.id !== unborn) this.context.noteReleased(this)
  }

  appendChild(child: TreeNode): void {
    this.insert(child, undefined)
  }

  insertBefore(child: TreeNode, before: TreeNode): void {
    this.insert(child, before)
  }

  removeChild(child: TreeNode): void {
    if (child.parent === this) this.detach(child)
  }

  replaceChild(child: TreeNode, old: TreeNode): void {
    this.insert(child, old)
    this.detach(old)
  }

  spliceBefore(before: TreeNode, deleteCount: number, list: TreeNode): void {
    this.insertAll(list, before)
    this.spliceRemove(before, deleteCount)
  }

  spliceAppend(list: TreeNode): void {
    this.insertAll(list, undefined)
  }

  spliceRemove(before: TreeNode, deleteCount: number): void {
    let node: TreeNode | undefined = before
    for (let left = deleteCount; left > 0 && node !== undefined; left -= 1) {
      const following: TreeNode | undefined = node.next
      this.detach(node)
      node = following
    }
  }

  setId(id: string): void {
    this.elementId = id
    this.note(Change.id)
  }

  setStyleScope(scope: number, extraScope?: number, hostScope?: number): void {
    const { scopes } = this.context
    this.styleScope = scope
    this.extraStyleScope = extraScope
    const marker = scopes.nodeMarker(scope)
    if (marker !== undefined) this.addClassName(marker)
    const hostMarker = hostScope === undefined ? undefined : scopes.hostMarker(hostScope)
    if (hostMarker !== undefined) this.addClassName(hostMarker)
  }

  setStyle(style: string): void {
    this.style = style
    this.note(Change.style)
  }

  addClass(name: string, scope?: number): void {
    this.addClassName(this.context.scopes.className(name, scope ?? 0))
  }

  removeClass(name: string, scope?: number): void {
    const classes = this.classes.split(' ')
    const at = classes.indexOf(this.context.scopes.className(name, scope ?? 0))
    if (at < 0) return
    classes.splice(at, 1)
    this.classes = classes.join(' ')
    this.note(Change.class)
  }

  clearClasses(): void {
    this.classes = ''
    this.note(Change.class)
  }

  setAttribute(name: string, value: unknown): void {
    if (this.reported?.name === name) {
      const isEcho = this.reported.value === value
      this.reported = undefined
      if (isEcho) return
    }
    const written = classAttributes.has(name) && typeof value === 'string' ? this.scopedClasses(value) : value
    // An empty array that is pushed to takes room for seventeen.
    if (this.attributes === undefined) {
      this.attributes = [name, written]
      this.note(Change.attributes)
      return
    }
    const { attributes } = this
    for (let at = 0; at < attributes.length; at += 2) {
      if (attributes[at] === name) {
        attributes[at + 1] = written
        return
      }
    }
    attributes.push(name, written)
    this.note(Change.attributes)
  }

  /** Class names inside an attribute belong to the same style sheets as those of `class`. */
  private scopedClasses(value: string): string {
    if (this.styleScope === 0 || value === 'none') return value
    const { scopes } = this.context
    const extra = this.extraStyleScope
    return value
      .split(/\s+/)
      .flatMap((name) => [
        scopes.className(name, this.styleScope),
        ...(extra === undefined ? [] : [scopes.className(name, extra)]),
      ])
      .join(' ')
  }

  removeAttribute(name: string): void {
    this.setAttribute(name, removedAttribute)
  }

  setText(text: string): void {
    this.text = text
    this.note(Change.text)
  }

  setModelBindingStat(name: string, listener: ((value: unknown) => void) | null): void {
    this.models ??= new Map()
    if (listener === null) this.models.delete(name)
    else this.models.set(name, listener)
    this.note(Change.models)
  }

  /** `level`: 0 listens, 1 `mut-bind`, 2 `catch`. */
  setListenerStats(type: string, isCapture: boolean, level: number): void {
    if (this.isHost && !hostEvents.has(type)) return
    const listens = isCapture ? ListenFlag.capture : ListenFlag.bubble
    const catches = isCapture ? ListenFlag.captureCatch : ListenFlag.catch
    const others = this.listenFlags(type) & ~(listens | catches | (isCapture ? 0 : ListenFlag.mut))
    const own = level === 2 ? listens | catches : level === 1 ? listens | ListenFlag.mut : listens
    this.setListener(type, others | own)
  }

  /** The framework does not tell when the last listener of a phase is gone. */
  endListening(type: string, isCapture: boolean): void {
    const known = this.listenFlags(type)
    if (known === 0) return
    const phase = isCapture
      ? ListenFlag.capture | ListenFlag.captureCatch
      : ListenFlag.bubble | ListenFlag.catch | ListenFlag.mut
    this.setListener(type, known & ~phase)
  }

  /** `ListenFlag` bits of an event; 0 when nobody listens. */
  listenFlags(type: string): number {
    const at = this.listeners?.indexOf(type) ?? -1
    return at < 0 ? 0 : Number(this.listeners?.[at + 1])
  }

  private setListener(type: string, flags: number): void {
    if (this.listenFlags(type) === flags) return
    const { listeners } = this
    const at = listeners?.indexOf(type) ?? -1
    if (listeners === undefined) this.listeners = [type, flags]
    else if (at < 0) listeners.push(type, flags)
    else listeners[at + 1] = flags
    if (this.id === unborn) return
    const changed = (this.changedListeners ??= [])
    if (!changed.includes(type)) changed.push(type)
    this.note(Change.listeners)
  }

  private addClassName(name: string): void {
    this.classes = this.classes === '' ? name : `${this.classes} ${name}`
    this.note(Change.class)
  }

  private note(change: number): void {
    if (this.id === unborn) return
    if (this.changes === 0) this.context.noteChanged(this)
    this.changes |= change
  }

  private insertAll(list: TreeNode, before: TreeNode | undefined): void {
    let node = list.first
    while (node !== undefined) {
      const following: TreeNode | undefined = node.next
      this.insert(node, before)
      node = following
    }
  }

  private insert(child: TreeNode, before: TreeNode | undefined): void {
    if (child === before) return
    if (child.parent !== undefined) child.parent.unlink(child)
    child.parent = this
    child.next = before
    const previous = before === undefined ? this.last : before.previous
    child.previous = previous
    if (previous === undefined) this.first = child
    else previous.next = child
    if (before === undefined) this.last = child
    else before.previous = child
    if (child.id !== unborn) {
      child.isMoved = true
      // Its new parent may never come to the view.
      this.context.noteDetached(child)
    }
    if (this.id !== unborn) this.context.noteChildren(this)
  }

  private detach(child: TreeNode): void {
    this.unlink(child)
    if (child.id !== unborn) this.context.noteDetached(child)
  }

  private unlink(child: TreeNode): void {
    const { previous, next } = child
    if (previous === undefined) this.first = next
    else previous.next = next
    if (next === undefined) this.last = previous
    else next.previous = previous
    child.parent = undefined
    child.previous = undefined
    child.next = undefined
  }
}

/** Events of the view that can reach a component's host; every other listener there waits for `triggerEvent` in the worker. */
const hostEvents: ReadonlySet<string> = new Set([
  'tap',
  'longpress',
  'longtap',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'touchforcechange',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
])
