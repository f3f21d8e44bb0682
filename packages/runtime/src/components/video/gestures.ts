/** What fingers do to a video: drag along it to seek, up and down for brightness on the left and volume on the right. */
import type { ViewContext } from '../../view/built-in.ts'
import { watchDrag } from '../../view/drag.ts'
import { clock } from './drawing.ts'
import { videoWords } from './words.ts'

/** Of the element, what fingers move. */
export interface TouchedVideo {
  readonly view: Pick<ViewContext, 'environment'>
  readonly stage: HTMLElement
  readonly video: HTMLVideoElement
  readonly controls: { readonly track: HTMLElement; showHint(text: string): void }
  readonly duration: number
  flag(name: string, fallback?: boolean): boolean
}

interface VideoGestures {
  scrub: (seconds: number | undefined, isOver: boolean) => void
  isFull: () => boolean
}

/** A drag across the whole picture moves this far at most, so that long videos stay within reach of a finger. */
const maxDragSeconds = 180

export function followFingers(owner: TouchedVideo, { scrub, isFull }: VideoGestures): void {
  const { stage, video, controls } = owner
  const words = videoWords[owner.view.environment.locale]

  watchTrack(owner, scrub)

  let startTime = 0
  watchDrag(stage, {
    isHorizontal: () => true,
    start: () => {
      startTime = video.currentTime
      return owner.flag('enable-progress-gesture', true) && owner.duration > 0 && owner.flag('controls', true)
    },
    move: (distance) => {
      const span = Math.min(owner.duration, maxDragSeconds)
      const to = startTime + (distance / Math.max(1, stage.clientWidth)) * span
      const seconds = Math.min(owner.duration, Math.max(0, to))
      scrub(seconds, false)
      controls.showHint(`${clock(seconds)} / ${clock(owner.duration)}`)
    },
    end: () => scrub(undefined, true),
  })

  let startValue = 0
  let isLeft = false
  let brightness = 1
  watchDrag(stage, {
    isHorizontal: () => false,
    start: (event) => {
      const name = isFull() ? 'vslide-gesture-in-fullscreen' : 'vslide-gesture'
      if (!owner.flag(name, isFull()) && !(!isFull() && owner.flag('page-gesture'))) return false
      const box = stage.getBoundingClientRect()
      isLeft = event.clientX < box.left + box.width / 2
      startValue = isLeft ? brightness : video.volume
      return true
    },
    move: (distance) => {
      const value = startValue - distance / Math.max(1, stage.clientHeight)
      if (isLeft) {
        brightness = Math.min(1, Math.max(0.1, value))
        video.style.filter = brightness === 1 ? '' : `brightness(${brightness})`
      } else video.volume = Math.min(1, Math.max(0, value))
      const share = Math.round((isLeft ? brightness : video.volume) * 100)
      controls.showHint(`${isLeft ? words.brightness : words.volume} ${share}%`)
    },
    end: () => undefined,
  })
}

/** A press anywhere on the track goes there. */
function watchTrack(owner: TouchedVideo, scrub: VideoGestures['scrub']): void {
  const { track } = owner.controls
  let pointer: number | undefined
  const at = (event: PointerEvent): number => {
    const box = track.getBoundingClientRect()
    return Math.min(1, Math.max(0, (event.clientX - box.left) / Math.max(1, box.width))) * owner.duration
  }
  track.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || owner.duration === 0) return
    event.stopPropagation()
    pointer = event.pointerId
    track.setPointerCapture(event.pointerId)
    scrub(at(event), false)
  })
  track.addEventListener('pointermove', (event) => {
    if (event.pointerId === pointer) scrub(at(event), false)
  })
  const end = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return
    pointer = undefined
    scrub(undefined, true)
  }
  track.addEventListener('pointerup', end)
  track.addEventListener('pointercancel', end)
}
