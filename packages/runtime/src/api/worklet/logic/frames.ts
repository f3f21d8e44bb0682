/** One clock for all animations of worklets: they step together, once a frame. */
const frameMs = 1000 / 60
const steps = new Set<(now: number) => void>()
let timer: ReturnType<typeof setTimeout> | undefined

export function nowMs(): number {
  // Apps have no `performance` of the browser's in the worker.
  return Date.now()
}

/** Returns the end of it. */
export function onFrame(step: (now: number) => void): () => void {
  steps.add(step)
  schedule()
  return () => void steps.delete(step)
}

function schedule(): void {
  timer ??= setTimeout(() => {
    timer = undefined
    const now = nowMs()
    for (const step of [...steps]) if (steps.has(step)) step(now)
    if (steps.size > 0) schedule()
  }, frameMs)
}
