/**
 * Repairs the framework's list comparison. Items whose keys are missing or the same are told apart by a number that is counted anew
 * each time; when a key changes, the numbers shift, and the framework takes one item for another without updating it.
 */
import { Component, ComponentSpace } from 'glass-easel'
import { StyleScopes } from '../backend/style-scopes.ts'
import { TreeContext } from '../backend/tree-context.ts'
import { type AnyFunction, isFunction, isRecord } from '../values.ts'

let isRepaired = false

export function repairLists(): void {
  if (isRepaired) return
  isRepaired = true
  const prototype = listManagerPrototype()
  const compare: unknown = prototype?.['diff']
  if (prototype === undefined || !isFunction(compare)) return
  const repaired: AnyFunction = function diff(list, changes, ...rest) {
    const mayShift = isRecord(this) && isRecord(changes) && changesKeys(this, changes) && hasEqualKeys(this, list)
    return compare.call(this, list, mayShift ? true : changes, ...rest)
  }
  prototype['diff'] = repaired
}

function changesKeys(manager: Record<string, unknown>, changes: Record<string, unknown>): boolean {
  const { keyName } = manager
  if (typeof keyName !== 'string') return false
  for (const index in changes) {
    const change = changes[index]
    if (change === true || keyName === '*this' || (isRecord(change) && change[keyName] !== undefined)) return true
  }
  return false
}

function hasEqualKeys(manager: Record<string, unknown>, list: unknown): boolean {
  if (manager['sharedKeyMap'] !== undefined) return true
  const { keyName } = manager
  const items: unknown[] = Array.isArray(list) ? list : isRecord(list) ? Object.values(list) : []
  const keys = items.map((item) => {
    const key = keyName === '*this' ? item : isRecord(item) ? item[String(keyName)] : undefined
    return key === undefined || key === null ? '' : String(key)
  })
  return new Set(keys).size < keys.length
}

/** The class is not exported; a list has an instance of it. */
function listManagerPrototype(): Record<string, unknown> | undefined {
  const writeList: AnyFunction = (_creates, _text, _element, _branch, list) => {
    if (isFunction(list)) list([], 'key', undefined, null, () => {})
  }
  const probe = new ComponentSpace().defineComponent({ template: { content: () => () => ({ C: writeList }) } })
  const context = new TreeContext(new StyleScopes(), {
    onDirty: () => undefined,
    onRender: () => undefined,
    onAhead: () => undefined,
  })
  const [list] = Component.createWithContext('probe', probe, context).getShadowRoot()?.childNodes ?? []
  const args: unknown = list === undefined ? undefined : Reflect.get(list, /* @__KEY__ */ '_$wxTmplArgs')
  const manager: unknown = isRecord(args) ? args['keyList'] : undefined
  const prototype: unknown = isRecord(manager) ? Object.getPrototypeOf(manager) : undefined
  return isRecord(prototype) ? prototype : undefined
}
