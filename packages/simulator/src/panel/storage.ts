/** What the app has stored on this device. */
import type { Connection } from './connection.ts'
import { h, isRecord, row, table, valueOf } from './dom.ts'
import type { Panel } from './panel.ts'
import { texts } from './texts.ts'

export function createStorage(connection: Connection): Panel {
  const list = h('div', { class: 'scroll' })
  const call = (name: string, ...args: readonly unknown[]) =>
    connection.ask('callWx', { name, args }).then(() => setTimeout(() => void open(), 100))

  async function open(): Promise<void> {
    const entries: unknown = await connection.ask('storage').catch(() => ({}))
    const rows = Object.entries(isRecord(entries) ? entries : {}).map(([key, text]) => {
      const value = h(
        'textarea',
        { 'aria-label': key, rows: '2', change: (event) => void save(key, valueOf(event)) },
        readable(String(text)),
      )
      return row(key, value, h('button', { click: () => void call('removeStorageSync', key) }, texts.remove))
    })
    list.replaceChildren(
      rows.length === 0 ? h('p', { class: 'empty' }, texts.nothing) : table([texts.key, texts.value, ''], rows),
    )
  }

  /** What reads as JSON is stored as the value that it means. */
  async function save(key: string, text: string): Promise<void> {
    let value: unknown = text
    try {
      value = JSON.parse(text)
    } catch {
      // A plain text.
    }
    await call('setStorageSync', key, value)
  }

  const key = h('input', { placeholder: texts.key, 'aria-label': texts.key })
  const add = () => {
    if (key instanceof HTMLInputElement && key.value !== '') void save(key.value, '')
  }
  const tools = h(
    'div',
    { class: 'tools' },
    h('button', { click: () => void open() }, texts.refresh),
    h('button', { click: () => void call('clearStorageSync') }, texts.clear),
    key,
    h('button', { click: add }, texts.add),
  )
  return { root: h('div', { class: 'column' }, tools, list), open: () => void open() }
}

/** Stored is `{ type, data }`, as `wx.getStorage` needs it. */
function readable(text: string): string {
  try {
    const stored: unknown = JSON.parse(text)
    const data: unknown = isRecord(stored) && 'data' in stored ? stored['data'] : stored
    return typeof data === 'string' ? data : JSON.stringify(data)
  } catch {
    return text
  }
}
