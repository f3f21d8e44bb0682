import type { BuiltInDefinition } from '../../view/built-in.ts'

export const view: BuiltInDefinition = {
  tag: 'view',
  attributes: [],
  style: 'wx-view{display:block}',
  hover: { className: 'none', startTimeMs: 50, stayTimeMs: 400 },
}
