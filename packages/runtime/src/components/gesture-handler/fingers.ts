/** Fingers, mouse and pen on an element as one stream. Touches go on while something scrolls, which pointer events do not. */
export interface Finger {
  id: number
  x: number
  y: number
  force: number
}

export interface FingerListener {
  down(finger: Finger, timeMs: number): void
  move(finger: Finger, timeMs: number): void
  up(finger: Finger, timeMs: number): void
  cancel(finger: Finger, timeMs: number): void
  /** The browser must not scroll under this move. */
  holds(): boolean
}

const mouseId = -1

export function watchFingers(element: HTMLElement, listener: FingerListener): void {
  const steps = { touchstart: 'down', touchmove: 'move', touchend: 'up', touchcancel: 'cancel' } as const
  for (const name of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    element.addEventListener(
      name,
      (event) => {
        for (const touch of event.changedTouches) {
          const { identifier: id, clientX: x, clientY: y, force } = touch
          listener[steps[name]]({ id, x, y, force }, event.timeStamp)
        }
        if (name === 'touchmove' && event.cancelable && listener.holds()) event.preventDefault()
      },
      { passive: name !== 'touchmove' },
    )
  }
  let isPressed = false
  const fingerOf = (event: PointerEvent): Finger => ({
    id: mouseId,
    x: event.clientX,
    y: event.clientY,
    force: event.pressure,
  })
  element.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'touch' || event.button !== 0) return
    isPressed = true
    listener.down(fingerOf(event), event.timeStamp)
    const move = (moved: PointerEvent): void => listener.move(fingerOf(moved), moved.timeStamp)
    const end = (ended: PointerEvent): void => {
      if (!isPressed) return
      isPressed = false
      document.removeEventListener('pointermove', move)
      listener[ended.type === 'pointerup' ? 'up' : 'cancel'](fingerOf(ended), ended.timeStamp)
    }
    document.addEventListener('pointermove', move)
    document.addEventListener('pointerup', end, { once: true })
    document.addEventListener('pointercancel', end, { once: true })
  })
}
