/** The extra part `editor`: Quill with WeChat's names of formats, whose form of contents (delta) is Quill's. Runs in a page's frame. */
import Quill, { Parchment } from 'quill/core.js'
import { DirectionStyle } from 'quill/formats/direction.js'
import Bold from 'quill/formats/bold.js'
import { ColorAttributor } from 'quill/formats/color.js'
import Header from 'quill/formats/header.js'
import Indent from 'quill/formats/indent.js'
import Italic from 'quill/formats/italic.js'
import List from 'quill/formats/list.js'
import Script from 'quill/formats/script.js'
import Strike from 'quill/formats/strike.js'
import Underline from 'quill/formats/underline.js'
import { BlockEmbed } from 'quill/blots/block.js'
import Inline from 'quill/blots/inline.js'
import { blockStyles, inlineStyles } from './formats.ts'
import { Paste } from './paste.ts'

/** Written in by the build. */
declare const quillStyle: string

export interface EditorLibrary {
  open: (
    container: HTMLElement,
    options: { placeholder: string; readOnly: boolean; loadPicture: PictureLoader },
  ) => Quill
  /** HTML of the app as contents: what is no known format is gone. */
  contentsOfHtml: (quill: Quill, html: string) => ReturnType<Quill['getContents']>
  style: string
}

export type PictureLoader = (src: string) => Promise<string | undefined>

const pictureAttributes = ['width', 'height', 'alt', 'data-custom', 'data-local', 'class'] as const
const pictureScheme = /^(https?:|wxfile:|cloud:|data:image\/|\/|\.|[\w-]+[/.])/i

let loadPicture: PictureLoader = () => Promise.resolve(undefined)

/** A frame loads nothing by itself: the address that was given is kept beside the one that shows the picture. */
class Picture extends Parchment.EmbedBlot {
  static override blotName = 'image'
  static override tagName = 'IMG'

  static override create(value?: unknown): Node {
    const node = super.create(value)
    const src = typeof value === 'string' && pictureScheme.test(value) ? value : ''
    if (node instanceof HTMLImageElement) {
      node.dataset['src'] = src
      if (src !== '') void loadPicture(src).then((url) => (node.src = url ?? ''))
    }
    return node
  }

  static override formats(node: HTMLElement): Record<string, string> {
    const formats: Record<string, string> = {}
    for (const name of pictureAttributes) {
      const value = node.getAttribute(name)
      if (value !== null && value !== '') formats[name] = value
    }
    return formats
  }

  static override value(node: HTMLElement): string {
    return node.dataset['src'] ?? node.getAttribute('src') ?? ''
  }

  override format(name: string, value: unknown): void {
    if (!pictureAttributes.some((known) => known === name)) {
      super.format(name, value)
      return
    }
    if (!(this.domNode instanceof HTMLElement)) return
    if (typeof value === 'string' || typeof value === 'number') this.domNode.setAttribute(name, String(value))
    else this.domNode.removeAttribute(name)
  }

  html(): string {
    if (!(this.domNode instanceof HTMLElement)) return ''
    // A picture of this document would be loaded at once, even though it is never shown.
    const picture = document.implementation.createHTMLDocument().createElement('img')
    picture.setAttribute('src', Picture.value(this.domNode))
    for (const [name, value] of Object.entries(Picture.formats(this.domNode))) picture.setAttribute(name, value)
    return picture.outerHTML
  }
}

class Divider extends BlockEmbed {
  static override blotName = 'divider'
  static override tagName = 'HR'

  html(): string {
    return '<hr>'
  }
}

class Inserted extends Inline {
  static override blotName = 'ins'
  static override tagName = 'INS'
}

const { Scope, StyleAttributor } = Parchment
const attributors = [
  ...Object.entries(inlineStyles).map(
    ([name, property]) =>
      new (property.endsWith('color') ? ColorAttributor : StyleAttributor)(name, property, { scope: Scope.INLINE }),
  ),
  ...Object.entries(blockStyles).map(([name, property]) => new StyleAttributor(name, property, { scope: Scope.BLOCK })),
]
const blots = {
  bold: Bold,
  italic: Italic,
  underline: Underline,
  strike: Strike,
  script: Script,
  header: Header,
  list: List,
}

Quill.register(
  {
    ...Object.fromEntries(attributors.map((attributor) => [`formats/${attributor.attrName}`, attributor])),
    ...Object.fromEntries(Object.entries(blots).map(([name, blot]) => [`formats/${name}`, blot])),
    'formats/direction': DirectionStyle,
    'formats/indent': Indent,
    'formats/image': Picture,
    'formats/divider': Divider,
    'formats/ins': Inserted,
    'modules/clipboard': Paste,
  },
  true,
)

/** The text of a script is no text. The document that is parsed into runs nothing and loads nothing. */
function withoutCode(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const element of body.querySelectorAll('script,style,noscript,iframe,object,embed,template,svg,math'))
    element.remove()
  return body.innerHTML
}

const library: EditorLibrary = {
  open: (container, options) => {
    loadPicture = options.loadPicture
    const { placeholder, readOnly } = options
    return new Quill(container, { placeholder, readOnly, modules: { history: { userOnly: false } } })
  },
  contentsOfHtml: (quill, html) => quill.clipboard.convert({ html: withoutCode(html), text: '' }),
  style: quillStyle,
}

window.banyanPart?.(library)
