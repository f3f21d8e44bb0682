import { setAria } from '../../view/aria.ts'
import { BuiltIn, type BuiltInDefinition, innerElement, type ViewContext } from '../../view/built-in.ts'
import { convertUnits } from '../../view/css-text.ts'
import { flyShared } from '../share-element/flight.ts'

const closePx = 50

/** A page inside the page. Going back closes it before it leaves the page: the host asks by `closeOverlay`. */
class PageContainerElement extends BuiltIn {
  private readonly overlay: HTMLElement
  private readonly panel: HTMLElement
  private isShown = false
  private isPressed = false
  private timer = 0
  private startY: number | undefined

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    this.overlay = innerElement('wx-page-container-overlay', element)
    setAria(this.overlay, 'hidden', 'true')
    this.panel = innerElement('wx-page-container', element)
    this.content = this.panel
    this.overlay.addEventListener('pointerdown', () => (this.isPressed = true))
    this.overlay.addEventListener('click', () => {
      // A tap on what was there before opened it, and the browser's own click comes later than that.
      if (!this.isPressed) return
      this.isPressed = false
      this.emit('clickoverlay', {})
      this.close()
    })
    this.panel.addEventListener('touchstart', ({ touches }) => this.touched(touches[0]?.clientY), { passive: true })
    this.panel.addEventListener('touchend', ({ changedTouches }) => this.lifted(changedTouches[0]?.clientY))
  }

  override update(): void {
    const { element, panel, overlay } = this
    const duration = this.view.environment.reducedMotion ? 0 : this.number('duration', 300)
    element.style.setProperty('--page-container-time', `${duration}ms`)
    element.style.zIndex = String(this.number('z-index', 100))
    element.dataset['position'] = this.text('position', 'bottom')
    overlay.hidden = !this.flag('overlay', true)
    panel.toggleAttribute('data-round', this.flag('round'))
    panel.style.cssText = convertUnits(this.text('custom-style'))
    overlay.style.cssText = convertUnits(this.text('overlay-style'))
    const wants = this.flag('show')
    if (wants !== this.isShown) this.turn(wants, duration)
  }

  override invoke(method: string, args: readonly unknown[]): unknown {
    if (method !== 'closeOverlay') return super.invoke(method, args)
    this.close()
    return undefined
  }

  override destroy(): void {
    window.clearTimeout(this.timer)
    if (this.isShown) this.holdBack(false)
  }

  private close(): void {
    if (!this.isShown) return
    this.properties['show'] = false
    this.view.changeModel(this.element, 'show', false)
    this.update()
  }

  private turn(isShown: boolean, duration: number): void {
    this.isShown = isShown
    this.holdBack(isShown)
    const [before, during, after] = isShown
      ? ['beforeenter', 'enter', 'afterenter']
      : ['beforeleave', 'leave', 'afterleave']
    const { element } = this
    window.clearTimeout(this.timer)
    this.emit(before, {})
    if (isShown) {
      element.setAttribute('data-on', '')
      // The place from which it comes must have been drawn.
      element.getBoundingClientRect()
    }
    element.toggleAttribute('data-open', isShown)
    if (!this.view.environment.reducedMotion) flyShared(element, this.panel, isShown)
    this.emit(during, {})
    this.timer = window.setTimeout(() => {
      if (!isShown) element.removeAttribute('data-on')
      this.emit(after, {})
    }, duration)
  }

  private holdBack(isHeld: boolean): void {
    this.view.ask('holdBack', { node: this.element.banyanId, isHeld })
  }

  private touched(y: number | undefined): void {
    this.startY = this.flag('close-on-slide-down') && this.panel.scrollTop <= 0 ? y : undefined
  }

  private lifted(y: number | undefined): void {
    if (this.startY !== undefined && y !== undefined && y - this.startY > closePx) this.close()
    this.startY = undefined
  }
}

export const pageContainer: BuiltInDefinition = {
  tag: 'page-container',
  attributes: [
    'show',
    'duration',
    'z-index',
    'overlay',
    'position',
    'round',
    'close-on-slide-down',
    'overlay-style',
    'custom-style',
  ],
  style: `
wx-page-container{display:none;position:fixed;left:0;top:0;right:0;bottom:0}
wx-page-container[data-on]{display:block}
.wx-page-container-overlay{position:absolute;left:0;top:0;right:0;bottom:0;background:rgba(0,0,0,.5);opacity:0;transition:opacity var(--page-container-time)}
.wx-page-container{position:absolute;left:0;right:0;bottom:0;box-sizing:border-box;max-height:100%;overflow:auto;background:var(--w-sheet);transform:translateY(100%);transition:transform var(--page-container-time),opacity var(--page-container-time)}
.wx-page-container[data-round]{border-radius:16px 16px 0 0}
[data-position=top]>.wx-page-container{bottom:auto;top:0;transform:translateY(-100%)}
[data-position=top]>.wx-page-container[data-round]{border-radius:0 0 16px 16px}
[data-position=right]>.wx-page-container{top:0;transform:translateX(100%)}
[data-position=center]>.wx-page-container{top:0;transform:none;opacity:0}
[data-open]>.wx-page-container-overlay{opacity:1}
[data-open]>.wx-page-container{transform:none;opacity:1}`,
  create: (element, view) => new PageContainerElement(element, view),
}
