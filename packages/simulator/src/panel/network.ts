/** Requests, transfers and sockets of the app. */
import type { Connection } from './connection.ts'
import { h, isRecord, kilobytes, row, show, table } from './dom.ts'
import type { Panel } from './panel.ts'
import { texts } from './texts.ts'

interface Exchange {
  kind: string
  params: Readonly<Record<string, unknown>>
  isMocked: boolean
  status: string
  sizeBytes: number
  ms: number | undefined
  answer: unknown
  parts: unknown[]
}

export function createNetwork(connection: Connection): Panel {
  let exchanges = new Map<number, Exchange>()
  let chosen: number | undefined
  const list = h('div', { class: 'scroll' })
  const detail = h('div', { class: 'detail' })
  const root = h(
    'div',
    { class: 'column' },
    h('div', { class: 'tools' }, h('button', { click: () => reset() }, texts.clear)),
    list,
    detail,
  )

  function reset(): void {
    exchanges = new Map()
    chosen = undefined
    draw()
  }

  connection.on('launch', reset)
  connection.on('network', (event) => {
    const id = Number(event['id'])
    const known = exchanges.get(id)
    if (event['state'] === 'start') {
      const params = isRecord(event['params']) ? event['params'] : {}
      exchanges.set(id, {
        kind: String(event['kind']),
        params,
        isMocked: event['isMocked'] === true,
        status: '…',
        sizeBytes: 0,
        ms: undefined,
        answer: undefined,
        parts: [],
      })
    } else if (known !== undefined && event['state'] === 'part') {
      known.parts.push({ [String(event['part'])]: event['value'] })
      known.parts.splice(0, known.parts.length - 100)
    } else if (known !== undefined) {
      const answer = event['value']
      known.status =
        event['state'] === 'failed' ? texts.fails : String(isRecord(answer) ? (answer['statusCode'] ?? 'ok') : 'ok')
      known.ms = Number(event['ms'])
      known.sizeBytes = Number(event['sizeBytes'])
      known.answer = answer
    }
    draw()
  })

  function draw(): void {
    if (!root.isConnected) return
    const rows = [...exchanges].map(([id, each]) => {
      const open = () => {
        chosen = id
        draw()
      }
      const name = h('button', { class: 'link', click: open }, String(each.params['url'] ?? ''))
      const kind = `${each.kind === 'request' ? String(each.params['method'] ?? 'GET') : each.kind}${each.isMocked ? ' (mock)' : ''}`
      return row(
        name,
        kind,
        each.status,
        kilobytes(each.sizeBytes),
        each.ms === undefined ? '…' : `${Math.round(each.ms)} ms`,
      )
    })
    list.replaceChildren(
      rows.length === 0
        ? h('p', { class: 'empty' }, texts.nothing)
        : table(['URL', texts.method, texts.status, texts.size, texts.time], rows),
    )
    const open = exchanges.get(chosen ?? -1)
    detail.replaceChildren(
      ...(open === undefined
        ? []
        : [
            h('h3', {}, texts.requestDetail),
            h('pre', {}, show(open.params)),
            h('h3', {}, texts.answerDetail),
            h('pre', {}, show(open.answer)),
            ...(open.parts.length === 0 ? [] : [h('pre', {}, show(open.parts))]),
          ]),
    )
  }
  return { root, open: draw }
}
