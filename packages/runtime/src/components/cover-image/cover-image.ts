import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'

class CoverImageElement extends BuiltIn {
  private readonly image = document.createElement('img')
  private shown = ''

  constructor(...parameters: ConstructorParameters<typeof BuiltIn>) {
    super(...parameters)
    const { image, element } = this
    image.alt = ''
    image.draggable = false
    image.hidden = true
    element.append(image)
    image.onload = () => {
      image.hidden = false
      this.emit('load', { width: image.naturalWidth, height: image.naturalHeight })
    }
    image.onerror = () => this.failed()
  }

  override update(): void {
    const { element } = this
    if (element.hasAttribute('aria-label') && !element.hasAttribute('role')) element.setAttribute('role', 'img')
    const source = this.text('src')
    if (source === this.shown) return
    this.shown = source
    if (source === '') {
      this.image.hidden = true
      return
    }
    void this.view.resources.load(source).then((url) => {
      if (this.shown !== source) return
      if (url === undefined) this.failed()
      else this.image.src = url
    })
  }

  override destroy(): void {
    this.shown = ''
  }

  private failed(): void {
    this.image.hidden = true
    this.emit('error', { errMsg: `GET ${this.shown} 404 (Not Found)` })
  }
}

export const coverImage: BuiltInDefinition = {
  tag: 'cover-image',
  attributes: ['src', 'referrer-policy'],
  style:
    'wx-cover-image{display:inline-block;line-height:0;overflow:hidden;pointer-events:auto}wx-cover-image>img{width:100%;height:100%;display:block}wx-cover-image>img[hidden]{display:none}',
  create: (element, view) => new CoverImageElement(element, view),
}
