import type { BuiltInDefinition } from '../../view/built-in.ts'

/** All text inside can be selected, across its nodes. */
export const selection: BuiltInDefinition = {
  tag: 'selection',
  attributes: [],
  style: 'wx-selection{display:block}wx-selection,wx-selection *{-webkit-user-select:text;user-select:text}',
}
