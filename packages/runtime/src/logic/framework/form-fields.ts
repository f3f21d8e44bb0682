/** What components with `wx://form-field` add to the values that a form has collected in the view. */
import { Element } from 'glass-easel'
import { isRecord } from '../values.ts'
import { Instance } from './instance.ts'
import { isComponentElement } from './internals.ts'

export function withFormFields(form: Element, detail: unknown): unknown {
  if (!isRecord(detail) || !isRecord(detail['value'])) return detail
  const value = { ...detail['value'] }
  collect(form, value)
  return { ...detail, value }
}

/** Into a component only when it says that the fields inside are the form's. */
function collect(parent: Element, value: Record<string, unknown>): void {
  for (const child of parent.childNodes) {
    if (!Element.isElement(child)) continue
    const instance: unknown = isComponentElement(child) ? child.getMethodCaller() : undefined
    if (isComponentElement(child) && instance instanceof Instance) {
      const { name, value: own } = instance.data
      if (typeof name === 'string' && name !== '' && instance.hasBehavior('wx://form-field')) value[name] = own
      const inside = instance.hasBehavior('wx://form-field-group') ? child.getShadowRoot() : null
      if (inside !== null) collect(inside, value)
    }
    collect(child, value)
  }
}
