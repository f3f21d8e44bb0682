/** Carries out the operations of a flush on the document. Nothing the app gives becomes a raw tag or attribute name. */
import type { OperationHandler } from '../bridge/decode.ts'
import type { BuiltIn, BuiltInDefinition, ViewContext } from './built-in.ts'
import { laterTags } from '../components/later-tags.ts'
import { hoverAttributes, setHoverOption } from './hover.ts'
import type { InlineStyles } from './inline-styles.ts'
import type { Listeners } from './listeners.ts'
import { stateOf } from './node-state.ts'
import { toText } from './to-text.ts'
import { WaitingElement } from './waiting.ts'

const plainAttribute = /^(aria-[a-z]+|tabindex|slot)$/

interface TagTemplate {
  element: HTMLElement
  definition: BuiltInDefinition | undefined
  /** Its definition has not come yet. */
  isLater: boolean
}

export class Tree implements OperationHandler {
  readonly root: HTMLElement
  private readonly view: ViewContext
  private readonly listeners: Listeners
  private readonly styles: InlineStyles
  private readonly definitions: Map<string, BuiltInDefinition>
  private readonly wantLater: () => void
  private readonly elements = new Map<number, HTMLElement>()
  private readonly texts = new Map<number, Text>()
  private readonly templates = new Map<string, TagTemplate>()

  constructor(
    view: ViewContext,
    parts: {
      listeners: Listeners
      styles: InlineStyles
      definitions: ReadonlyMap<string, BuiltInDefinition>
      wantLater: () => void
    },
  ) {
    this.view = view
    this.root = view.root
    this.listeners = parts.listeners
    this.styles = parts.styles
    this.definitions = new Map(parts.definitions)
    this.wantLater = parts.wantLater
    this.root.banyanId = 0
    this.elements.set(0, this.root)
  }

  get size(): number {
    return this.elements.size + this.texts.size - 1
  }

  find(id: number): HTMLElement | undefined {
    return this.elements.get(id)
  }

  create(id: number, tag: string, className: string, parent: number, before: number, isHost: boolean): void {
    const { element: template, definition, isLater } = this.template(tag, isHost)
    const element = cloneElement(template)
    element.banyanId = id
    if (className !== '') element.className = className
    if (definition !== undefined) {
      if (definition.hover !== undefined && definition.hover.className !== 'none') {
        setHoverOption(stateOf(element), definition.hover, 'hover-stop-propagation', false)
      }
      if (definition.create !== undefined && definition.isLazy !== true) this.build(element, definition)
    }
    if (isLater) {
      stateOf(element).component = new WaitingElement(element, this.view)
      this.wantLater()
    }
    this.elements.set(id, element)
    if (parent >= 0) this.attach(element, parent, before)
  }

  createText(id: number, text: string, parent: number, before: number): void {
    const node = document.createTextNode(text)
    node.banyanId = id
    this.texts.set(id, node)
    if (parent >= 0) this.attach(node, parent, before)
  }

  /** The code of later components came: the elements that wait for it become what they are. */
  addDefinitions(definitions: readonly BuiltInDefinition[]): void {
    for (const definition of definitions) this.definitions.set(definition.tag, definition)
    this.templates.clear()
    const built: (() => void)[] = []
    for (const element of this.elements.values()) {
      const state = element.banyanState
      const waiting = state?.component
      const definition = this.definitionOf(element)
      if (state === undefined || !(waiting instanceof WaitingElement) || definition?.create === undefined) continue
      const component = waiting.replace(definition.create)
      state.component = component
      built.push(() => waiting.handOver(component, definition.attributes))
    }
    // A value may concern components around it, so all must be there first.
    for (const handOver of built) handOver()
  }

  insert(id: number, parent: number, before: number): void {
    this.attach(this.node(id), parent, before)
  }

  remove(id: number): void {
    const node = this.node(id)
    this.childrenChanged(node.parentElement)
    node.remove()
  }

  release(id: number): void {
    const node = this.node(id)
    this.childrenChanged(node.parentElement)
    node.remove()
    this.forget(node)
  }

  setText(id: number, text: string): void {
    const node = this.texts.get(id)
    if (node === undefined) throw new Error(`text ${id} is unknown`)
    node.data = text
    const component = node.parentElement?.banyanState?.component
    if (component !== undefined) this.view.invalidate(component)
  }

  setClass(id: number, value: string): void {
    const element = this.element(id)
    const state = element.banyanState
    if (state === undefined || state.hoverClass === '') {
      element.className = value
      return
    }
    state.className = value
    element.className = `${value} ${state.hoverClass}`
  }

  setStyle(id: number, value: string): void {
    this.styles.set(this.element(id), value)
  }

  setId(id: number, value: string): void {
    this.element(id).id = value
  }

