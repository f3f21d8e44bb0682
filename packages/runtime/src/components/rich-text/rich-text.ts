import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'
import { addressesIn, convertUnits, replaceAddresses } from '../../view/css-text.ts'
import { decodeEntities, parseHtml } from './parse-html.ts'

/** WeChat's list of trusted tags, each with its attributes beyond `class` and `style`. */
const trusted: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    (
      'a abbr address article aside b bdi big blockquote br caption center cite code dd del div dl dt em fieldset footer h1 h2 h3 h4 h5 h6 ' +
      'header hr i ins label legend mark nav p pre q rp s section small span strong sub sup tbody tfoot thead tt u ul'
    )
      .split(' ')
      .map((tag) => [tag, []]),
  ),
  bdo: ['dir'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  font: ['color', 'face', 'size'],
  img: ['alt', 'height', 'width'],
  li: ['value'],
  ol: ['start', 'type'],
  rt: [],
  ruby: [],
  table: ['width', 'border', 'cellpadding', 'cellspacing'],
  td: ['colspan', 'rowspan', 'height', 'width', 'align', 'valign'],
  th: ['colspan', 'rowspan', 'height', 'width', 'align', 'valign'],
  tr: ['colspan', 'rowspan', 'height', 'width', 'align'],
}
const textAttributes = ['align', 'dir']
const spaces: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' }
const maximumNodes = 50_000

class RichTextElement extends BuiltIn {
  private left = 0
  private isParsed = false

  override update(): void {
    const nodes = this.properties['nodes']
    this.element.toggleAttribute('selectable', this.flag('user-select'))
    this.left = maximumNodes
    this.isParsed = typeof nodes === 'string'
    const list = typeof nodes === 'string' ? parseHtml(nodes) : nodes
    this.element.replaceChildren(...this.build(Array.isArray(list) ? list : [list], 0))
  }

  private build(nodes: readonly unknown[], depth: number): Node[] {
    const built: Node[] = []
    if (depth > 200) return built
    for (const node of nodes) {
      if (typeof node !== 'object' || node === null || this.left-- <= 0) continue
      const name: unknown = Reflect.get(node, 'name')
      if (typeof name === 'string' && Reflect.get(node, 'type') !== 'text') {
        const element = this.buildElement(name.toLowerCase(), node, depth)
        if (element !== undefined) built.push(element)
      } else {
        const text: unknown = Reflect.get(node, 'text')
        if (typeof text === 'string') built.push(document.createTextNode(this.spaced(this.decoded(text))))
      }
    }
    return built
  }

  private buildElement(name: string, node: object, depth: number): HTMLElement | undefined {
    const allowed = Object.hasOwn(trusted, name) ? trusted[name] : undefined
    if (allowed === undefined) return undefined
    const element = document.createElement(name)
    const attrs: unknown = Reflect.get(node, 'attrs')
    if (typeof attrs === 'object' && attrs !== null) {
      for (const [key, value] of Object.entries(attrs))
        this.setAttribute(element, allowed, [key.toLowerCase(), String(value)])
    }
    const children: unknown = Reflect.get(node, 'children')
    if (Array.isArray(children)) element.append(...this.build(children, depth + 1))
    return element
  }

  private setAttribute(
    element: HTMLElement,
    allowed: readonly string[],
    [name, value]: [name: string, value: string],
  ): void {
    if (name === 'class') element.className = value
    else if (name === 'style') this.setStyle(element, value)
    else if (name === 'src' && element instanceof HTMLImageElement) this.load(element, value)
    else if (allowed.includes(name) || textAttributes.includes(name)) element.setAttribute(name, value)
  }

  private setStyle(element: HTMLElement, value: string): void {
    const css = convertUnits(value)
    const { resources } = this.view
    const fill = (): void => {
      element.style.cssText = replaceAddresses(css, (url) => resources.peek(url))
    }
    fill()
    for (const url of addressesIn(css)) void resources.load(url).then(fill)
  }

  private load(element: HTMLImageElement, source: string): void {
    void this.view.resources.load(source).then((url) => {
      if (url !== undefined) element.src = url
    })
  }

  /** The parser has read the entities of HTML already; those of a list are read here. */
  private decoded(text: string): string {
    return this.isParsed ? text : decodeEntities(text)
  }

  private spaced(text: string): string {
    const space = spaces[this.text('space')]
    return space === undefined ? text : text.replaceAll(' ', space)
  }
}

export const richText: BuiltInDefinition = {
  tag: 'rich-text',
  attributes: ['nodes', 'space', 'user-select'],
  style: 'wx-rich-text{display:block}wx-rich-text[selectable]{-webkit-user-select:text;user-select:text}',
  create: (element, view) => new RichTextElement(element, view),
}
