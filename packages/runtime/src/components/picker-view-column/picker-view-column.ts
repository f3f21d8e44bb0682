import { setAria } from '../../view/aria.ts'
import { BuiltIn, type BuiltInDefinition, innerElement, type TapPoint, type ViewContext } from '../../view/built-in.ts'
import { convertUnits } from '../../view/css-text.ts'
import { Spin } from '../picker-view/spin.ts'

/** What the picker-view around tells its columns, and hears from them. */
export interface ColumnOwner {
  columnChanged(): void
  turnStarted(): void
  turnReleased(): void
  turnSettled(): void
}

export interface ColumnLook {
  indicatorStyle: string
  indicatorClass: string
  maskStyle: string
  maskClass: string
}

export class PickerColumnElement extends BuiltIn {
  readonly spin: Spin
  /** The picker-view has given it a first row. */
  isPlaced = false
  private readonly mask: HTMLElement
  private readonly indicator: HTMLElement
  private readonly resizes: ResizeObserver
  private rowPx = 0
  private heightPx = 0

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    this.content = innerElement('wx-picker-view-column-content', element)
    this.mask = innerElement('wx-picker-view-mask', element)
    this.indicator = innerElement('wx-picker-view-indicator', element)
    element.setAttribute('role', 'listbox')
    element.tabIndex = 0
    this.spin = new Spin(element, {
      rowPx: () => this.rowPx,
      count: () => this.content.childElementCount,
      reachPx: () => this.heightPx / 2,
      isMotionReduced: () => view.environment.reducedMotion,
      draw: (position) => this.draw(position),
      started: () => this.owner()?.turnStarted(),
      released: () => this.owner()?.turnReleased(),
      settled: () => this.settled(),
    })
    this.resizes = new ResizeObserver(() => this.measure())
    this.resizes.observe(element)
    this.resizes.observe(this.indicator)
  }

  override update(): void {
    this.measure()
    this.spin.refresh()
    this.mark()
    this.owner()?.columnChanged()
  }

  /** A tap on a row brings it to the middle. */
  override tapped(point: TapPoint): boolean {
    const box = this.element.getBoundingClientRect()
    const fromMiddlePx = point.y - window.scrollY - box.top - box.height / 2
    const rows = this.rowPx > 0 ? Math.round(fromMiddlePx / this.rowPx) : 0
    if (rows !== 0) this.spin.turnTo(this.spin.index + rows)
    return false
  }

  override destroy(): void {
    this.spin.destroy()
    this.resizes.disconnect()
  }

  place(index: number, isAnimated: boolean): void {
    this.spin.place(index, isAnimated && this.isPlaced)
    this.isPlaced = true
    this.mark()
  }

  dress({ indicatorStyle, indicatorClass, maskStyle, maskClass }: ColumnLook): void {
    this.indicator.style.cssText = convertUnits(indicatorStyle)
    this.indicator.className = `wx-picker-view-indicator ${indicatorClass}`
    this.mask.style.cssText = convertUnits(maskStyle)
    this.mask.className = `wx-picker-view-mask ${maskClass}`
    this.measure()
  }

  private settled(): void {
    this.mark()
    this.owner()?.turnSettled()
  }

  /** Nothing can be measured while it is not shown; the observer comes back when it is. */
  private measure(): void {
    const rowPx = this.indicator.offsetHeight
    const heightPx = this.element.clientHeight
    if (rowPx === 0 || heightPx === 0 || (rowPx === this.rowPx && heightPx === this.heightPx)) return
    this.rowPx = rowPx
    this.heightPx = heightPx
    const marginPx = (heightPx - rowPx) / 2
    this.content.style.setProperty('--wx-picker-row', `${rowPx}px`)
    this.content.style.padding = `${marginPx}px 0`
    this.mask.style.backgroundSize = `100% ${marginPx}px`
    this.spin.refresh()
  }

  private draw(positionPx: number): void {
    this.content.style.transform = `translate3d(0,${-positionPx}px,0)`
  }

  private mark(): void {
    for (const [at, row] of [...this.content.children].entries()) {
      if (!row.hasAttribute('role')) row.setAttribute('role', 'option')
      setAria(row, 'selected', at === this.spin.index ? 'true' : null)
    }
  }

  private owner(): (BuiltIn & ColumnOwner) | undefined {
    const component = this.element.closest('wx-picker-view')?.banyanState?.component
    return component !== undefined && isOwner(component) ? component : undefined
  }
}

function isOwner(component: BuiltIn): component is BuiltIn & ColumnOwner {
  return 'turnSettled' in component
}

export const pickerViewColumn: BuiltInDefinition = {
  tag: 'picker-view-column',
  attributes: [],
  style: `
wx-picker-view-column{position:relative;flex:1;height:100%;overflow:hidden;touch-action:none;cursor:grab}
.wx-picker-view-column-content{position:relative;z-index:1;will-change:transform}
.wx-picker-view-column-content>*{height:var(--wx-picker-row,34px);overflow:hidden;text-align:center}
.wx-picker-view-mask{position:absolute;top:0;right:0;bottom:0;left:0;z-index:3;pointer-events:none;background:linear-gradient(180deg,var(--w-veil),var(--w-veil-thin)),linear-gradient(0deg,var(--w-veil),var(--w-veil-thin));background-position:top,bottom;background-repeat:no-repeat}
.wx-picker-view-indicator{position:absolute;left:0;top:50%;z-index:3;width:100%;height:34px;box-sizing:border-box;transform:translateY(-50%);pointer-events:none;border:solid var(--w-line);border-width:1px 0}
html{--w-veil:rgba(255,255,255,.95);--w-veil-thin:rgba(255,255,255,.6)}
html[data-theme=dark]{--w-veil:rgba(25,25,25,.95);--w-veil-thin:rgba(25,25,25,.6)}`,
  create: (element, view) => new PickerColumnElement(element, view),
}
