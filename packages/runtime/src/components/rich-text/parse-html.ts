/** Reads the HTML text of `rich-text` into a list of nodes. What it does not know stays text; nothing is ever given to the browser's parser. */
export interface RichNode {
  type?: 'node' | 'text'
  name?: string
  attrs?: Readonly<Record<string, unknown>>
  children?: readonly RichNode[]
  text?: string
}

interface OpenNode {
  name: string
  attrs: Record<string, unknown>
  children: RichNode[]
}

const voidTags = new Set(['br', 'hr', 'img', 'col', 'area', 'input', 'link', 'meta', 'source', 'wbr'])
const rawTags = /^(script|style|title|textarea|iframe|noscript|xmp)$/
const tagStart = /<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g
const attribute = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g
const maximumDepth = 100

export function parseHtml(html: string): RichNode[] {
  const root: OpenNode = { name: '', attrs: {}, children: [] }
  const open: OpenNode[] = [root]
  const source = html.replace(/<!--[\s\S]*?(-->|$)/g, '').replace(/<![^>]*>/g, '')
  let at = 0
  const top = (): OpenNode => open.at(-1) ?? root
  const addText = (text: string): void => {
    if (text !== '') top().children.push({ type: 'text', text: decodeEntities(text) })
  }
  tagStart.lastIndex = 0
  for (let match = tagStart.exec(source); match !== null; match = tagStart.exec(source)) {
    const [whole, slash, rawName = '', rest = ''] = match
    addText(source.slice(at, match.index))
    at = match.index + whole.length
    const name = rawName.toLowerCase()
    if (slash === '/') {
      const depth = open.findLastIndex((node) => node.name === name)
      if (depth > 0) open.length = depth
      continue
    }
    if (rawTags.test(name)) {
      const end = source.toLowerCase().indexOf(`</${name}`, at)
      at = end < 0 ? source.length : source.indexOf('>', end) + 1 || source.length
      tagStart.lastIndex = at
      continue
    }
    if (closesItself(name, top().name)) open.pop()
    const node: OpenNode = { name, attrs: readAttributes(rest), children: [] }
    top().children.push(node)
    if (!voidTags.has(name) && !rest.endsWith('/') && open.length < maximumDepth) open.push(node)
  }
  addText(source.slice(at))
  return root.children
}

/** Tags that end an open one of their kind. */
function closesItself(name: string, above: string): boolean {
  if (name === above) return ['p', 'li', 'tr', 'td', 'th', 'dt', 'dd', 'option'].includes(name)
  return above === 'p' && /^(div|ul|ol|table|h[1-6]|blockquote|pre|hr|section)$/.test(name)
}

function readAttributes(text: string): Record<string, unknown> {
  const attrs: Record<string, unknown> = {}
  for (const [, name = '', double, single, bare] of text.matchAll(attribute)) {
    attrs[name.toLowerCase()] = decodeEntities(double ?? single ?? bare ?? '')
  }
  return attrs
}

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  copy: '\u00a9',
  reg: '\u00ae',
  trade: '\u2122',
  hellip: '\u2026',
  mdash: '\u2014',
  ndash: '\u2013',
  ldquo: '\u201c',
  rdquo: '\u201d',
  lsquo: '\u2018',
  rsquo: '\u2019',
  yen: '\u00a5',
  middot: '\u00b7',
  times: '\u00d7',
  bull: '\u2022',
  deg: '\u00b0',
}

export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
