import type { Frame, Page } from 'playwright-core'

export interface FrameCount {
  readonly shown: number
  /** Frames of the screen at which nothing new came. */
  readonly lost: number
  readonly longestMs: number
}

/** Frames that a document gets in a while, and the longest time between two. */
export function countFrames(target: Frame | Page, forMs: number): Promise<FrameCount> {
  return target.evaluate(async (limitMs) => {
    const frameMs = 1000 / 60
    const times: number[] = []
    await new Promise<void>((resolve) => {
      const note = (at: number) => {
        times.push(at)
        if (at - (times[0] ?? at) < limitMs) requestAnimationFrame(note)
        else resolve()
      }
      requestAnimationFrame(note)
    })
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at))
    const lost = gaps.reduce((sum, gap) => sum + (gap > frameMs * 1.5 ? Math.round(gap / frameMs) - 1 : 0), 0)
    return { shown: gaps.length, lost, longestMs: Math.max(0, ...gaps) }
  }, forMs)
}
