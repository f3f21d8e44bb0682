/** The tree of one page: glass-easel's Composed backend, writing fused operations once for each flush. */
import type { composedBackend, Element, EventBubbleStatus, EventOptions } from 'glass-easel'
import { type EncodedOperations, hostTagPrefix, OperationWriter } from '../../bridge/encode.ts'
import type { StyleScopes } from './style-scopes.ts'
import { Change, type NodeOwner, removedAttribute, TreeNode, unborn } from './tree-node.ts'

export interface TreeHandlers {
  /** Called once before each flush, as soon as there is something to write. */
  onDirty(): void
  onRender(callback: () => void): void
  /** Part of the next flush that can be sent by now: subtrees that stand nowhere yet. */
  onAhead(operations: EncodedOperations): void
}

/** A long list is some thousands of nodes; the view builds what is there while the rest is being made. */
const nodesAhead = 800

export class TreeContext implements composedBackend.Context, NodeOwner {
  /** `BackendMode.Composed`, which is a constant of the library's types only. */
  readonly mode = 2
  readonly scopes: StyleScopes
  private readonly root: TreeNode
  private readonly nodes = new Map<number, TreeNode>()
  private readonly writer = new OperationWriter()
  private readonly handlers: TreeHandlers
  private nextId = 1
  private isRootHostTaken = false
  private isDirty = false
  private isClosed = false
  private changed: TreeNode[] = []
  private parents: TreeNode[] = []
  private detached: TreeNode[] = []
  private released: TreeNode[] = []
  /** Made since the last flush or the last part of it. */
  private fresh: TreeNode[] = []

  constructor(scopes: StyleScopes, handlers: TreeHandlers) {
    this.scopes = scopes
    this.handlers = handlers
    this.root = new TreeNode(this, 'element', 'page')
    this.root.id = 0
    this.nodes.set(0, this.root)
  }

  /** The node that the view means; undefined when it is gone by now. */
  find(id: number): TreeNode | undefined {
    return this.nodes.get(id)
  }

  /** Nodes that the view knows, without the root. */
  get size(): number {
    return this.nodes.size - 1
  }

  /** The page goes away with its frame: nothing is written any more. */
  destroy(): void {
    this.isClosed = true
    this.nodes.clear()
    this.changed = []
    this.parents = []
    this.detached = []
    this.released = []
    this.fresh = []
  }

  getWindowWidth(): number {
    return 0
  }
  getWindowHeight(): number {
    return 0
  }
  getDevicePixelRatio(): number {
    return 1
  }
  getTheme(): string {
    return 'light'
  }
  registerStyleSheetContent(): void {}
  appendStyleSheetPath(): number {
    return 0
  }
  disableStyleSheet(): void {}

  render(callback: (error: Error | null) => void): void {
    this.handlers.onRender(() => callback(null))
  }

  getRootNode(): TreeNode {
    return this.root
  }

  /** The first host is the page's own component: it is the root of the frame, not a node in it. */
  createElement(logicalName: string, stylingName: string): TreeNode {
    if (logicalName !== hostTagPrefix) return this.made(new TreeNode(this, 'element', logicalName))
    if (!this.isRootHostTaken) {
      this.isRootHostTaken = true
      return this.root
    }
    const host = new TreeNode(this, 'element', hostTagPrefix + stylingName)
    host.isHost = true
    return this.made(host)
  }

  createTextNode(content: string): TreeNode {
    return this.made(new TreeNode(this, 'text', content))
  }

  createFragment(): TreeNode {
    return new TreeNode(this, 'fragment', '')
  }

  /** Events come through the page's port, see `framework/events.ts`. */
  onEvent(
    _listener: (target: Element, type: string, detail: unknown, options: EventOptions) => EventBubbleStatus | void,
  ): void {}

  noteChanged(node: TreeNode): void {
    this.changed.push(node)
    this.wake()
  }

  noteChildren(parent: TreeNode): void {
    if (parent.isDirtyParent) return
    parent.isDirtyParent = true
    this.parents.push(parent)
    this.wake()
  }

  noteDetached(node: TreeNode): void {
    if (node.isDetachNoted) return
    node.isDetachNoted = true
    this.detached.push(node)
    this.wake()
  }

  noteReleased(node: TreeNode): void {
    this.released.push(node)
    this.wake()
  }

  /** Everything that the view lacks, or undefined when it lacks nothing. */
  flush(): EncodedOperations | undefined {
    this.isDirty = false
    this.fresh = []
    if (this.isClosed) return undefined
    this.writeChildren()
    this.writeChanges()
    this.writeRemovals()
    return this.writer.isEmpty ? undefined : this.writer.take()
  }

  private made(node: TreeNode): TreeNode {
    this.fresh.push(node)
    if (this.fresh.length >= nodesAhead && !this.isClosed) this.sendAhead()
    return node
  }

