import type { BuiltInDefinition } from '../../view/built-in.ts'

/** A box with what is in it: pages come and go as a whole here, so nothing flies from one to the other. */
export const shareElement: BuiltInDefinition = {
  tag: 'share-element',
  attributes: [],
  style: 'wx-share-element{display:block}',
}
