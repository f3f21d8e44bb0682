/** `hover-class` and its times: a class that comes shortly after the finger and goes shortly after it left. */
import type { BuiltInDefinition } from './built-in.ts'
import { type HoverOptions, type NodeState, parentNodeOf, stateOf } from './node-state.ts'

export const hoverAttributes = ['hover-class', 'hover-start-time', 'hover-stay-time', 'hover-stop-propagation'] as const

export function setHoverOption(
  state: NodeState,
  defaults: BuiltInDefinition['hover'],
  name: string,
  value: unknown,
): void {
  if (defaults === undefined) return
  const hover = (state.hover ??= { ...defaults, stopsPropagation: false })
  switch (name) {
    case 'hover-class':
      hover.className = typeof value === 'string' ? value : defaults.className
      return
    case 'hover-start-time':
      hover.startTimeMs = numberOr(value, defaults.startTimeMs)
      return
    case 'hover-stay-time':
      hover.stayTimeMs = numberOr(value, defaults.stayTimeMs)
      return
    default:
      hover.stopsPropagation = Boolean(value)
  }
}

export class HoverTracker {
  private pressed: { element: HTMLElement; hover: HoverOptions; timer: number }[] = []

  press(innermost: HTMLElement): void {
    this.release()
    for (let at: HTMLElement | undefined = innermost; at !== undefined; at = parentNodeOf(at)) {
      const hover = at.banyanState?.hover
      if (hover === undefined || hover.className === 'none' || hover.className === '') continue
      if (at.banyanState?.component?.flag('disabled') === true) continue
      const element = at
      const timer = window.setTimeout(() => setHoverClass(element, hover.className), hover.startTimeMs)
      this.pressed.push({ element, hover, timer })
      if (hover.stopsPropagation) return
    }
  }

  /** The finger was lifted; a quick tap still shows the class for its time. */
  release(): void {
    for (const { element, hover, timer } of this.pressed.splice(0)) {
      window.clearTimeout(timer)
      setHoverClass(element, hover.className)
      window.setTimeout(() => {
        if (!this.pressed.some((pressed) => pressed.element === element)) setHoverClass(element, '')
      }, hover.stayTimeMs)
    }
  }

  /** The finger moved away: it was no press. */
  cancel(): void {
    for (const { element, timer } of this.pressed.splice(0)) {
      window.clearTimeout(timer)
      setHoverClass(element, '')
    }
  }
}

function setHoverClass(element: HTMLElement, className: string): void {
  const state = stateOf(element)
  if (state.hoverClass === className) return
  if (state.hoverClass === '') state.className = element.className
  state.hoverClass = className
  element.className = className === '' ? state.className : `${state.className} ${className}`
}

function numberOr(value: unknown, fallback: number): number {
  const parsed = Number(value)
  return Number.isFinite(parsed) ? parsed : fallback
}
