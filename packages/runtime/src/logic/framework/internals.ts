/**
 * The few things of the framework that its types hide or cannot express. All access to them is here. `@__KEY__` tells the bundler, which
 * shortens the framework's internal names, that such a text is one of them.
 */
import type { Element, GeneralComponent } from 'glass-easel'
import type { TreeNode } from '../backend/tree-node.ts'
import { isRecord } from '../values.ts'

export function treeNodeOf(element: Element): TreeNode | undefined {
  const backend: unknown = element.getBackendElement()
  return isTreeNode(backend) ? backend : undefined
}

/** All backends of a worker are ours, so an element with a backend has a `TreeNode`. */
function isTreeNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'isMoved' in value
}

export function isComponentElement(value: unknown): value is GeneralComponent {
  return (
    typeof value === 'object' && value !== null && Reflect.get(value, /* @__KEY__ */ '_$methodCaller') !== undefined
  )
}

/** Whether nobody listens to the event any more in that phase. */
export function isUnheard(element: Element, event: string, isCapture: boolean): boolean {
  const target: unknown = Reflect.get(element, /* @__KEY__ */ '_$eventTarget')
  const listeners: unknown = isRecord(target) ? target[isCapture ? 'captureListeners' : 'listeners'] : undefined
  const entry: unknown = isRecord(listeners) ? listeners[event] : undefined
  const functions: unknown = isRecord(entry) ? entry['funcArr'] : undefined
  return !isRecord(functions) || functions['empty'] === true
}

/** Whether any definition below this instance gave it such a life time. */
export function hasLifetime(component: GeneralComponent, name: string): boolean {
  const functions: unknown = Reflect.get(component, /* @__KEY__ */ '_$lifetimeFuncs')
  return isRecord(functions) && functions[name] !== undefined
}
