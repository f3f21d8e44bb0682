/** The behaviors that WeChat names by string. */
import type { ComponentSpace, GeneralBehavior } from 'glass-easel'

/** What a form reads of a component inside it. */
export const formFieldBehavior = 'wx://form-field'

export function defineBuiltinBehaviors(space: ComponentSpace): ReadonlyMap<string, GeneralBehavior> {
  const formField = space.defineBehavior({ properties: { name: String, value: { type: null, value: '' } } })
  const formButton = space.defineBehavior({ properties: { formType: String } })
  return new Map([
    [formFieldBehavior, formField.general()],
    ['wx://form-field-group', space.defineBehavior({}).general()],
    ['wx://form-field-button', formButton.general()],
    ['wx://component-export', space.defineBehavior({}).general()],
    ['wx://proxy-scroll-view', space.defineBehavior({}).general()],
  ])
}
