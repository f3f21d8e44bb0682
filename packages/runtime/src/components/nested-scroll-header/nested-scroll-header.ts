import type { BuiltInDefinition } from '../../view/built-in.ts'

/** Scrolls away before what is in `nested-scroll-body` begins to scroll. */
export const nestedScrollHeader: BuiltInDefinition = {
  tag: 'nested-scroll-header',
  attributes: [],
  style: 'wx-nested-scroll-header{display:block}',
}
