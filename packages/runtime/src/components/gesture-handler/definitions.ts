import type { BuiltInDefinition, BuiltInFactory } from '../../view/built-in.ts'
import { HorizontalDragHandler, PanHandler, ScaleHandler, VerticalDragHandler } from './drags.ts'
import { DoubleTapHandler, ForcePressHandler, LongPressHandler, TapHandler } from './presses.ts'

/** `touchAction`: what the browser may still do with a finger on the child. */
function handler(name: string, touchAction: string, create: BuiltInFactory): BuiltInDefinition {
  const tag = `${name}-gesture-handler`
  return {
    tag,
    attributes: ['tag', 'simultaneous-handlers', 'native-view'],
    style: `wx-${tag}{display:contents}wx-${tag}>:not(wx-scroll-view):not(wx-swiper){touch-action:${touchAction}}`,
    create,
  }
}

export const gestureHandlers: readonly BuiltInDefinition[] = [
  handler('tap', 'manipulation', (element, view) => new TapHandler(element, view)),
  handler('double-tap', 'manipulation', (element, view) => new DoubleTapHandler(element, view)),
  handler('long-press', 'manipulation', (element, view) => new LongPressHandler(element, view)),
  handler('force-press', 'manipulation', (element, view) => new ForcePressHandler(element, view)),
  handler('pan', 'none', (element, view) => new PanHandler(element, view)),
  handler('horizontal-drag', 'pan-y', (element, view) => new HorizontalDragHandler(element, view)),
  handler('vertical-drag', 'pan-x', (element, view) => new VerticalDragHandler(element, view)),
  handler('scale', 'none', (element, view) => new ScaleHandler(element, view)),
]
