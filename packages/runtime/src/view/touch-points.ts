/** Touch, mouse and pen as one stream of touches in WeChat's form. */
import type { TouchPoint } from '../bridge/view-messages.ts'

export interface TouchFrame {
  name: 'touchstart' | 'touchmove' | 'touchend' | 'touchcancel' | 'touchforcechange'
  target: EventTarget | null
  touches: TouchPoint[]
  changedTouches: TouchPoint[]
}

/** The part of a touch event that the app is told. */
export interface TouchDetail {
  touches: readonly TouchPoint[]
  changedTouches: readonly TouchPoint[]
}

const mouseIdentifier = 0

/** Mouse and pen come as pointer events; a touch comes as touch events, which go on while the page scrolls. */
export function watchTouches(receive: (frame: TouchFrame) => void): void {
  let pointerTarget: EventTarget | null = null
  for (const name of ['touchstart', 'touchmove', 'touchend', 'touchcancel', 'touchforcechange'] as const) {
    document.addEventListener(
      name,
      (event) => {
        if (pointerTarget !== null || !isTouchEvent(event)) return
        receive({
          name,
          target: event.target,
          touches: pointsOf(event.touches),
          changedTouches: pointsOf(event.changedTouches),
        })
      },
      { passive: true, capture: true },
    )
  }
  const pointer = (name: TouchFrame['name'], event: PointerEvent): void => {
    const point = pointOf(event, mouseIdentifier, event.pressure)
    receive({
      name,
      target: pointerTarget,
      touches: name === 'touchend' || name === 'touchcancel' ? [] : [point],
      changedTouches: [point],
    })
  }
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'touch' || event.button !== 0) return
      pointerTarget = event.target
      pointer('touchstart', event)
    },
    true,
  )
  document.addEventListener(
    'pointermove',
    (event) => {
      if (pointerTarget !== null && event.pointerType !== 'touch') pointer('touchmove', event)
    },
    true,
  )
  for (const [from, name] of [
    ['pointerup', 'touchend'],
    ['pointercancel', 'touchcancel'],
  ] as const) {
    window.addEventListener(
      from,
      (event) => {
        if (pointerTarget === null || event.pointerType === 'touch') return
        pointer(name, event)
        pointerTarget = null
      },
      true,
    )
  }
}

function pointsOf(list: TouchList): TouchPoint[] {
  return Array.from(list, (touch) => pointOf(touch, touch.identifier, touch.force))
}

function pointOf(
  at: { pageX: number; pageY: number; clientX: number; clientY: number },
  identifier: number,
  force: number,
): TouchPoint {
  const { pageX, pageY, clientX, clientY } = at
  return { identifier, pageX, pageY, clientX, clientY, force }
}

/** The type of `touchforcechange`, which only Safari has, is not in the table of events. */
function isTouchEvent(event: Event): event is TouchEvent {
  return 'touches' in event
}
