/** How the launch went, what `setData` costs, what held the page up, and what WeChat's own audit would say of it. */
import type { Connection } from './connection.ts'
import { h, kilobytes, row, table } from './dom.ts'
import type { Panel } from './panel.ts'
import { createFindings } from './findings.ts'
import { texts } from './texts.ts'

interface Span {
  name: string
  at: number
  ms: number
}

export function createPerformance(connection: Connection): Panel {
  let launchedAt = 0
  let spans: Span[] = []
  let updates: Readonly<Record<string, unknown>>[] = []
  let longTasks: Span[] = []
  const findings = createFindings(connection)
  const body = h('div', { class: 'scroll pad' })

  connection.on('launch', ({ at }) => {
    launchedAt = Number(at)
    spans = []
    updates = []
    longTasks = []
    draw()
  })
  connection.on('entry', ({ kind, name, at, ms }) => {
    const span = { name: String(name), at: Number(at), ms: Number(ms) }
    if (kind === 'longtask') longTasks = [...longTasks.slice(-99), span]
    else spans.push({ ...span, name: kind === 'navigation' ? 'HTML' : span.name })
    draw()
  })
  connection.on('span', ({ name, page, startedAt, ms }) => {
    spans.push({
      name: [name, page].filter((part) => part !== undefined).join(' '),
      at: Number(startedAt),
      ms: Number(ms),
    })
    draw()
  })
  connection.on('life', ({ name, page, at, ms }) => {
    if (name === 'onReady' || name === 'onShow')
      spans.push({ name: `${String(name)} ${String(page)}`, at: Number(at), ms: Number(ms) })
    draw()
  })
  connection.on('setData', (update) => {
    updates = [...updates.slice(-199), update]
    draw()
  })

  function draw(): void {
    if (!body.isConnected) return
    const shown = spans
      .filter(({ at }) => at >= launchedAt - 1 && at < launchedAt + 10_000)
      .toSorted((a, b) => a.at - b.at)
    const end = Math.max(1, ...shown.map(({ at, ms }) => at + ms - launchedAt))
    const bars = shown.slice(0, 60).map(({ name, at, ms }) => {
      const left = ((at - launchedAt) / end) * 100
      const bar = h('div', {
        class: 'bar-of-time',
        style: `margin-left:${left}%;width:${Math.max(0.5, (ms / end) * 100)}%`,
      })
      return row(
        name.replace(/^.*\/-\//, '').replace(/^(files\/[0-9a-f]{8})[0-9a-f]+$/, '$1…'),
        `${Math.round(at - launchedAt)} ms`,
        ms < 1 ? '' : `${ms.toFixed(1)} ms`,
        h('div', { class: 'lane' }, bar),
      )
    })
    const rows = updates
      .toReversed()
      .map((each) =>
        row(
          String(each['component']),
          Array.isArray(each['keys']) ? each['keys'].join(', ').slice(0, 80) : '',
          kilobytes(Number(each['sizeBytes'])),
          `${Number(each['syncMs']).toFixed(1)} ms`,
          `${Number(each['shownMs']).toFixed(1)} ms`,
        ),
      )
    body.replaceChildren(
      h('h3', {}, texts.launch),
      table([texts.name, texts.time, '', ''], bars),
      h('h3', {}, `${texts.longTasks} (${longTasks.length})`),
      table(
        [],
        longTasks.slice(-10).map(({ at, ms }) => row(`${Math.round(at - launchedAt)} ms`, `${Math.round(ms)} ms`)),
      ),
      h('h3', {}, texts.warnings),
      findings.performance(),
      h('h3', {}, `${texts.setData} (${updates.length})`),
      table([texts.name, texts.key, texts.size, 'JS', texts.time], rows),
    )
  }
  return { root: h('div', { class: 'column' }, body), open: draw }
}
