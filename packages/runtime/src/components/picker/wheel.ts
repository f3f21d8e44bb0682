import { setAria } from '../../view/aria.ts'
import { innerElement } from '../../view/built-in.ts'

const rowPx = 48
const settleMs = 120

export const wheelStyle = `
.banyan-wheel{flex:1;height:240px;overflow-y:auto;scroll-snap-type:y mandatory;overscroll-behavior:contain;scrollbar-width:none;text-align:center}
.banyan-wheel::before,.banyan-wheel::after{content:"";display:block;height:96px}
.banyan-wheel>div{height:48px;line-height:48px;padding:0 4px;scroll-snap-align:center;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
.banyan-wheel:focus-visible{outline-offset:-4px}
`

/** One column of a picker: a list that snaps, so that its physics are the platform's own. */
export class Wheel {
  readonly element: HTMLElement
  private readonly settled: (index: number) => void
  private items: readonly string[] = []
  private chosen = 0
  private timer = 0

  constructor(label: string, settled: (index: number) => void) {
    this.settled = settled
    this.element = innerElement('banyan-wheel')
    this.element.setAttribute('role', 'listbox')
    setAria(this.element, 'label', label)
    this.element.tabIndex = 0
    this.element.addEventListener('scroll', () => this.scrolled(), { passive: true })
    this.element.addEventListener('keydown', (event) => this.keyed(event))
    this.element.addEventListener('click', (event) => {
      const row = event.target instanceof Element ? [...this.element.children].indexOf(event.target) : -1
      if (row >= 0) this.moveTo(row, 'smooth')
    })
  }

  get index(): number {
    return this.chosen
  }

  fill(items: readonly string[], index: number): void {
    const clamped = Math.max(0, Math.min(items.length - 1, index))
    const isSame = items.length === this.items.length && items.every((item, at) => item === this.items[at])
    if (!isSame) {
      this.items = items
      this.element.replaceChildren(
        ...items.map((item) => {
          const row = innerElement('')
          row.setAttribute('role', 'option')
          row.textContent = item
          return row
        }),
      )
    }
    if (isSame && clamped === this.chosen) return
    this.mark(clamped)
    this.moveTo(clamped, 'instant')
  }

  /** After the wheel has a place in the document. */
  show(): void {
    this.moveTo(this.chosen, 'instant')
  }

  private scrolled(): void {
    const index = Math.max(0, Math.min(this.items.length - 1, Math.round(this.element.scrollTop / rowPx)))
    window.clearTimeout(this.timer)
    if (index === this.chosen) return
    this.timer = window.setTimeout(() => {
      this.mark(index)
      this.settled(index)
    }, settleMs)
  }

  /** What stands in the middle now, although the wheel may not have come to rest. */
  read(): number {
    window.clearTimeout(this.timer)
    this.mark(Math.max(0, Math.min(this.items.length - 1, Math.round(this.element.scrollTop / rowPx))))
    return this.chosen
  }

  private mark(index: number): void {
    this.element.children[this.chosen]?.removeAttribute('aria-selected')
    this.element.children[index]?.setAttribute('aria-selected', 'true')
    this.chosen = index
  }

  private moveTo(index: number, behavior: ScrollBehavior): void {
    this.element.scrollTo({ top: index * rowPx, behavior })
  }

  private keyed(event: KeyboardEvent): void {
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: this.chosen + 1,
      ArrowUp: this.chosen - 1,
      PageDown: this.chosen + 5,
      PageUp: this.chosen - 5,
      Home: 0,
      End: this.items.length - 1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    const index = Math.max(0, Math.min(this.items.length - 1, target))
    if (index === this.chosen) return
    this.mark(index)
    this.moveTo(index, 'instant')
    this.settled(index)
  }
}
