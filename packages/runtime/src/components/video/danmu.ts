/** Comments that pass over the picture from right to left, each in the lane that is free first. */
export interface Danmu {
  text: string
  color: string
  /** Seconds of the video; a sent one has none. */
  time?: number
}

const laneHeightPx = 24
const passMs = 7000
/** More would hide the picture and cost frames. */
const maxShown = 60

export class DanmuLayer {
  readonly element: HTMLElement
  private list: readonly Danmu[] = []
  private lanes: number[] = []
  private lastTime = 0

  constructor(element: HTMLElement) {
    this.element = element
    element.addEventListener('animationend', ({ target }) => {
      if (target instanceof HTMLElement && target !== element) target.remove()
    })
  }

  setList(value: unknown): void {
    const items: readonly unknown[] = Array.isArray(value) ? value : []
    this.list = items.flatMap((item) => readDanmu(item) ?? [])
  }

  setPaused(isPaused: boolean): void {
    this.element.classList.toggle('wx-video-paused', isPaused)
  }

  /** The video has come to `time`: what lies between here and where it was last passes by; after a jump nothing does. */
  reach(time: number): void {
    const before = this.lastTime
    this.lastTime = time
    if (this.element.hidden || time < before || time - before > 2) return
    for (const danmu of this.list) {
      if (danmu.time !== undefined && danmu.time >= before && danmu.time < time) this.send(danmu)
    }
  }

  send(danmu: Danmu): void {
    if (this.element.childElementCount >= maxShown) return
    const { width, height } = this.element.getBoundingClientRect()
    const count = Math.max(1, Math.floor((height * 0.75) / laneHeightPx))
    const now = performance.now()
    let lane = 0
    for (let at = 1; at < count; at++) if ((this.lanes[at] ?? 0) < (this.lanes[lane] ?? 0)) lane = at
    const span = document.createElement('span')
    span.textContent = danmu.text
    span.style.color = danmu.color
    span.style.top = `${lane * laneHeightPx + 4}px`
    span.style.setProperty('--wx-video-width', `${width}px`)
    this.element.append(span)
    // The lane is free when the end of the text has come in.
    this.lanes[lane] = Math.max(now, this.lanes[lane] ?? 0) + (passMs * span.offsetWidth) / (width + span.offsetWidth)
  }
}

export function readDanmu(value: unknown): Danmu | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const item: Record<string, unknown> = { ...value }
  const { text, color, time } = item
  if (typeof text !== 'string' || text === '') return undefined
  const seconds = Number(time)
  return {
    text,
    color: typeof color === 'string' && color !== '' ? color : '#ffffff',
    ...(time !== undefined && Number.isFinite(seconds) ? { time: seconds } : {}),
  }
}
