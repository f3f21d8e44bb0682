/** How the launch went, and what keeps the page from answering. */
import type { Agent } from './answerers.ts'

export function watchPage(agent: Agent): void {
  agent.tell('launch', { at: performance.timeOrigin })
  const tellEntries = (entries: PerformanceEntryList) => {
    for (const entry of entries) {
      agent.tell('entry', {
        kind: entry.entryType,
        name: entry.name.replace(location.origin, ''),
        at: performance.timeOrigin + entry.startTime,
        ms: entry.duration,
        ...(entry instanceof PerformanceResourceTiming ? { sizeBytes: entry.encodedBodySize } : {}),
      })
    }
  }
  for (const type of ['navigation', 'resource', 'paint', 'longtask']) {
    try {
      new PerformanceObserver((list) => tellEntries(list.getEntries())).observe({ type, buffered: true })
    } catch {
      // This browser does not tell of them.
    }
  }
}
