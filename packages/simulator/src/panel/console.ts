/** What the app prints and where it fails. Places in its own files open the editor. */
import type { Connection } from './connection.ts'
import { h, show, valueOf } from './dom.ts'
import type { Panel } from './panel.ts'
import { texts } from './texts.ts'

const maxLines = 1000

export function createConsole(connection: Connection): Panel {
  const list = h('ol', { class: 'log', 'aria-live': 'polite' })
  let filter = ''
  const applies = (line: HTMLElement) => (line.hidden = !(line.textContent ?? '').toLowerCase().includes(filter))
  const add = (level: string, args: readonly unknown[], place?: unknown) => {
    const from = typeof place === 'string' && h('span', { class: 'from' }, placeLink(place))
    const line = h('li', { class: level }, from, ...withPlaces(args.map((arg) => show(arg)).join(' ')))
    applies(line)
    list.append(line)
    if (list.children.length > maxLines) list.firstElementChild?.remove()
    line.scrollIntoView({ block: 'nearest' })
  }
  connection.on('printed', ({ level, args, place }) => add(String(level), Array.isArray(args) ? args : [], place))
  connection.on('console', ({ level, args, isFault }) => {
    if (isFault === true) add(String(level), Array.isArray(args) ? args : [])
  })
  connection.on('hot', ({ kind, changedAt, at }) =>
    add('info', [`${texts.hot}: ${String(kind)} ${Number(at) - Number(changedAt)} ms`]),
  )
  const clear = h('button', { click: () => list.replaceChildren() }, texts.clear)
  const search = h('input', {
    placeholder: texts.filter,
    'aria-label': texts.filter,
    input: (event) => {
      filter = valueOf(event).toLowerCase()
      for (const line of list.children) if (line instanceof HTMLElement) applies(line)
    },
  })
  const call = h('input', { class: 'wide', placeholder: 'wx.getSystemInfoSync()', 'aria-label': texts.run })
  const run = async (event: Event) => {
    event.preventDefault()
    const text = call instanceof HTMLInputElement ? call.value : ''
    const [, name = '', args = ''] = /^\s*(?:wx\.)?(\w+)(?:\((.*)\))?\s*;?\s*$/s.exec(text) ?? []
    add('debug', [`› ${text}`])
    try {
      add('log', [await connection.ask('callWx', { name, args: args.trim() === '' ? [] : JSON.parse(`[${args}]`) })])
    } catch (error) {
      add('error', [String(error)])
    }
  }
  return {
    root: h(
      'div',
      { class: 'column' },
      h('div', { class: 'tools' }, clear, search),
      list,
      h('form', { class: 'tools', submit: (event) => void run(event) }, call, h('button', {}, texts.run)),
    ),
  }
}

function withPlaces(text: string): (Node | string)[] {
  return text
    .split(/((?:[\w@-][\w@./-]*\/)?[\w@.-]+\.(?:js|ts|wxml|wxs):\d+(?::\d+)?)/)
    .map((part, index) => (index % 2 === 0 ? part : placeLink(part)))
}

function placeLink(place: string): HTMLElement {
  const [file = '', line = '1', column = '1'] = place.split(':')
  const open = () =>
    void fetch(`open-editor?${new URLSearchParams({ file, line, column }).toString()}`, { method: 'POST' })
  return h('button', { class: 'link', click: open }, place)
}
