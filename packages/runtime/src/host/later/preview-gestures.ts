/** Fingers on a full-screen picture: one moves, two zoom, twice zooms, held has a menu. Mouse and wheel do the same. */
export interface PreviewActions {
  /** The picture that can be zoomed; undefined for a film. */
  target(): HTMLElement | undefined
  /** Moves sideways by so many pixels. */
  drag(distance: number): void
  release(distance: number, velocity: number): void
  tap(): void
  hold(): void
}

const doubleTapMs = 280
const holdMs = 500
const slopPx = 8
const maxZoom = 5
const doubleZoom = 2.5

interface Finger {
  x: number
  y: number
}

export function followFingers(panel: HTMLElement, actions: PreviewActions): { reset(): void } {
  const fingers = new Map<number, Finger>()
  let zoom = { scale: 1, x: 0, y: 0 }
  let start: Finger = { x: 0, y: 0 }
  let mode: 'none' | 'pan' | 'drag' | 'pinch' = 'none'
  let last = { x: 0, at: 0, velocity: 0 }
  let spread = 0
  let tapTimer: number | undefined
  let holdTimer: number | undefined

  const paint = () => {
    const target = actions.target()
    if (target === undefined) return
    const limitX = (panel.clientWidth * (zoom.scale - 1)) / 2
    const limitY = (panel.clientHeight * (zoom.scale - 1)) / 2
    zoom.x = Math.min(limitX, Math.max(-limitX, zoom.x))
    zoom.y = Math.min(limitY, Math.max(-limitY, zoom.y))
    target.style.transform = zoom.scale === 1 ? '' : `translate(${zoom.x}px,${zoom.y}px) scale(${zoom.scale})`
  }
  const reset = () => {
    zoom = { scale: 1, x: 0, y: 0 }
    paint()
  }
  /** What lies at this point of the panel stays there. */
  const zoomAt = (scale: number, { x, y }: Finger) => {
    const next = Math.min(maxZoom, Math.max(1, scale))
    const box = panel.getBoundingClientRect()
    const fromX = x - box.left - box.width / 2
    const fromY = y - box.top - box.height / 2
    const ratio = next / zoom.scale
    zoom = { scale: next, x: fromX - (fromX - zoom.x) * ratio, y: fromY - (fromY - zoom.y) * ratio }
    paint()
  }
  const two = (): { middle: Finger; distance: number } | undefined => {
    const [one, other] = [...fingers.values()]
    if (one === undefined || other === undefined) return undefined
    const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }
    return { middle, distance: Math.hypot(one.x - other.x, one.y - other.y) }
  }
  const endHold = () => window.clearTimeout(holdTimer)

  panel.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || isControl(event.target)) return
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    endHold()
    if (fingers.size === 1) {
      mode = 'none'
      start = { x: event.clientX, y: event.clientY }
      last = { x: event.clientX, at: event.timeStamp, velocity: 0 }
      holdTimer = window.setTimeout(() => {
        fingers.clear()
        actions.hold()
      }, holdMs)
    } else {
      if (mode === 'drag') actions.release(0, 0)
      mode = 'pinch'
      spread = two()?.distance ?? 0
    }
  })
  panel.addEventListener('pointermove', (event) => {
    const finger = fingers.get(event.pointerId)
    if (finger === undefined) return
    const by = { x: event.clientX - finger.x, y: event.clientY - finger.y }
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    const pair = two()
    if (mode === 'pinch') {
      if (pair === undefined || spread === 0) return
      zoomAt((zoom.scale * pair.distance) / spread, pair.middle)
      spread = pair.distance
      return
    }
    if (mode === 'none') {
      if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < slopPx) return
      endHold()
      mode = zoom.scale > 1 ? 'pan' : 'drag'
      panel.setPointerCapture(event.pointerId)
    }
    if (mode === 'pan') {
      zoom = { ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }
      paint()
      return
    }
    const elapsed = event.timeStamp - last.at
    if (elapsed > 0) last = { x: event.clientX, at: event.timeStamp, velocity: (event.clientX - last.x) / elapsed }
    actions.drag(event.clientX - start.x)
  })
  const release = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId)) return
    endHold()
    if (fingers.size > 0) return
    if (mode === 'drag') actions.release(event.clientX - start.x, event.type === 'pointerup' ? last.velocity : 0)
    else if (mode === 'none' && event.type === 'pointerup' && !(event.target instanceof HTMLVideoElement)) tap(event)
    mode = 'none'
  }
  const tap = (event: PointerEvent) => {
    const point = { x: event.clientX, y: event.clientY }
    if (tapTimer === undefined) {
      tapTimer = window.setTimeout(() => {
        tapTimer = undefined
        actions.tap()
      }, doubleTapMs)
      return
    }
    window.clearTimeout(tapTimer)
    tapTimer = undefined
    if (zoom.scale > 1) reset()
    else zoomAt(doubleZoom, point)
  }
  panel.addEventListener('pointerup', release)
  panel.addEventListener('pointercancel', release)
  panel.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      zoomAt(zoom.scale * Math.exp(-event.deltaY / 400), { x: event.clientX, y: event.clientY })
    },
    { passive: false },
  )
  return { reset }
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button') !== null
}
