import type { BuiltIn } from '../../view/built-in.ts'

/** `padding="{{[top, right, bottom, left]}}"` of Skyline's lists. */
export function paddingOf(component: BuiltIn): string {
  const { padding } = component.properties
  return Array.isArray(padding) ? padding.map((side) => `${Number(side) || 0}px`).join(' ') : ''
}
