/** What is pasted, read where Trusted Types refuse text as markup. */
import Clipboard from 'quill/modules/clipboard.js'

export class Paste extends Clipboard {
  /** Quill writes items of Word's lists by `innerHTML`; here the same text becomes nodes by a document that runs and loads nothing. */
  protected override normalizeHTML(pasted: Document): void {
    const known = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')
    if (known === undefined) return
    Object.defineProperty(Element.prototype, 'innerHTML', { ...known, set: fillByDocument })
    try {
      super.normalizeHTML(pasted)
    } finally {
      Object.defineProperty(Element.prototype, 'innerHTML', known)
    }
  }
}

function fillByDocument(this: Element, html: string): void {
  this.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
}
