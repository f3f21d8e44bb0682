import type { BuiltInDefinition } from '../../view/built-in.ts'

/** Holds texts and pictures in one line of text. */
export const span: BuiltInDefinition = {
  tag: 'span',
  attributes: [],
  style: 'wx-span{display:inline}',
}