  /** What has a parent comes with it; what has no child may have just been begun. */
  private sendAhead(): void {
    for (const node of this.fresh) {
      const isComplete = node.parent === undefined && node.first !== undefined
      // What goes into a slot of the view is told with its parent.
      if (isComplete && node.id === unborn && !node.isReleased && !node.element?.slot) this.place(node, undefined, -1)
    }
    this.fresh = []
    if (!this.writer.isEmpty) this.handlers.onAhead(this.writer.take())
  }

  private wake(): void {
    if (this.isDirty || this.isClosed) return
    this.isDirty = true
    this.handlers.onDirty()
  }

  private writeChildren(): void {
    const parents = this.parents
    if (parents.length === 0) return
    this.parents = []
    for (const parent of parents) {
      parent.isDirtyParent = false
      if (!parent.isReleased) this.placeChildren(parent)
    }
  }

  /** Children that the view does not have at their place are written before the next one that it has. */
  private placeChildren(parent: TreeNode): void {
    let before: TreeNode | undefined
    let isBeforeKnown = false
    for (let child = parent.first; child !== undefined; child = child.next) {
      if (child.isReleased) continue
      if (child.id !== unborn && !child.isMoved) {
        isBeforeKnown = false
        continue
      }
      if (!isBeforeKnown) {
        before = child.next
        while (before !== undefined && (before.id === unborn || before.isMoved || before.isReleased))
          before = before.next
        isBeforeKnown = true
      }
      this.place(child, parent, before?.id ?? -1)
    }
  }

  private place(node: TreeNode, parent: TreeNode | undefined, before: number): void {
    node.viewParent = parent
    const parentId = parent?.id ?? -1
    if (node.id !== unborn) {
      node.isMoved = false
      this.writer.insert(node.id, parentId, before)
      return
    }
    const id = this.nextId
    this.nextId += 1
    node.id = id
    this.nodes.set(id, node)
    if (node.kind === 'text') {
      this.writer.createText(id, node.text, parentId, before)
      return
    }
    this.writer.create(id, node.text, node.classes, parentId, before)
    if (node.style !== '') this.writer.setStyle(id, node.style)
    if (node.elementId !== '') this.writer.setId(id, node.elementId)
    // Slots of components end in the worker; the one of a scroll-view is the view's.
    if (parent?.text === 'scroll-view' && node.element?.slot === 'refresher') {
      this.writer.setAttribute(id, 'slot', 'refresher')
    }
    if (node.attributes !== undefined) this.writeAttributes(node)
    const { listeners } = node
    if (listeners !== undefined) {
      for (let at = 0; at < listeners.length; at += 2) {
        const flags = Number(listeners[at + 1])
        if (flags !== 0) this.writer.listen(id, String(listeners[at]), flags)
      }
    }
    if (node.models !== undefined) for (const name of node.models.keys()) this.writer.bindModel(id, name, true)
    for (let child = node.first; child !== undefined; child = child.next) {
      if (!child.isReleased) this.place(child, node, -1)
    }
  }

  private writeChanges(): void {
    const changed = this.changed
    if (changed.length === 0) return
    this.changed = []
    for (const node of changed) {
      const { changes } = node
      node.changes = 0
      if (!node.isReleased) this.writeChange(node, changes)
    }
  }

  private writeChange(node: TreeNode, changes: number): void {
    const writer = this.writer
    if ((changes & Change.text) !== 0) writer.setText(node.id, node.text)
    if ((changes & Change.class) !== 0) writer.setClass(node.id, node.classes)
    if ((changes & Change.style) !== 0) writer.setStyle(node.id, node.style)
    if ((changes & Change.id) !== 0) writer.setId(node.id, node.elementId)
    if ((changes & Change.attributes) !== 0) this.writeAttributes(node)
    if ((changes & Change.listeners) !== 0) {
      for (const type of node.changedListeners ?? []) writer.listen(node.id, type, node.listenFlags(type))
      node.changedListeners = undefined
    }
    if ((changes & Change.models) !== 0) {
      for (const name of node.models?.keys() ?? []) writer.bindModel(node.id, name, true)
    }
  }

  private writeAttributes(node: TreeNode): void {
    const attributes = node.attributes ?? []
    node.attributes = undefined
    for (let at = 0; at < attributes.length; at += 2) {
      const value = attributes[at + 1]
      if (value === removedAttribute) this.writer.removeAttribute(node.id, String(attributes[at]))
      else this.writer.setAttribute(node.id, String(attributes[at]), value)
    }
  }

  /** Last, so that whatever lives on has left the subtrees that are released; one operation forgets such a subtree. */
  private writeRemovals(): void {
    const detached = this.detached
    if (detached.length > 0) {
      this.detached = []
      for (const node of detached) {
        node.isDetachNoted = false
        if (node.isReleased || (node.parent !== undefined && !node.isMoved)) continue
        node.viewParent = undefined
        this.writer.remove(node.id)
      }
    }
    const released = this.released
    if (released.length === 0) return
    this.released = []
    for (const node of released) {
      this.nodes.delete(node.id)
      if (node.viewParent?.isReleased !== true) this.writer.release(node.id)
    }
  }
}
