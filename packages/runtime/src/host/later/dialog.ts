/** What modal, action sheet and menu share: a shade, a focus trap, Escape, and focus that returns to where it was. */
import { element } from '../ui/dom.ts'

export interface Dialog {
  close(): void
}

const focusChecksMs = [50, 200, 500]

export function openDialog(root: HTMLElement, panel: HTMLElement, onDismiss: (() => void) | undefined): Dialog {
  const before = document.activeElement
  const shade = element('div', { class: 'shade' }, panel)
  panel.setAttribute('aria-modal', 'true')
  panel.tabIndex = -1
  const dismiss = () => {
    close()
    onDismiss?.()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && onDismiss !== undefined) {
      event.stopPropagation()
      dismiss()
    }
    if (event.key === 'Tab') keepFocusInside(event, panel)
  }
  shade.addEventListener('keydown', onKey)
  shade.addEventListener('click', (event) => {
    if (event.target === shade && onDismiss !== undefined) dismiss()
  })
  ignoreGhostClicks(shade)
  const others = [...root.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && !child.inert,
  )
  for (const other of others) other.inert = true
  root.append(shade)
  panel.focus()
  const retakeFocus = () => {
    if (document.activeElement instanceof HTMLIFrameElement) panel.focus()
  }
  // Browsers give the focus to a frame that was touched even when it is inert, some moments after the touch.
  const onBlur = () => setTimeout(retakeFocus)
  const timers = focusChecksMs.map((delay) => setTimeout(retakeFocus, delay))
  addEventListener('blur', onBlur)

  function close(): void {
    if (!shade.isConnected) return
    removeEventListener('blur', onBlur)
    for (const timer of timers) clearTimeout(timer)
    shade.remove()
    for (const other of others) other.inert = false
    // What was inert until now can take the focus only after the browser has noticed.
    if (before instanceof HTMLElement) setTimeout(() => before.focus({ preventScroll: true }))
  }
  return { close }
}

function keepFocusInside(event: KeyboardEvent, panel: HTMLElement): void {
  const stops = [...panel.querySelectorAll<HTMLElement>('button,input,textarea,a[href]')].filter((stop) => !stop.hidden)
  const first = stops[0]
  const last = stops.at(-1)
  const { activeElement } = document
  if (first === undefined || last === undefined) return
  if (event.shiftKey && (activeElement === first || activeElement === panel)) {
    event.preventDefault()
    last.focus()
  } else if (!event.shiftKey && activeElement === last) {
    event.preventDefault()
    first.focus()
  }
}

/**
 * The tap that opened the dialog may still be on its way as a click, and would hit what now lies under the finger. A click counts only
 * after a press on the dialog itself; those of keyboards and of assistive technology have no press and the detail 0.
 */
function ignoreGhostClicks(shade: HTMLElement): void {
  let isPressed = false
  const ignore = (event: MouseEvent) => {
    if (isPressed || event.detail === 0) return
    event.preventDefault()
    event.stopPropagation()
  }
  shade.addEventListener('pointerdown', () => {
    isPressed = true
  })
  shade.addEventListener('click', ignore, true)
  shade.addEventListener('mousedown', (event) => {
    ignore(event)
    // A press beside the panel must not take the focus out of it.
    if (event.target === shade) event.preventDefault()
  })
}
