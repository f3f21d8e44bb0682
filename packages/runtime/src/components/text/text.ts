import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'

const spaces: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' }
const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&apos;': "'",
  '&nbsp;': '\u00a0',
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
  '&quot;': '"',
}

/** Only texts with an attribute get this; the others are plain nodes. */
class TextElement extends BuiltIn {
  private readonly written = new WeakMap<Text, { raw: string; shown: string }>()

  override update(): void {
    const { element } = this
    element.toggleAttribute('selectable', this.flag('selectable') || this.flag('user-select'))
    const lines = this.number('max-lines', 0)
    element.toggleAttribute('data-clamped', lines > 0)
    if (lines > 0) element.style.setProperty('-webkit-line-clamp', String(lines))
    element.dataset['overflow'] = this.text('overflow', 'visible')
    for (const child of element.childNodes) {
      if (child instanceof Text) this.write(child)
    }
  }

  private write(node: Text): void {
    const known = this.written.get(node)
    const raw = known !== undefined && node.data === known.shown ? known.raw : node.data
    const space = spaces[this.text('space')]
    const decoded = this.flag('decode')
      ? raw.replace(/&(lt|gt|amp|apos|nbsp|ensp|emsp|quot);/g, (entity) => entities[entity] ?? entity)
      : raw
    const shown = space === undefined ? decoded : decoded.replaceAll(' ', space)
    this.written.set(node, { raw, shown })
    if (node.data !== shown) node.data = shown
  }
}

export const text: BuiltInDefinition = {
  tag: 'text',
  attributes: ['selectable', 'user-select', 'decode', 'space', 'overflow', 'max-lines'],
  style: [
    // Line breaks count, yet `white-space: nowrap` of a parent holds: only the collapsing is set where browsers can tell the two apart.
    'wx-text{display:inline;white-space-collapse:preserve-breaks}',
    '@supports not (white-space-collapse:preserve-breaks){wx-text{white-space:pre-line}}',
    'wx-text[selectable]{display:inline-block;-webkit-user-select:text;user-select:text}',
    'wx-text[data-clamped]{display:-webkit-box;-webkit-box-orient:vertical;overflow:hidden}',
    'wx-text[data-overflow=ellipsis]{overflow:hidden;text-overflow:ellipsis}',
    'wx-text[data-overflow=clip]{overflow:hidden;text-overflow:clip}',
  ].join(''),
  create: (element, view) => new TextElement(element, view),
  isLazy: true,
}
