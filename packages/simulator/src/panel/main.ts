/** The simulator: the phone on the left, what happens in the app on the right. */
import { createAudits } from './audits.ts'
import { connect } from './connection.ts'
import { createConsole } from './console.ts'
import { createData } from './data.ts'
import { choice, h } from './dom.ts'
import { createMock } from './mock.ts'
import { createNetwork } from './network.ts'
import type { Panel } from './panel.ts'
import { createPerformance } from './performance.ts'
import { createPhone } from './phone.ts'
import { createStorage } from './storage.ts'
import { texts } from './texts.ts'
import { createTree } from './tree.ts'

const connection = connect()
const phone = createPhone(new URL('..', location.href).href)
const panels: readonly (readonly [name: string, label: string, panel: Panel])[] = [
  ['console', texts.console, createConsole(connection)],
  ['network', texts.networkPanel, createNetwork(connection)],
  ['wxml', texts.wxml, createTree(connection, phone.frame)],
  ['data', texts.data, createData(connection)],
  ['storage', texts.storage, createStorage(connection)],
  ['performance', texts.performance, createPerformance(connection)],
  ['audits', texts.audits, createAudits(connection)],
  ['mock', texts.mock, createMock(connection)],
  ['settings', texts.settings, phone.settings],
  ['phone', texts.phone, createPhoneCode()],
]

const tabs = h('div', { role: 'tablist', class: 'tabs' })
const body = h('div', { class: 'body' })
const pageChoice = h('div', { class: 'pages' })
document.body.append(
  h(
    'main',
    {},
    h('section', { class: 'left' }, phone.bar, phone.stage),
    h('section', { class: 'right' }, pageChoice, tabs, body),
  ),
)
let shown = location.hash.slice(1)
if (!panels.some(([name]) => name === shown)) shown = 'console'
open(shown)
addEventListener('hashchange', () => open(location.hash.slice(1)))

connection.on('', () => {
  const { pages, current } = connection
  pageChoice.replaceChildren(
    pages.length < 2
      ? ''
      : choice(
          texts.page,
          pages.map(({ id, url, address }) => [String(id), `${id} · ${address} · ${new URL(url).pathname}`]),
          String(current),
          (id) => {
            connection.current = Number(id)
            open(shown)
          },
        ),
  )
  panels.find(([name]) => name === shown)?.[2].open?.()
})

function open(name: string): void {
  const chosen = panels.find(([each]) => each === name)
  if (chosen === undefined) return
  shown = name
  history.replaceState(null, '', `#${name}`)
  tabs.replaceChildren(
    ...panels.map(([each, label], index) =>
      h(
        'button',
        {
          role: 'tab',
          'aria-selected': String(each === name),
          tabindex: each === name ? '0' : '-1',
          click: () => open(each),
          keydown: (event) => step(event, index),
        },
        label,
      ),
    ),
  )
  body.replaceChildren(chosen[2].root)
  chosen[2].open?.()
}

/** Arrow keys move between panels, as in every list of tabs. */
function step(event: Event, index: number): void {
  if (!(event instanceof KeyboardEvent)) return
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  const next = panels[(index + by + panels.length) % panels.length]
  if (by === 0 || next === undefined) return
  event.preventDefault()
  open(next[0])
  tabs.querySelector<HTMLElement>('[aria-selected=true]')?.focus()
}

function createPhoneCode(): Panel {
  const root = h('div', { class: 'pad' })
  return {
    root,
    async open() {
      const answer: { url?: string; svg?: string } = await (await fetch('phone-code')).json()
      if (answer.url === undefined || answer.svg === undefined) {
        root.replaceChildren(h('p', {}, texts.phoneHint))
        return
      }
      const picture = h('img', {
        class: 'code',
        alt: answer.url,
        src: `data:image/svg+xml,${encodeURIComponent(answer.svg)}`,
      })
      root.replaceChildren(picture, h('p', {}, answer.url), h('p', {}, texts.phoneHint))
    },
  }
}
