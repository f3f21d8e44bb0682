/** The tree that WXML describes, with the box and the computed styles of a node. */
import type { TreeEntry } from '@banyan/runtime/bridge/devtools-messages'
import type { Connection } from './connection.ts'
import { h, isRecord, row, show, table } from './dom.ts'
import type { Panel } from './panel.ts'
import { texts } from './texts.ts'

const styleNames = [
  'display',
  'position',
  'top',
  'right',
  'bottom',
  'left',
  'z-index',
  'width',
  'height',
  'min-width',
  'min-height',
  'margin-top',
  'margin-right',
  'margin-bottom',
  'margin-left',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'border-top-width',
  'border-top-style',
  'border-top-color',
  'border-radius',
  'box-sizing',
  'overflow',
  'flex-direction',
  'flex-wrap',
  'flex-grow',
  'flex-shrink',
  'justify-content',
  'align-items',
  'gap',
  'grid-template-columns',
  'color',
  'background-color',
  'background-image',
  'font-family',
  'font-size',
  'font-weight',
  'line-height',
  'letter-spacing',
  'text-align',
  'white-space',
  'opacity',
  'transform',
  'transition',
  'box-shadow',
  'visibility',
]

export function createTree(connection: Connection, frame: HTMLIFrameElement): Panel {
  const tree = h('div', { class: 'scroll tree', role: 'tree' })
  const detail = h('div', { class: 'detail' })
  let chosen: number | undefined

  async function open(): Promise<void> {
    if (!root.isConnected) return
    try {
      const answer = await connection.ask('tree')
      tree.replaceChildren(isEntry(answer) ? draw(answer, 0) : '')
      tree.querySelector('.chosen')?.scrollIntoView({ block: 'center' })
    } catch {
      tree.replaceChildren(h('p', { class: 'empty' }, texts.noPage))
    }
  }

  function draw(entry: TreeEntry, depth: number): Node {
    if (entry.kind === 'text') return h('div', { class: 'text' }, entry.text)
    const inner = [...(entry.shadow ?? []), ...entry.children]
    if (entry.kind === 'group') {
      const group = document.createDocumentFragment()
      group.append(...inner.map((each) => draw(each, depth)))
      return group
    }
    const label = h(
      'summary',
      {
        class: entry.id === chosen ? 'chosen' : '',
        click: () => void inspect(entry),
        mouseenter: () => void highlight(entry.id),
        mouseleave: () => void connection.ask('highlight'),
      },
      h('b', {}, `<${entry.tag}`),
      ...Object.entries(entry.attributes ?? {})
        .slice(0, 8)
        .flatMap(([name, value]) => [h('i', {}, ` ${name}`), h('span', {}, `="${value.slice(0, 80)}"`)]),
      h('b', {}, '>'),
    )
    return h('details', { open: depth < 12, role: 'treeitem' }, label, ...inner.map((each) => draw(each, depth + 1)))
  }

  async function highlight(node: number): Promise<void> {
    const answer = await connection.ask('boxes', { nodes: [node] })
    await connection.ask('highlight', { box: Array.isArray(answer) ? answer[0] : undefined })
  }

  async function inspect(entry: TreeEntry): Promise<void> {
    chosen = entry.id
    const answer = await connection.ask('inspect', { node: entry.id, styles: styleNames })
    const { box, styles: computed, data, dataset } = isRecord(answer) ? answer : {}
    const sizes = isRecord(box) ? box : {}
    const style = isRecord(computed) ? computed : {}
    const styles = styleNames.flatMap((name) =>
      style[name] === undefined || style[name] === '' ? [] : [row(name, String(style[name]))],
    )
    detail.replaceChildren(
      h(
        'h3',
        {},
        `<${entry.tag}> ${Number(sizes['width'] ?? 0).toFixed(1)} × ${Number(sizes['height'] ?? 0).toFixed(1)} @ ${Number(sizes['left'] ?? 0).toFixed(1)}, ${Number(sizes['top'] ?? 0).toFixed(1)}`,
      ),
      ...(isRecord(dataset) && Object.keys(dataset).length > 0 ? [h('pre', {}, `dataset ${show(dataset)}`)] : []),
      ...(data === undefined ? [] : [h('pre', {}, show(data))]),
      h('h3', {}, texts.styles),
      table([], styles),
    )
  }

  /** The next click into the phone chooses a node instead of doing something. */
  function pick(): void {
    const cover = h('div', { class: 'cover' })
    const place = (event: Event) => {
      cover.remove()
      if (event instanceof MouseEvent) void choose(event)
    }
    cover.addEventListener('click', place, { once: true })
    frame.parentElement?.append(cover)
  }

  async function choose({ offsetX, offsetY }: MouseEvent): Promise<void> {
    const inside = await connection.ask('frame')
    const { left, top } = isRecord(inside) ? inside : {}
    const id = await connection.ask('at', { x: offsetX - Number(left), y: offsetY - Number(top) })
    if (typeof id !== 'number') return
    chosen = id
    await open()
    tree.querySelector<HTMLElement>('.chosen')?.click()
  }

  const tools = h(
    'div',
    { class: 'tools' },
    h('button', { click: () => void open() }, texts.refresh),
    h('button', { click: pick }, texts.pick),
  )
  const root = h('div', { class: 'column' }, tools, tree, detail)
  connection.on('stack', () => void open())
  return { root, open: () => void open() }
}

function isEntry(value: unknown): value is TreeEntry {
  return isRecord(value) && typeof value['id'] === 'number'
}