  setAttribute(id: number, name: string, value: unknown): void {
    const element = this.element(id)
    // A boolean is a movable-view's own attribute.
    if (name === 'animation' && typeof value !== 'boolean') {
      // Without steps it only ends what is under way, for which there must be something.
      if (hasSteps(value) || element.banyanState?.animation !== undefined) {
        this.view.withParts(({ animations }) => animations.playSteps(element, value))
      }
      return
    }
    if (setCommonAttribute(element, name, value)) return
    const definition = this.definitionOf(element)
    if (definition === undefined) {
      element.banyanState?.component?.set(name, value)
      return
    }
    if (name.startsWith('hover-')) {
      if (hoverAttributes.some((known) => known === name))
        setHoverOption(stateOf(element), definition.hover, name, value)
    } else if (definition.create !== undefined && definition.attributes.includes(name)) {
      this.build(element, definition)?.set(name, value)
    }
  }

  removeAttribute(id: number, name: string): void {
    this.setAttribute(id, name, undefined)
  }

  listen(id: number, name: string, flags: number): void {
    this.listeners.set(this.element(id), name, flags)
  }

  bindModel(id: number, name: string, isBound: boolean): void {
    const models = (stateOf(this.element(id)).models ??= new Set())
    if (isBound) models.add(name)
    else models.delete(name)
  }

  private template(tag: string, isHost: boolean): TagTemplate {
    const key = isHost ? `*${tag}` : tag
    const known = this.templates.get(key)
    if (known !== undefined) return known
    const safe = tag.toLowerCase().replace(/[^a-z0-9-]/g, '-')
    const isBuiltIn = this.definitions.has(tag) || laterTags.has(tag)
    const template = {
      element: document.createElement(`wx-${safe}`),
      definition: isHost ? undefined : this.definitions.get(tag),
      isLater: !isHost && isBuiltIn && !this.definitions.has(tag),
    }
    if (isHost && isBuiltIn) template.element = document.createElement(`wx-${safe}-host`)
    this.templates.set(key, template)
    return template
  }

  private definitionOf(element: HTMLElement): BuiltInDefinition | undefined {
    return this.definitions.get(element.localName.slice(3))
  }

  private build(element: HTMLElement, definition: BuiltInDefinition): BuiltIn | undefined {
    const state = stateOf(element)
    if (state.component === undefined && definition.create !== undefined) {
      state.component = definition.create(element, this.view)
      this.view.invalidate(state.component)
    }
    return state.component
  }

  private attach(node: HTMLElement | Text, parentId: number, beforeId: number): void {
    const parent = this.element(parentId)
    const component = parent.banyanState?.component
    const container = component === undefined ? parent : component.content
    if (beforeId < 0) container.appendChild(node)
    else container.insertBefore(node, this.node(beforeId))
    if (component !== undefined) this.view.invalidate(component)
  }

  private childrenChanged(container: HTMLElement | null): void {
    let at = container
    while (at !== null && at.banyanId === undefined) at = at.parentElement
    const component = at?.banyanState?.component
    if (component !== undefined) this.view.invalidate(component)
  }

  private forget(node: Node): void {
    const id = node.banyanId
    if (id !== undefined && !this.elements.delete(id)) this.texts.delete(id)
    const state = node.banyanState
    if (state !== undefined) {
      if (state.listeners !== undefined) this.listeners.forget(state.listeners)
      state.component?.destroy()
    }
    for (let child = node.firstChild; child !== null; child = child.nextSibling) this.forget(child)
    const content = state?.component?.content
    // A box that stands elsewhere in the document.
    if (content?.banyanHost === node) for (const child of content.childNodes) this.forget(child)
  }

  private element(id: number): HTMLElement {
    const found = this.elements.get(id)
    if (found === undefined) throw new Error(`element ${id} is unknown`)
    return found
  }

  private node(id: number): HTMLElement | Text {
    return this.texts.get(id) ?? this.element(id)
  }
}

function hasSteps(animation: unknown): boolean {
  return typeof animation === 'object' && animation !== null && 'actions' in animation
}

function setCommonAttribute(element: HTMLElement, name: string, value: unknown): boolean {
  if (name === 'hidden') {
    element.hidden = Boolean(value)
    return true
  }
  const attribute = name === 'aria-role' || name === 'role' ? 'role' : plainAttribute.test(name) ? name : undefined
  if (attribute === undefined) return false
  if (value === undefined || value === null) element.removeAttribute(attribute)
  else element.setAttribute(attribute, toText(value))
  return true
}

/** `cloneNode` is faster than `createElement`; its type says only Node. */
function cloneElement(template: HTMLElement): HTMLElement {
  const copy = template.cloneNode(false)
  return copy instanceof HTMLElement ? copy : template
}
