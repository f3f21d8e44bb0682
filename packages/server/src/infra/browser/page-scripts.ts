/** What is asked of a page from inside. Text, since it runs in the browser's world and not in this program's. */

/** Sums up what kept the screen from answering. Before anything of the page. */
export const watchPage = `
  window.banyanBlockedMs = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.banyanBlockedMs += Math.max(0, duration - 50)
  }).observe({ type: 'longtask', buffered: true })
  addEventListener('banyan:fault', (event) => {
    if (window.banyanReport) window.banyanReport(String(event.detail))
  })
`

/** The frame that a finger in the middle of the screen would touch. */
export const topFrame = `(() => {
  const frames = []
  const visit = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLIFrameElement) frames.push(element)
      if (element.shadowRoot) visit(element.shadowRoot)
    }
  }
  visit(document)
  const isHit = (frame) =>
    frame.getRootNode().elementsFromPoint(innerWidth / 2, innerHeight / 2)
      .find((each) => each.tagName === 'IFRAME') === frame
  return frames.find(isHit) ?? null
})()`

export const countNodes = `document.body === null ? 0 : document.body.querySelectorAll('*').length`

export const hostFigures = `(() => ({
  blockedMs: Math.round(window.banyanBlockedMs ?? 0),
  transferredBytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .reduce((sum, { transferSize }) => sum + (transferSize || 0), 0),
}))()`

/** After axe-core has been put into the frame. */
export const runAxe = `axe.run(document, {
  iframes: false,
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  rules: { 'html-has-lang': { enabled: false }, 'document-title': { enabled: false } },
}).then(({ violations }) => violations.map(({ id, impact, help, nodes }) => ({
  rule: id,
  impact: impact ?? 'moderate',
  help,
  count: nodes.length,
  targets: nodes.slice(0, 5).map(({ target }) => target.flat(3).join(' ').slice(0, 200)),
})))`
