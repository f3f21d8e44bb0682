/** `wx.previewImage`: full screen, swipe between pictures, pinch or double tap to zoom, tap or Escape to close. */
import { laterTextsOf } from './texts.ts'
import type { PreviewOptions } from '../later-parts.ts'
import { openDialog } from './dialog.ts'
import { element } from '../ui/dom.ts'

const doubleTapMs = 280
const swipePx = 56
const maxZoom = 4

export function previewPictures(root: HTMLElement, options: PreviewOptions): Promise<void> {
  return new Promise((resolve) => {
    const picture = element('img', { alt: '' })
    picture.style.cssText =
      'max-width:100%;max-height:100%;object-fit:contain;user-select:none;-webkit-user-drag:none;will-change:transform'
    const counter = element('span', { 'aria-live': 'polite' })
    counter.style.cssText =
      'position:absolute;top:calc(16px + env(safe-area-inset-top));left:0;right:0;text-align:center;color:#fff;font-size:14px'
    const panel = element('div', { role: 'dialog', 'aria-label': '' }, picture, counter)
    panel.style.cssText =
      'position:absolute;inset:0;background:#000;display:grid;place-items:center;touch-action:none;overflow:hidden;outline:none'
    const dialog = openDialog(root, panel, () => resolve())
    const close = () => {
      dialog.close()
      resolve()
    }
    let index = options.start
    const show = async (next: number) => {
      index = next
      zoom.reset()
      const label = laterTextsOf(options.texts)
        .page.replace('{n}', String(index + 1))
        .replace('{m}', String(options.count))
      panel.setAttribute('aria-label', label)
      counter.textContent = options.count > 1 ? `${index + 1} / ${options.count}` : ''
      const url = await options.load(index)
      if (index === next && url !== undefined) picture.src = url
    }
    const step = (by: number) => {
      const next = index + by
      if (next >= 0 && next < options.count) void show(next)
      else zoom.reset()
    }
    const zoom = followFingers(panel, picture, { onTap: close, onSwipe: step })
    panel.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowRight') step(1)
      if (event.key === 'ArrowLeft') step(-1)
    })
    void show(index)
  })
}

function followFingers(
  panel: HTMLElement,
  picture: HTMLElement,
  actions: { onTap(): void; onSwipe(by: number): void },
): { reset(): void } {
  const fingers = new Map<number, { x: number; y: number }>()
  let scale = 1
  let x = 0
  let y = 0
  let distance = 0
  let moved = 0
  let tap: ReturnType<typeof setTimeout> | undefined

  const paint = () => {
    picture.style.transform = `translate(${x}px,${y}px) scale(${scale})`
  }
  const reset = () => {
    scale = 1
    x = 0
    y = 0
    paint()
  }
  const spread = () => {
    const [one, two] = [...fingers.values()]
    return one === undefined || two === undefined ? 0 : Math.hypot(one.x - two.x, one.y - two.y)
  }

  panel.addEventListener('pointerdown', (event) => {
    panel.setPointerCapture(event.pointerId)
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (fingers.size === 1) moved = 0
    distance = spread()
  })
  panel.addEventListener('pointermove', (event) => {
    const finger = fingers.get(event.pointerId)
    if (finger === undefined) return
    const by = { x: event.clientX - finger.x, y: event.clientY - finger.y }
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    moved += Math.abs(by.x) + Math.abs(by.y)
    if (fingers.size === 2) {
      const now = spread()
      if (distance > 0) scale = Math.min(maxZoom, Math.max(1, (scale * now) / distance))
      distance = now
    } else {
      x += by.x
      if (scale > 1) y += by.y
    }
    paint()
  })
  const release = (event: PointerEvent) => {
    fingers.delete(event.pointerId)
    distance = spread()
    if (fingers.size > 0) return
    if (scale === 1 && Math.abs(x) > swipePx) {
      actions.onSwipe(x < 0 ? 1 : -1)
      return
    }
    if (moved < 8) onTap()
    else if (scale === 1) reset()
  }
  const onTap = () => {
    if (tap === undefined) {
      tap = setTimeout(() => {
        tap = undefined
        actions.onTap()
      }, doubleTapMs)
      return
    }
    clearTimeout(tap)
    tap = undefined
    if (scale > 1) reset()
    else {
      scale = 2
      paint()
    }
  }
  panel.addEventListener('pointerup', release)
  panel.addEventListener('pointercancel', release)
  return { reset }
}
