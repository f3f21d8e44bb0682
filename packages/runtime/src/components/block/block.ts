import type { BuiltInDefinition } from '../../view/built-in.ts'

/** `block` has no node of its own in WeChat; the ones that come through are tags which only group. */
export const block: BuiltInDefinition = {
  tag: 'block',
  attributes: [],
  style: 'wx-block,wx-slot,wx-custom-wrapper,wx-template{display:contents}',
}
