import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'

const modes = new Set([
  'scaleToFill',
  'aspectFit',
  'aspectFill',
  'widthFix',
  'heightFix',
  'top',
  'bottom',
  'center',
  'left',
  'right',
  'top left',
  'top right',
  'bottom left',
  'bottom right',
])
/** WeChat loads a lazy image within three screens above and below. */
const lazyMargin = '300% 0px'

class ImageElement extends BuiltIn {
  private image: HTMLImageElement | undefined
  private shownSource = ''
  private observer: IntersectionObserver | undefined
  private isNear = false
  private hasMenu = false

  override changed(name: string): void {
    if (name === 'mode')
      this.element.setAttribute('mode', modes.has(this.text('mode')) ? this.text('mode') : 'scaleToFill')
  }

  override update(): void {
    const source = this.text('src')
    this.describe()
    if (source === this.shownSource) return
    if (source === '') {
      this.clear()
      return
    }
    if (this.flag('lazy-load') && !this.isNear) this.waitUntilNear()
    else this.show(source)
  }

  override destroy(): void {
    this.observer?.disconnect()
    this.shownSource = ''
  }

  private describe(): void {
    const { element } = this
    if (this.flag('show-menu-by-longpress') && !this.hasMenu) this.watchLongPress()
    element.toggleAttribute('data-fade', this.flag('fade-in'))
    const label = this.text('alt')
    if (label !== '' && !element.hasAttribute('aria-label')) element.setAttribute('aria-label', label)
    if (element.hasAttribute('aria-label') && !element.hasAttribute('role')) element.setAttribute('role', 'img')
  }

  private watchLongPress(): void {
    this.hasMenu = true
    this.view.withParts(({ watchLongPress }) =>
      watchLongPress(this.element, () => {
        if (this.flag('show-menu-by-longpress')) this.view.ask('imageMenu', { src: this.shownSource })
      }),
    )
  }

  private waitUntilNear(): void {
    if (this.observer !== undefined) return
    this.observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        this.isNear = true
        this.observer?.disconnect()
        this.observer = undefined
        this.view.invalidate(this)
      },
      { root: document, rootMargin: lazyMargin },
    )
    this.observer.observe(this.element)
  }

  private clear(): void {
    this.shownSource = ''
    this.image?.remove()
    this.image = undefined
    this.element.removeAttribute('data-loaded')
  }

  private show(source: string): void {
    this.shownSource = source
    void this.view.resources.load(source).then((url) => {
      if (this.shownSource !== source) return
      if (url === undefined) this.failed(source)
      else this.place(source, url)
    })
  }

  /** A new element for each address: the old picture stays until the new one can be drawn, as in WeChat. */
  private place(source: string, url: string): void {
    const image = document.createElement('img')
    image.alt = ''
    image.draggable = false
    image.decoding = 'async'
    image.onload = () => {
      if (this.shownSource !== source) return
      this.image?.remove()
      this.image = image
      this.element.prepend(image)
      this.element.setAttribute('data-loaded', '')
      this.emit('load', { width: image.naturalWidth, height: image.naturalHeight })
    }
    image.onerror = () => {
      if (this.shownSource === source) this.failed(source)
    }
    image.src = url
  }

  private failed(source: string): void {
    this.image?.remove()
    this.image = undefined
    this.element.removeAttribute('data-loaded')
    this.emit('error', { errMsg: `GET ${source} 404 (Not Found)` })
  }
}

export const image: BuiltInDefinition = {
  tag: 'image',
  attributes: ['src', 'mode', 'alt', 'lazy-load', 'show-menu-by-longpress', 'fade-in'],
  style: [
    'wx-image{display:inline-block;width:320px;height:240px;overflow:hidden;position:relative}',
    'wx-image>img{display:block;position:absolute;top:0;right:0;bottom:0;left:0;width:100%;height:100%;object-fit:fill;border:0;-webkit-touch-callout:none}',
    'wx-image[data-fade]>img{animation:wx-image-fade 300ms}@keyframes wx-image-fade{from{opacity:0}}[data-reduced-motion] wx-image[data-fade]>img{animation:none}',
    'wx-image[mode=aspectFit]>img{object-fit:contain}',
    'wx-image[mode=aspectFill]>img{object-fit:cover}',
    'wx-image[mode=widthFix][data-loaded]{height:auto!important}',
    'wx-image[mode=widthFix][data-loaded]>img{position:static;height:auto}',
    'wx-image[mode=heightFix][data-loaded]{width:auto!important}',
    'wx-image[mode=heightFix][data-loaded]>img{position:static;width:auto}',
    ...['top', 'bottom', 'center', 'left', 'right', 'top left', 'top right', 'bottom left', 'bottom right'].map(
      (place) => `wx-image[mode="${place}"]>img{object-fit:none;object-position:${place}}`,
    ),
  ].join(''),
  create: (element, view) => new ImageElement(element, view),
}
