/** AppData: the data of each page of the stack; an edit is a `setData`. */
import type { Connection } from './connection.ts'
import { h, isRecord, show, valueOf } from './dom.ts'
import type { Panel } from './panel.ts'
import { texts } from './texts.ts'

export function createData(connection: Connection): Panel {
  const list = h('div', { class: 'scroll pad' })
  let isAsking = false

  async function open(): Promise<void> {
    // Not while the developer types.
    if (isAsking || list.contains(document.activeElement) || !root.isConnected) return
    isAsking = true
    try {
      const answer = await connection.ask('pages')
      const pages: unknown = isRecord(answer) ? answer['pages'] : []
      const parts = await Promise.all(
        (Array.isArray(pages) ? pages : []).toReversed().map((page: unknown) => describePage(page)),
      )
      list.replaceChildren(...parts)
    } catch {
      list.replaceChildren(h('p', { class: 'empty' }, texts.noPage))
    } finally {
      isAsking = false
    }
  }

  async function describePage(page: unknown): Promise<HTMLElement> {
    const { id, route, query } = isRecord(page) ? page : {}
    const data = await connection.ask('data', { page: id })
    const fields = Object.entries(isRecord(data) ? data : {}).map(([key, value]) => {
      const text = show(value)
      const area = h(
        'textarea',
        {
          'aria-label': key,
          rows: String(Math.min(8, text.split('\n').length)),
          spellcheck: 'false',
          change: (event) => void save(event, id, key, typeof value === 'string'),
        },
        text,
      )
      return h('div', { class: 'entry' }, h('code', {}, key), area)
    })
    return h(
      'section',
      {},
      h('h3', {}, `${String(route)} ${Object.keys(isRecord(query) ? query : {}).length === 0 ? '' : show(query)}`),
      ...fields,
    )
  }

  async function save(event: Event, page: unknown, key: string, isText: boolean): Promise<void> {
    const text = valueOf(event)
    const area = event.target instanceof HTMLTextAreaElement ? event.target : undefined
    try {
      const value: unknown = isText ? text : JSON.parse(text)
      area?.setCustomValidity('')
      await connection.ask('setData', { page, data: { [key]: value } })
    } catch {
      area?.setCustomValidity(texts.badJson)
      area?.reportValidity()
    }
  }

  const root = h(
    'div',
    { class: 'column' },
    h('div', { class: 'tools' }, h('button', { click: () => void open() }, texts.refresh)),
    list,
  )
  connection.on('setData', () => void open())
  connection.on('stack', () => void open())
  return { root, open: () => void open() }
}
