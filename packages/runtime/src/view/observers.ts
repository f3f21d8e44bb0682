/** Intersection, media query and resize observers; nodes are chosen in the worker. */
import type { Observation, ObserveRequest } from '../bridge/view-messages.ts'

type Send = (message: Observation) => void
type Find = (id: number) => HTMLElement | undefined
type Entries = readonly Readonly<Record<string, unknown>>[]

export class Observers {
  private readonly find: Find
  private readonly send: Send
  private readonly running = new Map<number, () => void>()

  constructor(find: Find, send: Send) {
    this.find = find
    this.send = send
  }

  observe(request: ObserveRequest): void {
    this.unobserve(request.id)
    const report = (entries: Entries): void => this.send({ type: 'observed', id: request.id, entries })
    switch (request.kind) {
      case 'intersection':
        this.running.set(request.id, this.observeIntersection(request, report))
        return
      case 'mediaQuery':
        this.running.set(request.id, observeMedia(request.options, report))
        return
      case 'resize':
        this.running.set(request.id, this.observeSize(request, report))
    }
  }

  unobserve(id: number): void {
    this.running.get(id)?.()
    this.running.delete(id)
  }

  private observeIntersection(request: ObserveRequest, report: (entries: Entries) => void): () => void {
    const { options } = request
    const relative = typeof options['relativeTo'] === 'number' ? this.find(options['relativeTo']) : undefined
    const thresholds = listOfNumbers(options['thresholds'])
    const initialRatio = typeof options['initialRatio'] === 'number' ? options['initialRatio'] : 0
    const seen = new Set<Element>()
    const observer = new IntersectionObserver(
      (entries) => {
        const told = entries.filter((entry) => {
          const isFirst = !seen.has(entry.target)
          seen.add(entry.target)
          return !isFirst || entry.intersectionRatio !== initialRatio || entry.isIntersecting
        })
        if (told.length > 0) report(told.map(describeIntersection))
      },
      {
        // Scroll containers of built-ins are inside their element, and the observer's root must be the box that clips. Margins hold in
        // a frame of another origin only when its document is named as the root.
        root:
          relative === undefined || relative.banyanId === 0
            ? document
            : (relative.banyanState?.component?.content.parentElement ?? relative),
        rootMargin: marginText(options['margins']),
        threshold: thresholds.length > 0 ? thresholds : [0],
      },
    )
    for (const id of request.nodes) {
      const element = this.find(id)
      if (element !== undefined) observer.observe(element)
    }
    return () => observer.disconnect()
  }

  private observeSize(request: ObserveRequest, report: (entries: Entries) => void): () => void {
    const observer = new ResizeObserver((entries) => {
      report(
        entries.map(({ target, contentRect: { width, height } }) => ({
          node: target.banyanId,
          size: { width, height },
        })),
      )
    })
    for (const id of request.nodes) {
      const element = this.find(id)
      if (element !== undefined) observer.observe(element)
    }
    return () => observer.disconnect()
  }
}

function describeIntersection(entry: IntersectionObserverEntry): Record<string, unknown> {
  return {
    node: entry.target.banyanId,
    id: entry.target.id,
    intersectionRatio: entry.intersectionRatio,
    intersectionRect: plainBox(entry.intersectionRect),
    boundingClientRect: plainBox(entry.boundingClientRect),
    relativeRect: plainBox(entry.rootBounds ?? document.documentElement.getBoundingClientRect()),
    time: Date.now(),
  }
}

function plainBox(box: DOMRectReadOnly): Record<string, number> {
  const { left, top, right, bottom, width, height } = box
  return { left, top, right, bottom, width, height }
}

function observeMedia(options: Readonly<Record<string, unknown>>, report: (entries: Entries) => void): () => void {
  const conditions: string[] = []
  for (const [name, value] of Object.entries(options)) {
    const feature = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    if (/^(min-|max-)?(width|height)$/.test(feature) && typeof value === 'number')
      conditions.push(`(${feature}:${value}px)`)
    else if (feature === 'orientation' && typeof value === 'string' && /^[a-z]+$/.test(value))
      conditions.push(`(${feature}:${value})`)
  }
  const query = window.matchMedia(conditions.join(' and ') || 'all')
  const tell = (): void => report([{ matches: query.matches }])
  query.addEventListener('change', tell)
  tell()
  return () => query.removeEventListener('change', tell)
}

function listOfNumbers(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number' && item >= 0 && item <= 1) : []
}

function marginText(margins: unknown): string {
  if (typeof margins !== 'object' || margins === null) return '0px'
  const side = (name: string): string => {
    const value: unknown = Reflect.get(margins, name)
    return `${typeof value === 'number' ? value : 0}px`
  }
  return ['top', 'right', 'bottom', 'left'].map(side).join(' ')
}
