const longPressMs = 500
/** As far as a finger that rests may creep; WeChat's `longpress` allows the same. */
const restPx = 10

/** A finger that moves has other plans; the right button of a mouse means the same as a long press. */
export function watchLongPress(element: HTMLElement, open: () => void): void {
  let timer = 0
  let start = { x: 0, y: 0 }
  const end = (): void => window.clearTimeout(timer)
  element.addEventListener('pointerdown', ({ button, clientX, clientY }) => {
    end()
    start = { x: clientX, y: clientY }
    if (button === 0) timer = window.setTimeout(open, longPressMs)
  })
  element.addEventListener('pointerup', end)
  element.addEventListener('pointercancel', end)
  // Not `movementX`: engines count it from where the pointer was before it went down, too.
  element.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (Math.hypot(clientX - start.x, clientY - start.y) > restPx) end()
  })
  element.addEventListener('contextmenu', (event) => {
    event.preventDefault()
    if (event.button === 2 && event instanceof PointerEvent && event.pointerType === 'mouse') open()
  })
}
