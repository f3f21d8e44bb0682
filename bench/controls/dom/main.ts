/** The rows as a careful programmer writes them by hand: one template cloned, one listener for all, only what changes is touched. */
import { makeRows, type Row } from '../data.ts'

const page = document.createElement('div')
page.className = 'bench-page-rows bench-page-components bench-page-hosts bench-page-long'
page.innerHTML = `
  <span class="bench-count">0</span>
  <div class="bench-buttons">
    ${['create', 'append', 'update', 'swap', 'clear', 'open-detail'].map((name) => `<div class="bench-button bench-${name}">${name}</div>`).join('')}
  </div>
  <div class="bench-list"></div>`
const hasHosts = location.search === '?hosts'
const rowsAtOnce = location.search === '?long' ? 10_000 : 1000
const template = document.createElement(hasHosts ? 'span' : 'div')
const inner = `<span class="bench-number"> </span><div class="bench-label"> </div><div class="bench-remove">x</div>`
template.innerHTML = hasHosts ? `<div class="bench-row">${inner}</div>` : inner
if (!hasHosts) template.className = 'bench-row'

let rows: Row[] = []
let elements: HTMLElement[] = []
let chosen: HTMLElement | undefined
let count = 0
const list = find(page, 'bench-list')
const counter = find(page, 'bench-count')

const operations: Readonly<Record<string, () => void>> = {
  'bench-create': () => {
    list.textContent = ''
    rows = []
    elements = []
    chosen = undefined
    append()
  },
  'bench-append': append,
  'bench-update': () => {
    for (let index = 0; index < rows.length; index += 10) {
      const row = rows[index]
      const element = elements[index]
      if (row === undefined || element === undefined) continue
      const changed = { id: row.id, label: `${row.label} *` }
      rows[index] = changed
      find(element, 'bench-label').textContent = changed.label
    }
  },
  'bench-swap': () => {
    const [first, second] = [elements[1], elements[998]]
    if (first === undefined || second === undefined) return
    const behind = second.nextSibling
    list.insertBefore(second, first)
    list.insertBefore(first, behind)
    elements[1] = second
    elements[998] = first
  },
  'bench-clear': () => {
    list.textContent = ''
    rows = []
    elements = []
    chosen = undefined
  },
  'bench-open-detail': () => {
    page.replaceWith(detail)
  },
}

function append(): void {
  const fragment = document.createDocumentFragment()
  for (const row of makeRows(rowsAtOnce)) {
    const element = copyOf(template)
    find(element, 'bench-number').textContent = String(row.id)
    find(element, 'bench-label').textContent = row.label
    rows.push(row)
    elements.push(element)
    fragment.append(element)
  }
  list.append(fragment)
}

page.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLElement)) return
  const row = target.closest<HTMLElement>('.bench-row')
  if (row !== null) {
    if (target.className === 'bench-label') {
      chosen?.classList.remove('bench-chosen')
      chosen = row
      row.classList.add('bench-chosen')
    } else if (target.className === 'bench-remove') {
      const element = hasHosts ? (row.parentElement ?? row) : row
      const index = elements.indexOf(element)
      rows.splice(index, 1)
      elements.splice(index, 1)
      element.remove()
    }
  } else {
    const name = [...target.classList].find((each) => operations[each] !== undefined)
    if (name !== undefined) operations[name]?.()
  }
  count += 1
  counter.textContent = String(count)
})

const detail = document.createElement('div')
detail.className = 'bench-page-detail'
detail.innerHTML = `<div class="bench-buttons"><div class="bench-button bench-back">back</div></div>${Array.from({ length: 20 }, (_, index) => `<div><span>line ${index + 1}</span></div>`).join('')}`
find(detail, 'bench-back').addEventListener('click', () => detail.replaceWith(page))

document.body.append(page)

function copyOf(element: HTMLElement): HTMLElement {
  const copy = element.cloneNode(true)
  if (!(copy instanceof HTMLElement)) throw new Error('a copy of an element is an element')
  return copy
}

function find(element: HTMLElement, className: string): HTMLElement {
  const found = element.querySelector<HTMLElement>(`.${className}`)
  if (found === null) throw new Error(`no ${className}`)
  return found
}
