import type { BuiltInDefinition } from '../../view/built-in.ts'

/** A bar above the keyboard while the text field around it has the focus; `input/field-extras.ts` marks the field. */
export const keyboardAccessory: BuiltInDefinition = {
  tag: 'keyboard-accessory',
  attributes: [],
  style:
    'wx-keyboard-accessory{display:none}[data-focused]>wx-keyboard-accessory{display:block;position:fixed;left:0;right:0;bottom:var(--wx-keyboard,0px);z-index:2147482000;background:var(--w-sheet)}',
}
