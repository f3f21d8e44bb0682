import { BuiltIn, type BuiltInDefinition, type ViewContext } from '../../view/built-in.ts'
import { convertUnits } from '../../view/css-text.ts'

const windowStyles = ['background-color', 'background-color-top', 'background-color-bottom', 'background-text-style']

/** What the page's JSON says once, as attributes that may change. */
class PageMetaElement extends BuiltIn {
  private readonly changes = new Set<string>()
  private isScrolling = false
  private readonly sheet = document.createElement('style')
  private readonly resized = (): void => {
    const { innerWidth: windowWidth, innerHeight: windowHeight } = window
    this.emit('resize', { size: { windowWidth, windowHeight } })
  }
  private readonly scrolled = (): void => {
    if (this.isScrolling) return
    this.isScrolling = true
    requestAnimationFrame(() => {
      this.isScrolling = false
      this.emit('scroll', { scrollTop: window.scrollY })
    })
  }

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    window.addEventListener('resize', this.resized)
    document.addEventListener('scroll', this.scrolled, { passive: true })
  }

  override changed(name: string): void {
    this.changes.add(name)
  }

  override update(): void {
    const changes = [...this.changes]
    this.changes.clear()
    const { root } = this.view
    const html = document.documentElement
    if (changes.includes('page-font-size')) root.style.fontSize = this.fontSize('page-font-size')
    if (changes.includes('root-font-size')) html.style.fontSize = this.fontSize('root-font-size')
    if (changes.includes('page-style')) {
      this.sheet.textContent = `wx-page{${convertUnits(this.text('page-style'))}}`
      document.head.append(this.sheet)
      this.view.setWindowColor()
    }
    if (changes.some((name) => name.includes('background'))) this.colour()
    if (changes.includes('scroll-top')) this.scroll()
  }

  /** Below the page is its root, above it what a pull uncovers. */
  private colour(): void {
    const color = this.text('background-color')
    const rootColor = this.text('root-background-color', color)
    if (rootColor !== '') this.view.setWindowColor(rootColor)
    const strip = document.querySelector<HTMLElement>('.banyan-pull')
    if (strip === null) return
    strip.style.background = this.text('background-color-top', color)
    if ('background-text-style' in this.properties) strip.dataset['dots'] = this.text('background-text-style')
  }

  override destroy(): void {
    this.sheet.remove()
    window.removeEventListener('resize', this.resized)
    document.removeEventListener('scroll', this.scrolled)
  }

  /** `system` is the size that the user has chosen for all of the app. */
  private fontSize(name: string): string {
    const value = this.text(name)
    if (value === 'system') return 'calc(16px*var(--banyan-text-scale,1))'
    return /^[\d.]+$/.test(value) ? `${value}px` : convertUnits(value)
  }

  private scroll(): void {
    const text = this.text('scroll-top')
    const value = Number.parseFloat(text)
    if (!Number.isFinite(value)) return
    const top = text.endsWith('rpx') ? (value * document.documentElement.clientWidth) / 750 : value
    const options = { scrollTop: top, duration: this.number('scroll-duration', 300) }
    const { root, environment } = this.view
    this.view.withParts(({ scrollPage }) => {
      const arrived = scrollPage(root, options, { target: undefined, isMotionReduced: environment.reducedMotion })
      void arrived.then(() => this.emit('scrolldone', {}))
    })
  }
}

export const pageMeta: BuiltInDefinition = {
  tag: 'page-meta',
  attributes: [
    ...windowStyles,
    'root-background-color',
    'page-style',
    'page-font-size',
    'page-orientation',
    'root-font-size',
    'scroll-top',
    'scroll-duration',
  ],
  style: 'wx-page-meta{display:none}',
  create: (element, view) => new PageMetaElement(element, view),
}
