/** `animation="{{...}}"` (steps of `wx.createAnimation`) by transitions, and `this.animate(...)` by the browser's animations. */
import { convertUnits } from './css-text.ts'
import { type RunningAnimation, stateOf } from './node-state.ts'
import { toText } from './to-text.ts'

const lengthTransforms = /^translate/
const angleTransforms = /^(rotate|skew)/
const transformName = /^(matrix|rotate|scale|skew|translate)(3d|[XYZ])?$/
const styleNames = new Set(['opacity', 'background-color', 'width', 'height', 'top', 'right', 'bottom', 'left'])
const frameStyles = new Set([
  'opacity',
  'backgroundColor',
  'width',
  'height',
  'top',
  'right',
  'bottom',
  'left',
  'transformOrigin',
])

interface Step {
  styles: [name: string, value: string][]
  durationMs: number
  delayMs: number
}

/** Each step starts when the one before it has ended. */
export function playSteps(element: HTMLElement, data: unknown): void {
  const actions = read(data, 'actions')
  const steps = Array.isArray(actions) ? actions.map(readStep) : []
  const state = stateOf(element)
  window.clearTimeout(state.animation?.timer)
  if (steps.length === 0) return
  const running: RunningAnimation = { timer: 0, styles: [] }
  state.animation = running
  // The place from which the first step moves must have been drawn.
  element.getBoundingClientRect()
  const next = (index: number): void => {
    const step = steps[index]
    if (step === undefined) return
    running.styles = step.styles
    restoreAnimation(element)
    running.timer = window.setTimeout(() => next(index + 1), step.durationMs + step.delayMs)
  }
  next(0)
}

export function restoreAnimation(element: HTMLElement): void {
  for (const [name, value] of element.banyanState?.animation?.styles ?? []) element.style.setProperty(name, value)
}

/** Resolves when the animation is over; what it ends with stays until `clearAnimations`. */
export async function animateFrames(
  element: HTMLElement,
  [frames, duration, timeline]: readonly unknown[],
  find: (id: number) => HTMLElement | undefined,
): Promise<void> {
  const keyframes = Array.isArray(frames) ? frames.map(readFrame) : []
  const animation = element.animate(keyframes, { duration: Number(duration) || 0, fill: 'forwards' })
  const source = read(timeline, 'scrollSource')
  const scroller = typeof source === 'number' ? find(source)?.banyanState?.component?.content.parentElement : undefined
  if (scroller !== undefined && scroller !== null) {
    driveByScroll(animation, scroller, timeline)
    return
  }
  // A cancelled animation has come to its end too.
  await animation.finished.catch(() => undefined)
}

/** The animation stands where the scroll does between its two offsets, and goes no further by itself. */
function driveByScroll(animation: Animation, scroller: HTMLElement, timeline: unknown): void {
  animation.pause()
  const isHorizontal = read(timeline, 'orientation') === 'horizontal'
  const start = Number(read(timeline, 'startScrollOffset') ?? 0)
  const range = Number(read(timeline, 'timeRange') ?? animation.effect?.getTiming().duration ?? 0)
  const follow = (): void => {
    const limit = isHorizontal
      ? scroller.scrollWidth - scroller.clientWidth
      : scroller.scrollHeight - scroller.clientHeight
    const end = Number(read(timeline, 'endScrollOffset') ?? limit)
    const at = isHorizontal ? scroller.scrollLeft : scroller.scrollTop
    animation.currentTime = range * Math.min(1, Math.max(0, (at - start) / (end - start || 1)))
  }
  scroller.addEventListener('scroll', follow, { passive: true })
  animation.addEventListener('cancel', () => scroller.removeEventListener('scroll', follow))
  follow()
}

/** All of them, or only the styles that `options` names. */
export function clearAnimations(element: HTMLElement, [options]: readonly unknown[]): void {
  const named = typeof options === 'object' && options !== null ? Object.keys(options) : []
  const styles = new Set(named.map((name) => (transformName.test(name) ? 'transform' : name)))
  for (const animation of element.getAnimations()) {
    const { effect } = animation
    if (!(effect instanceof KeyframeEffect)) continue
    const kept = effect.getKeyframes().map((frame) => {
      const entries = Object.entries(frame).filter(([name]) => !styles.has(name))
      return Object.fromEntries(entries)
    })
    const isEmpty = kept.every((frame) => Object.keys(frame).every((name) => timingNames.has(name)))
    if (styles.size === 0 || isEmpty) animation.cancel()
    else effect.setKeyframes(kept)
  }
}

const timingNames = new Set(['offset', 'computedOffset', 'easing', 'composite'])

function readStep(action: unknown): Step {
  const transition = read(read(action, 'option'), 'transition')
  const durationMs = Number(read(transition, 'duration') ?? 0)
  const delayMs = Number(read(transition, 'delay') ?? 0)
  const styles: [string, string][] = []
  const transforms: string[] = []
  const animates = read(action, 'animates')
  for (const animate of Array.isArray(animates) ? animates : []) {
    const type = toText(read(animate, 'type'))
    const list = read(animate, 'args')
    const args: unknown[] = Array.isArray(list) ? list : []
    const name = toText(args[0])
    if (type === 'style' && styleNames.has(name)) styles.push([name, convertUnits(toText(args[1]))])
    else if (transformName.test(type)) transforms.push(transformText(type, args))
  }
  if (transforms.length > 0) styles.push(['transform', transforms.join(' ')])
  const origin = toText(read(read(action, 'option'), 'transformOrigin'))
  styles.push(
    ['transform-origin', origin],
    ['transition', `${durationMs}ms ${toText(read(transition, 'timingFunction'))} ${delayMs}ms`],
    ['transition-property', styles.map(([name]) => name).join(',')],
  )
  return { styles, durationMs, delayMs }
}

function readFrame(frame: unknown): Keyframe {
  const result: Keyframe = {}
  const transforms: string[] = []
  for (const [name, value] of Object.entries(typeof frame === 'object' && frame !== null ? frame : {})) {
    if (transformName.test(name)) transforms.push(transformText(name, Array.isArray(value) ? value : [value]))
    else if (name === 'offset' && typeof value === 'number') result.offset = value
    else if (name === 'ease') result.easing = toText(value)
    else if (frameStyles.has(name)) result[name] = convertUnits(toText(value))
  }
  if (transforms.length > 0) result['transform'] = transforms.join(' ')
  return result
}

/** Numbers are px for lengths and degrees for angles; only the last of `rotate3d` is an angle. */
function transformText(type: string, args: readonly unknown[]): string {
  const unit = lengthTransforms.test(type) ? 'px' : angleTransforms.test(type) ? 'deg' : ''
  const values = args.map((value, index) => {
    const text = convertUnits(toText(value))
    const isPlain = unit === '' || (type === 'rotate3d' && index < 3)
    return typeof value === 'number' && !isPlain ? `${text}${unit}` : text
  })
  return `${type}(${values.join(',')})`
}

function read(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined
}
