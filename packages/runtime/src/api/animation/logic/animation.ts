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
  /** A step keeps what earlier steps have set, in the order in which it was first set. */
  const standing = new Map<string, Animate>()
  let actions: unknown[] = []
  const animation: Record<string, unknown> = {
    step(options: Readonly<Record<string, unknown>> = {}) {
      const { duration, timingFunction, delay, transformOrigin } = { ...base, ...options }
      for (const animate of pending) standing.set(keyOf(animate), animate)
      actions.push({
        animates: [...standing.values()],
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

function keyOf({ type, args }: Animate): string {
  return type === 'style' ? `style ${String(args[0])}` : type
}
