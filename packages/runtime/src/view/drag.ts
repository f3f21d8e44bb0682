/** Drags along one axis, for components that follow the finger. Of nested ones the innermost whose axis fits takes the pointer. */
import { ListenFlag } from '../bridge/operations.ts'

const slopPx = 6
/** Speed is taken over the last moves within this time. */
const velocityWindowMs = 100

export interface DragHandler {
  isHorizontal: () => boolean
  /** Answers `false` to leave the drag to others. */
  start: (event: PointerEvent) => boolean
  move: (distancePx: number, event: PointerEvent) => void
  /** Speed in px per ms, positive as the distance; 0 after a pause or a cancelled drag. */
  end: (distancePx: number, velocity: number) => void
}

declare global {
  interface Document {
    banyanPointerClaims?: Set<number>
  }
}

/** Pointers that a component follows. The view and its later parts have each their own copy of this module, so the document holds them. */
export function pointerClaims(): Set<number> {
  return (document.banyanPointerClaims ??= new Set())
}

interface Running {
  id: number
  startX: number
  startY: number
  isDragging: boolean
  samples: { at: number; position: number }[]
}

export function watchDrag(element: HTMLElement, handler: DragHandler): void {
  let running: Running | undefined
  const position = (event: PointerEvent): number => (handler.isHorizontal() ? event.clientX : event.clientY)
  const origin = (drag: Running): number => (handler.isHorizontal() ? drag.startX : drag.startY)

  element.addEventListener('pointerdown', (event) => {
    if (running !== undefined || event.button !== 0 || isMoveCaught(event.target, element)) return
    running = { id: event.pointerId, startX: event.clientX, startY: event.clientY, isDragging: false, samples: [] }
  })
  const move = (event: PointerEvent): void => {
    const drag = running
    if (drag === undefined || event.pointerId !== drag.id) return
    if (!drag.isDragging) {
      const along = Math.abs(position(event) - origin(drag))
      const across = handler.isHorizontal()
        ? Math.abs(event.clientY - drag.startY)
        : Math.abs(event.clientX - drag.startX)
      if (along < slopPx && across < slopPx) return
      if (pointerClaims().has(drag.id) || across > along || !handler.start(event)) {
        running = undefined
        return
      }
      pointerClaims().add(drag.id)
      drag.isDragging = true
      element.setPointerCapture(drag.id)
    }
    drag.samples = [
      ...drag.samples.filter(({ at }) => event.timeStamp - at < velocityWindowMs),
      { at: event.timeStamp, position: position(event) },
    ]
    handler.move(position(event) - origin(drag), event)
  }
  const end = (event: PointerEvent): void => {
    const drag = running
    if (drag === undefined || event.pointerId !== drag.id) return
    running = undefined
    if (!drag.isDragging) return
    pointerClaims().delete(drag.id)
    // A cancelled pointer has no place any more; what counts is where it was last.
    const isLifted = event.type === 'pointerup'
    const last = isLifted ? position(event) : (drag.samples.at(-1)?.position ?? origin(drag))
    handler.end(last - origin(drag), isLifted ? velocityOf(drag, event.timeStamp) : 0)
  }
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', end)
  element.addEventListener('pointercancel', end)
}

/** `catchtouchmove` on something inside keeps the component from moving, which apps use to lock a swiper. */
function isMoveCaught(target: EventTarget | null, element: HTMLElement): boolean {
  for (let at = target instanceof Element ? target : null; at !== null && at !== element; at = at.parentElement) {
    const flags = at.banyanState?.listeners?.get('touchmove') ?? 0
    if ((flags & (ListenFlag.catch | ListenFlag.captureCatch)) !== 0) return true
  }
  return false
}

function velocityOf(drag: Running, nowMs: number): number {
  const [first] = drag.samples
  const last = drag.samples.at(-1)
  if (first === undefined || last === undefined || last.at === first.at || nowMs - last.at > velocityWindowMs) return 0
  return (last.position - first.position) / (last.at - first.at)
}
