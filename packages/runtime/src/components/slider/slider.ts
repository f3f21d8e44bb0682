import { setAria } from '../../view/aria.ts'
import { BuiltIn, type BuiltInDefinition, innerElement, type TapPoint, type ViewContext } from '../../view/built-in.ts'
import { watchDrag } from '../../view/drag.ts'

class SliderElement extends BuiltIn {
  private readonly area: HTMLElement
  private readonly handle: HTMLElement
  private readonly thumb: HTMLElement
  private readonly track: HTMLElement
  private readonly bar: HTMLElement
  private readonly label: HTMLElement
  private value = 0
  private initial = 0

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    const wrapper = innerElement('wx-slider-wrapper', element)
    this.area = innerElement('wx-slider-tap-area', wrapper)
    this.bar = innerElement('wx-slider-handle-wrapper', this.area)
    this.track = innerElement('wx-slider-track', this.bar)
    this.handle = innerElement('wx-slider-handle', this.bar)
    this.thumb = innerElement('wx-slider-thumb', this.bar)
    this.label = innerElement('wx-slider-value', wrapper)
    element.setAttribute('role', 'slider')
    watchDrag(this.area, {
      isHorizontal: () => true,
      start: () => !this.flag('disabled'),
      move: (_, event) => {
        if (this.take(this.valueAt(event.clientX))) this.emit('changing', { value: this.value })
      },
      end: () => this.settle(),
    })
    element.addEventListener('keydown', (event) => this.keyed(event))
  }

  override changed(name: string): void {
    if (name !== 'value') return
    this.initial = this.number('value', this.min())
    this.value = this.initial
  }

  override update(): void {
    const size = `${Math.min(28, Math.max(12, this.number('block-size', 28)))}px`
    this.thumb.style.cssText = `width:${size};height:${size}`
    this.thumb.style.backgroundColor = this.text('block-color')
    this.bar.style.backgroundColor = this.text('backgroundColor', this.text('color'))
    this.track.style.backgroundColor = this.text('activeColor', this.text('selected-color'))
    this.label.hidden = !this.flag('show-value')
    this.value = this.snap(this.value)
    this.show()
    const { element } = this
    setAria(element, 'disabled', this.flag('disabled') ? 'true' : null)
    element.tabIndex = this.flag('disabled') ? -1 : 0
    setAria(element, 'valuemin', String(this.min()))
    setAria(element, 'valuemax', String(this.max()))
  }

  override tapped(point: TapPoint): boolean {
    if (this.flag('disabled') || !this.area.contains(point.target)) return true
    this.take(this.valueAt(point.x - window.scrollX))
    this.settle()
    return true
  }

  override fieldValue(): number {
    return this.value
  }

  override resetField(): void {
    this.take(this.initial)
  }

  private settle(): void {
    this.view.changeModel(this.element, 'value', this.value)
    this.emit('change', { value: this.value })
  }

  private take(value: number): boolean {
    if (value === this.value) return false
    this.value = value
    this.properties['value'] = value
    this.show()
    return true
  }

  private show(): void {
    const range = this.max() - this.min()
    const percent = `${range > 0 ? ((this.value - this.min()) / range) * 100 : 0}%`
    this.track.style.width = percent
    this.handle.style.left = percent
    this.thumb.style.left = percent
    this.label.textContent = String(this.value)
    setAria(this.element, 'valuenow', String(this.value))
  }

  private valueAt(clientX: number): number {
    const box = this.bar.getBoundingClientRect()
    const share = box.width > 0 ? (clientX - box.left) / box.width : 0
    return this.snap(this.min() + share * (this.max() - this.min()))
  }

  private snap(value: number): number {
    const step = this.number('step', 1)
    const steps = Math.round((value - this.min()) / step)
    const digits = (String(step).split('.')[1] ?? '').length
    const snapped = step > 0 ? Number((this.min() + steps * step).toFixed(digits)) : value
    return Math.max(this.min(), Math.min(this.max(), snapped))
  }

  private keyed(event: KeyboardEvent): void {
    const step = this.number('step', 1)
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: this.value + step,
      ArrowUp: this.value + step,
      ArrowLeft: this.value - step,
      ArrowDown: this.value - step,
      Home: this.min(),
      End: this.max(),
    }
    const target = targets[event.key]
    if (target === undefined || this.flag('disabled')) return
    event.preventDefault()
    if (this.take(this.snap(target))) this.settle()
  }

  private min(): number {
    return this.number('min', 0)
  }

  private max(): number {
    return this.number('max', 100)
  }
}

export const slider: BuiltInDefinition = {
  tag: 'slider',
  attributes: [
    'min',
    'max',
    'step',
    'value',
    'block-size',
    'disabled',
    'show-value',
    'color',
    'selected-color',
    'activeColor',
    'backgroundColor',
    'block-color',
    'name',
  ],
  style: `
wx-slider{display:block;margin:10px 18px;touch-action:pan-y}
.wx-slider-wrapper{display:flex;align-items:center;min-height:16px}
.wx-slider-tap-area{flex:1;padding:13px 0;cursor:pointer}
.wx-slider-handle-wrapper{position:relative;height:2px;border-radius:5px;background-color:var(--w-track)}
.wx-slider-track{height:100%;border-radius:6px;background-color:#1aad19}
[data-style=v2] .wx-slider-track{background-color:var(--w-green)}
.wx-slider-handle,.wx-slider-thumb{position:absolute;left:50%;top:50%;border-radius:50%;transform:translate(-50%,-50%)}
.wx-slider-handle{width:44px;height:44px}
.wx-slider-thumb{background-color:#fff;box-shadow:0 0 4px rgba(0,0,0,.2)}
.wx-slider-value{width:3ch;margin-left:1em;color:#888;font-size:calc(14px*var(--banyan-text-scale,1))}`,
  create: (element, view) => new SliderElement(element, view),
}
