/**
 * `wx.createAnimation`: records steps; `export()` gives `{ actions }`, which `animation="{{...}}"` on a node applies. The form is WeChat's:
 * each action has `animates: [{ type, args }]` and `option: { transformOrigin, transition: { duration, delay, timingFunction } }`.
 */
interface Animate {
  type: string
  args: readonly unknown[]
}

const transforms = [
  'matrix',
  'matrix3d',
  'rotate',
  'rotate3d',
  'rotateX',
  'rotateY',
  'rotateZ',
  'scale',
  'scale3d',
  'scaleX',
  'scaleY',
  'scaleZ',
  'skew',
  'skewX',
  'skewY',
  'translate',
  'translate3d',
  'translateX',
  'translateY',
  'translateZ',
] as const
/** Function -> property; those with a unit take numbers as px. */
const lengths = {
  width: 'width',
  height: 'height',
  top: 'top',
  right: 'right',
  bottom: 'bottom',
  left: 'left',
} as const

export function createAnimation(defaults: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const base = { duration: 400, timingFunction: 'linear', delay: 0, transformOrigin: '50% 50% 0', ...defaults }
  let pending: Animate[] = []
  let actions: unknown[] = []
  const animation: Record<string, unknown> = {
    step(options: Readonly<Record<string, unknown>> = {}) {
      const { duration, timingFunction, delay, transformOrigin } = { ...base, ...options }
      actions.push({
        animates: uniqueStyles(pending),
        option: { transformOrigin, transition: { duration, timingFunction, delay } },
      })
      pending = []
      return animation
    },
    export() {
      const exported = { actions }
      actions = []
      return exported
    },
    opacity: (value: unknown) => style('opacity', value),
    backgroundColor: (value: unknown) => style('background-color', value),
  }
  const style = (property: string, value: unknown) => {
    pending.push({ type: 'style', args: [property, value] })
    return animation
  }
  for (const type of transforms) {
    animation[type] = (...args: unknown[]) => {
      pending.push({ type, args })
      return animation
    }
  }
  for (const [name, property] of Object.entries(lengths)) {
    animation[name] = (value: unknown) => style(property, typeof value === 'number' ? `${value}px` : value)
  }
  return animation
}

/** A style that is set twice in one step has its last value. */
function uniqueStyles(animates: readonly Animate[]): Animate[] {
  return animates.filter(
    (animate, index) =>
      animate.type !== 'style' ||
      !animates.slice(index + 1).some((later) => later.type === 'style' && later.args[0] === animate.args[0]),
  )
}
