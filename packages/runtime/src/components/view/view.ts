import type { BuiltInDefinition } from '../../view/built-in.ts'

export const view: BuiltInDefinition = {
  tag: 'view',
  attributes: [],
  style: 'wx-view{display:block}',
  hover: { className: 'none', startTimeMs: 50, stayTimeMs: 400 },
}

export const coverView: BuiltInDefinition = {
  tag: 'cover-view',
  attributes: [],
  style: 'wx-cover-view{display:block;line-height:1.2;overflow:hidden;white-space:nowrap}',
  hover: { className: 'none', startTimeMs: 50, stayTimeMs: 400 },
}
