const longPressMs = 500
const restPx = 4

/** A finger that moves has other plans; the right button of a mouse means the same as a long press. */
export function watchLongPress(element: HTMLElement, open: () => void): void {
  let timer = 0
  const end = (): void => window.clearTimeout(timer)
  element.addEventListener('pointerdown', ({ button }) => {
    end()
    if (button === 0) timer = window.setTimeout(open, longPressMs)
  })
  element.addEventListener('pointerup', end)
  element.addEventListener('pointercancel', end)
  element.addEventListener('pointermove', ({ movementX, movementY }) => {
    if (Math.hypot(movementX, movementY) > restPx) end()
  })
  element.addEventListener('contextmenu', (event) => {
    event.preventDefault()
    if (event.button === 2 && event instanceof PointerEvent && event.pointerType === 'mouse') open()
  })
}
