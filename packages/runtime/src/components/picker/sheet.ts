import { setAria } from '../../view/aria.ts'
import { innerElement } from '../../view/built-in.ts'
import { Wheel, wheelStyle } from './wheel.ts'

export const sheetStyle = `${wheelStyle}
html{--banyan-primary:#0b7a63}html[data-theme=dark]{--banyan-primary:#4cc3a5}
.banyan-sheet{position:fixed;top:0;right:0;bottom:0;left:0;z-index:2147483000;font:calc(17px*var(--banyan-text-scale,1))/1.4 -apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif;color:var(--w-text)}
.banyan-sheet-shade{position:absolute;top:0;right:0;bottom:0;left:0;background:rgba(0,0,0,.6);animation:banyan-fade .24s}
.banyan-sheet-panel{position:absolute;left:0;right:0;bottom:0;background:var(--w-sheet);border-radius:16px 16px 0 0;padding-bottom:var(--banyan-safe-area-bottom);animation:banyan-rise .24s ease-out}
.banyan-sheet-bar{display:flex;align-items:center;height:56px;padding:0 8px}
.banyan-sheet-bar>div{flex:1;text-align:center;font-weight:600;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
.banyan-sheet-bar>button{min-width:64px;height:44px;border:0;background:none;color:var(--w-dim);font:inherit;cursor:pointer}
.banyan-sheet-bar>button:last-child{color:var(--banyan-primary);font-weight:600}
.banyan-sheet-wheels{position:relative;display:flex;margin-bottom:16px;-webkit-mask-image:linear-gradient(transparent,#000 42%,#000 58%,transparent);mask-image:linear-gradient(transparent,#000 42%,#000 58%,transparent)}
.banyan-sheet-wheels::after{content:"";position:absolute;left:16px;right:16px;top:98px;height:44px;border-radius:8px;background:var(--w-line);opacity:.5;pointer-events:none}
@keyframes banyan-fade{from{opacity:0}}
@keyframes banyan-rise{from{transform:translateY(100%)}}
@media (prefers-reduced-motion:reduce){.banyan-sheet-shade,.banyan-sheet-panel{animation:none}}
`

/** The click that follows the tap which opened the sheet lands on the sheet. */
const echoOfTapMs = 400

export interface SheetOptions {
  title: string
  openedBy: { x: number; y: number }
  words: { cancel: string; done: string }
  isMotionReduced: boolean
  columnChanged: (column: number, index: number) => void
  done: (indexes: number[]) => void
  cancelled: () => void
}

/** A sheet from below with one wheel a column. It is a modal dialog: focus goes in, Escape closes, focus goes back. */
export class PickerSheet {
  private readonly options: SheetOptions
  private readonly element = innerElement('banyan-sheet')
  private readonly wheelBox: HTMLElement
  private readonly wheels: Wheel[] = []
  private readonly before = document.activeElement
  private openedAtMs = 0
  private readonly hidden = (): void => this.cancel()

  constructor(options: SheetOptions) {
    this.options = options
    innerElement('banyan-sheet-shade', this.element).addEventListener('click', () => this.cancel())
    this.element.addEventListener('click', (event) => this.dropEcho(event), true)
    this.element.addEventListener('mousedown', (event) => {
      if (event.target instanceof Element && event.target.closest('button,.banyan-wheel') === null)
        event.preventDefault()
    })
    const panel = innerElement('banyan-sheet-panel', this.element)
    panel.setAttribute('role', 'dialog')
    setAria(panel, 'modal', 'true')
    setAria(panel, 'label', options.title)
    const bar = innerElement('banyan-sheet-bar', panel)
    this.button(bar, options.words.cancel).addEventListener('click', () => this.cancel())
    innerElement('', bar).textContent = options.title
    this.button(bar, options.words.done).addEventListener('click', () => this.finish())
    this.wheelBox = innerElement('banyan-sheet-wheels', panel)
    this.element.addEventListener('keydown', (event) => this.keyed(event))
    this.element.addEventListener('touchmove', (event) => {
      if (event.target instanceof Element && event.target.closest('.banyan-wheel') === null) event.preventDefault()
    })
  }

  get isOpen(): boolean {
    return this.element.isConnected
  }

  open(columns: readonly (readonly string[])[], indexes: readonly number[]): void {
    document.body.append(this.element)
    // The tab bar and the back button are the host's, and stay within reach.
    document.addEventListener('banyan:hidden', this.hidden)
    this.openedAtMs = performance.now()
    this.fill(columns, indexes)
    // Browsers ring what a script gives the focus, even after a touch; the ring is for those who came by key.
    const isByKey = this.before !== document.body && this.before?.matches(':focus') === true
    this.element.classList.toggle('banyan-keys', isByKey)
    this.wheels[0]?.element.focus({ preventScroll: true })
  }

  fill(columns: readonly (readonly string[])[], indexes: readonly number[]): void {
    while (this.wheels.length > columns.length) {
      const wheel = this.wheels.pop()
      wheel?.destroy()
      wheel?.element.remove()
    }
    for (const [column, items] of columns.entries()) {
      const wheel = this.wheels[column] ?? this.addWheel(column)
      wheel.fill(items, indexes[column] ?? 0)
    }
  }

  indexes(): number[] {
    return this.wheels.map((wheel) => wheel.index)
  }

  close(): void {
    document.removeEventListener('banyan:hidden', this.hidden)
    for (const wheel of this.wheels) wheel.destroy()
    this.element.remove()
    if (this.before instanceof HTMLElement && this.before.isConnected) this.before.focus({ preventScroll: true })
  }

  private dropEcho(event: MouseEvent): void {
    const { x, y } = this.options.openedBy
    const isThere = Math.abs(event.pageX - x) < 2 && Math.abs(event.pageY - y) < 2
    if (isThere && event.detail !== 0 && event.timeStamp - this.openedAtMs < echoOfTapMs) event.stopPropagation()
  }

  private addWheel(column: number): Wheel {
    const { title, isMotionReduced, columnChanged } = this.options
    const settled = (index: number): void => columnChanged(column, index)
    const wheel = new Wheel({ label: title || String(column + 1), isMotionReduced, settled })
    this.wheels.push(wheel)
    this.wheelBox.append(wheel.element)
    return wheel
  }

  private button(bar: HTMLElement, caption: string): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = caption
    bar.append(button)
    return button
  }

  /** Wheels that still turn are stopped where they are; what follows from them is asked for first. */
  private finish(): void {
    // One wheel may give the others new rows, so the last word is what they hold after all have stopped.
    for (const wheel of this.wheels) wheel.read()
    const indexes = this.indexes()
    this.close()
    this.options.done(indexes)
  }

  private cancel(): void {
    this.close()
    this.options.cancelled()
  }

  private keyed(event: KeyboardEvent): void {
    this.element.classList.add('banyan-keys')
    if (event.key === 'Escape') this.cancel()
    if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault()
      event.stopPropagation()
      this.finish()
    }
    if (event.key !== 'Tab') return
    const stops = [...this.element.querySelectorAll('button,.banyan-wheel')].filter(
      (stop) => stop instanceof HTMLElement,
    )
    const at = stops.findIndex((stop) => stop === document.activeElement)
    event.preventDefault()
    stops[(at + (event.shiftKey ? -1 : 1) + stops.length) % stops.length]?.focus()
  }
}
