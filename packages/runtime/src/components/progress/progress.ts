import { setAria } from '../../view/aria.ts'
import { BuiltIn, type BuiltInDefinition, innerElement, type ViewContext } from '../../view/built-in.ts'
import { toCssLength } from '../../view/css-text.ts'

/** WeChat's bar grows one percent in this time while `active`, unless `duration` says otherwise. */
const msPerPercent = 30

class ProgressElement extends BuiltIn {
  private readonly bar: HTMLElement
  private readonly inner: HTMLElement
  private readonly info: HTMLElement
  private shown = 0
  private target = Number.NaN
  private timer = 0

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    this.bar = innerElement('wx-progress-bar', element)
    this.inner = innerElement('wx-progress-inner-bar', this.bar)
    this.info = innerElement('wx-progress-info', element)
    element.setAttribute('role', 'progressbar')
    setAria(element, 'valuemin', '0')
    setAria(element, 'valuemax', '100')
  }

  override update(): void {
    this.bar.style.height = toCssLength(this.properties['stroke-width'], '6px')
    this.bar.style.backgroundColor = this.text('backgroundColor')
    const radius = toCssLength(this.properties['border-radius'], '')
    this.bar.style.borderRadius = radius
    this.inner.style.borderRadius = radius
    this.inner.style.backgroundColor = this.text('activeColor', this.text('color'))
    this.info.hidden = !this.flag('show-info')
    this.info.style.fontSize = toCssLength(this.properties['font-size'], '')
    const percent = Math.max(0, Math.min(100, this.number('percent', 0)))
    if (percent === this.target) return
    this.target = percent
    window.clearInterval(this.timer)
    if (!this.flag('active') || this.view.environment.reducedMotion) {
      this.show(percent)
      if (this.flag('active')) this.emit('activeend', { curPercent: percent })
      return
    }
    if (this.text('active-mode', this.text('activeMode')) !== 'forwards' || this.shown > percent) this.shown = 0
    this.show(this.shown)
    this.timer = window.setInterval(() => this.step(), this.number('duration', msPerPercent))
  }

  override destroy(): void {
    window.clearInterval(this.timer)
  }

  private step(): void {
    this.show(Math.min(this.target, this.shown + 1))
    if (this.shown < this.target) return
    window.clearInterval(this.timer)
    this.emit('activeend', { curPercent: this.target })
  }

  private show(percent: number): void {
    this.shown = percent
    this.inner.style.width = `${percent}%`
    this.info.textContent = `${percent}%`
    setAria(this.element, 'valuenow', String(percent))
  }
}

export const progress: BuiltInDefinition = {
  tag: 'progress',
  attributes: [
    'percent',
    'duration',
    'show-info',
    'active',
    'border-radius',
    'font-size',
    'stroke-width',
    'color',
    'activeColor',
    'backgroundColor',
    'active-mode',
    'activeMode',
  ],
  style: `
wx-progress{display:flex;align-items:center}
.wx-progress-bar{flex:1;background-color:var(--w-track);overflow:hidden}
.wx-progress-inner-bar{width:0;height:100%;background-color:#09bb07}
[data-style=v2] .wx-progress-inner-bar{background-color:var(--w-green)}
.wx-progress-info{margin-left:15px;min-width:2em;font-size:calc(16px*var(--banyan-text-scale,1))}`,
  create: (element, view) => new ProgressElement(element, view),
}
