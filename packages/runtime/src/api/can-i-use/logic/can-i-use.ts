/** `wx.canIUse`: true to the tables of what this platform does. */
import { componentSpecs } from '@banyan/contract/components'
import { wxFunctions } from '@banyan/contract/wx-api'

/** Fields of a result that are known by name; undefined when the function has none. */
export type KnownFields = (name: string) => object | undefined

/**
 * `request`, `request.object.method.PATCH`, `getSystemInfoSync.return.theme`, `button.open-type.contact`: the name must work, and of its
 * details the second word must be one of the grammar.
 */
export function canIUse(schema: unknown, fieldsOf?: KnownFields): boolean {
  if (typeof schema !== 'string' || schema === '') return false
  const [head = '', detail, field] = schema.replace(/^wx\./, '').split('.')
  if (Object.hasOwn(wxFunctions, head)) {
    if (wxFunctions[head]?.support === 'soft') return false
    if (detail === undefined) return true
    if (!/^(object|return|success|fail|complete|callback)$/.test(detail)) return false
    const fields = /^(return|success)$/.test(detail) ? fieldsOf?.(head) : undefined
    return field === undefined || fields === undefined || field in fields
  }
  const component = Object.hasOwn(componentSpecs, head) ? componentSpecs[head] : undefined
  if (component === undefined)
    return ['App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages', 'getUpdateManager'].includes(head)
  if (component.support === 'inert') return false
  if (detail === undefined) return true
  return Object.hasOwn(component.attributes, detail) || component.events.includes(detail.replace(/^bind:?/, ''))
}
