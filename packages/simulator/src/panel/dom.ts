/** Elements in one line. Texts are always texts, never markup. */
type Child = Node | string | undefined | false
type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void) | undefined>>

export function h(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value === true) element.setAttribute(name, '')
    else if (typeof value === 'string') element.setAttribute(name, value)
  }
  for (const child of children) if (child !== undefined && child !== false) element.append(child)
  return element
}

export function valueOf(event: Event): string {
  const { target } = event
  if (target instanceof HTMLInputElement) return target.type === 'checkbox' ? String(target.checked) : target.value
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement ? target.value : ''
}

export function choice(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  onChange: (value: string) => void,
): HTMLElement {
  return h(
    'label',
    { class: 'field' },
    h('span', {}, label),
    h(
      'select',
      { change: (event) => onChange(valueOf(event)) },
      ...options.map(([value, text]) => h('option', { value, selected: value === chosen }, text)),
    ),
  )
}

export function field(label: string, value: string, onChange: (value: string) => void, placeholder = ''): HTMLElement {
  return h(
    'label',
    { class: 'field' },
    h('span', {}, label),
    h('input', { value, placeholder, change: (event) => onChange(valueOf(event)) }),
  )
}

export function table(heads: readonly string[], rows: readonly HTMLElement[]): HTMLElement {
  return h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
    h('tbody', {}, ...rows),
  )
}

export function row(...cells: readonly (Node | string)[]): HTMLElement {
  return h('tr', {}, ...cells.map((cell) => h('td', {}, cell)))
}

export function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '')
}

export function kilobytes(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
