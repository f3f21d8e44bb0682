import type { LogicArea } from '../../logic/context.ts'
import { isFunction, isRecord } from '../../logic/values.ts'
import { createAnimatedStyles } from './logic/animated-styles.ts'
import { decay, delay, repeat, sequence, spring, timing } from './logic/animation-object.ts'
import { easing } from './logic/easing.ts'
import { DerivedValue, SharedValue } from './logic/shared-value.ts'

/**
 * `wx.worklet`. Worklets are ordinary functions here: app code runs in one thread, and styles that follow from shared values go to the view
 * with the next flush.
 */
export const workletArea: LogicArea = ({ pages }) => {
  pages.animateStylesWith(createAnimatedStyles())
  return {
    worklet: {
      shared: (value: unknown) => new SharedValue(value),
      derived: (updater: unknown) => new DerivedValue(isFunction(updater) ? () => updater() : () => undefined),
      cancelAnimation(value: unknown) {
        if (value instanceof SharedValue) value.cancel()
      },
      timing,
      spring,
      decay,
      delay,
      sequence,
      repeat,
      Easing: easing,
      runOnUI: asynchronously,
      runOnJS: asynchronously,
      scrollViewContext: {
        scrollTo(context: unknown, options: unknown) {
          const scroll = isRecord(context) ? context['scrollTo'] : undefined
          if (isFunction(scroll)) scroll(options)
        },
      },
    },
  }
}

/** Work for the other thread is done when the work under way is. */
function asynchronously(work: unknown): (...args: unknown[]) => void {
  return (...args) => {
    if (isFunction(work)) queueMicrotask(() => void work(...args))
  }
}
