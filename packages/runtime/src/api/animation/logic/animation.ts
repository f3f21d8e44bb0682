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

interface Transition {
  duration: unknown
  timingFunction: unknown
  delay: unknown
}

interface Option {
  transformOrigin: unknown
  transition: Transition
}

/** The state has WeChat's names, and everything is reached through `this`: apps change `option` between steps, and keep animations in `data`, which copies them. */
interface Recording extends Record<string, unknown> {
  actions: unknown[]
  /** A step keeps what earlier steps have set, in the order in which it was first set. */
  currentTransform: Record<string, Animate>
  currentStepAnimates: Animate[]
  option: Option
}

export function createAnimation(defaults: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const base: Option = {
    transformOrigin: '50% 50% 0',
    transition: { duration: 400, timingFunction: 'linear', delay: 0 },
  }
  const animation: Recording = {
    actions: [],
    currentTransform: {},
    currentStepAnimates: [],
    option: optionOf(base, defaults),
    step,
    export: exportActions,
    opacity: styleRecorder('opacity'),
    backgroundColor: styleRecorder('background-color'),
  }
  for (const type of transforms) animation[type] = transformRecorder(type)
  for (const [name, property] of Object.entries(lengths)) animation[name] = styleRecorder(property, 'px')
  return animation
}

function step(this: Recording, options: Readonly<Record<string, unknown>> = {}): Recording {
  for (const animate of this.currentStepAnimates) this.currentTransform[keyOf(animate)] = animate
  this.currentStepAnimates = []
  this.actions.push({ animates: Object.values(this.currentTransform), option: optionOf(this.option, options) })
  return this
}

function exportActions(this: Recording): { actions: readonly unknown[] } {
  const { actions } = this
  this.actions = []
  return { actions }
}

function transformRecorder(type: string) {
  return function record(this: Recording, ...args: unknown[]): Recording {
    this.currentStepAnimates.push({ type, args })
    return this
  }
}

function styleRecorder(property: string, unit = '') {
  return function record(this: Recording, value: unknown): Recording {
    const text = unit !== '' && typeof value === 'number' ? `${value}${unit}` : value
    this.currentStepAnimates.push({ type: 'style', args: [property, text] })
    return this
  }
}

function optionOf(base: Option, options: Readonly<Record<string, unknown>>): Option {
  const { duration, timingFunction, delay, transformOrigin } = { ...base, ...base.transition, ...options }
  return { transformOrigin, transition: { duration, timingFunction, delay } }
}

function keyOf({ type, args }: Animate): string {
  return type === 'style' ? `style ${String(args[0])}` : type
}
