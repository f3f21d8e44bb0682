import { setAria } from '../../view/aria.ts'
import { innerElement } from '../../view/built-in.ts'
import { Spin } from '../picker-view/spin.ts'

const rowPx = 44
const angleOfRow = 20
/** Rows further from the middle than this lie behind the drum. */
const seenRows = 4
const radiusPx = Math.round(rowPx / (2 * Math.tan((angleOfRow * Math.PI) / 360)))

export const wheelStyle = `
.banyan-wheel{position:relative;flex:1;min-width:0;height:240px;overflow:hidden;text-align:center;perspective:900px;touch-action:none;cursor:grab;transform-style:flat}
.banyan-wheel>div{position:absolute;left:0;right:0;top:50%;height:${rowPx}px;margin-top:-${rowPx / 2}px;line-height:${rowPx}px;padding:0 4px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;-webkit-backface-visibility:hidden;backface-visibility:hidden;will-change:transform}
.banyan-wheel:focus-visible{outline:0}
.banyan-keys .banyan-wheel:focus-visible>[aria-selected]{color:var(--banyan-primary);outline:2px solid;outline-offset:-2px;border-radius:8px}
`
let lastWheel = 0

export interface WheelOptions {
  label: string
  isMotionReduced: boolean
  settled: (index: number) => void
}

/** One column of a picker: a drum of rows, of which only those in front are in the document. */
export class Wheel {
  readonly element = innerElement('banyan-wheel')
  private readonly spin: Spin
  private readonly rows = new Map<number, HTMLElement>()
  private readonly id = `banyan-wheel-${++lastWheel}`
  private items: readonly string[] = []
  private reported = 0

  constructor(options: WheelOptions) {
    const { element } = this
    element.setAttribute('role', 'listbox')
    setAria(element, 'label', options.label)
    element.tabIndex = 0
    this.spin = new Spin(element, {
      rowPx: () => rowPx,
      count: () => this.items.length,
      reachPx: () => rowPx * 2,
      isMotionReduced: () => options.isMotionReduced,
      draw: (position) => this.draw(position),
      started: () => undefined,
      released: () => undefined,
      settled: (index) => {
        this.mark()
        if (index === this.reported) return
        this.reported = index
        options.settled(index)
      },
    })
    element.addEventListener('click', (event) => {
      const row = [...this.rows].find(([, shown]) => shown === event.target)
      if (row !== undefined) this.spin.turnTo(row[0])
    })
  }

  get index(): number {
    return this.spin.index
  }

  fill(items: readonly string[], index: number): void {
    const isSame = items.length === this.items.length && items.every((item, at) => item === this.items[at])
    const clamped = Math.max(0, Math.min(items.length - 1, index))
    if (isSame && clamped === this.spin.index) return
    this.items = items
    if (!isSame) {
      for (const row of this.rows.values()) row.remove()
      this.rows.clear()
    }
    this.reported = clamped
    if (isSame) this.spin.place(clamped)
    else this.spin.replace(clamped)
    this.mark()
  }

  /** What stands in the middle now, although the wheel may not have come to rest. */
  read(): number {
    return this.spin.read()
  }

  destroy(): void {
    this.spin.destroy()
  }

  private draw(positionPx: number): void {
    const middle = positionPx / rowPx
    for (const [at, row] of this.rows) {
      if (Math.abs(at - middle) <= seenRows && at < this.items.length) continue
      row.remove()
      this.rows.delete(at)
    }
    const first = Math.max(0, Math.ceil(middle - seenRows))
    const last = Math.min(this.items.length - 1, Math.floor(middle + seenRows))
    for (let at = first; at <= last; at++) {
      const row = this.rows.get(at) ?? this.addRow(at)
      row.style.transform = `translateZ(-${radiusPx}px) rotateX(${(middle - at) * angleOfRow}deg) translateZ(${radiusPx}px)`
    }
  }

  private addRow(at: number): HTMLElement {
    const row = innerElement('')
    row.setAttribute('role', 'option')
    row.id = `${this.id}-${at}`
    row.textContent = this.items[at] ?? ''
    setAria(row, 'posinset', String(at + 1))
    setAria(row, 'setsize', String(this.items.length))
    this.rows.set(at, row)
    // In the order of the list, for those who hear it.
    const next = [...this.rows].filter(([other]) => other > at).sort(([a], [b]) => a - b)[0]?.[1]
    this.element.insertBefore(row, next ?? null)
    return row
  }

  private mark(): void {
    for (const [at, row] of this.rows) setAria(row, 'selected', at === this.spin.index ? 'true' : null)
    setAria(this.element, 'activedescendant', this.rows.has(this.spin.index) ? `${this.id}-${this.spin.index}` : null)
  }
}
