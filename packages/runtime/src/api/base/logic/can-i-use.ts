/** `wx.canIUse`: true to the tables of what this platform does. */
import { componentSpecs } from '@banyan/contract/components'
import { wxFunctions } from '@banyan/contract/wx-api'

/** `request`, `request.object.method.PATCH`, `button.open-type.contact`: the name must work; of its details only attributes are known. */
export function canIUse(schema: unknown): boolean {
  if (typeof schema !== 'string' || schema === '') return false
  const [head = '', detail] = schema.replace(/^wx\./, '').split('.')
  if (Object.hasOwn(wxFunctions, head)) return wxFunctions[head]?.support !== 'soft'
  const component = Object.hasOwn(componentSpecs, head) ? componentSpecs[head] : undefined
  if (component === undefined)
    return ['App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages', 'getUpdateManager'].includes(head)
  if (component.support === 'inert') return false
  if (detail === undefined) return true
  return Object.hasOwn(component.attributes, detail) || component.events.includes(detail.replace(/^bind:?/, ''))
}
