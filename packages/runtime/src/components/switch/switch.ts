import { setAria } from '../../view/aria.ts'
import { BuiltIn, type BuiltInDefinition, innerElement, type TapPoint, type ViewContext } from '../../view/built-in.ts'

class SwitchElement extends BuiltIn {
  private readonly input: HTMLElement
  private readonly box: HTMLElement
  private isChecked = false
  private initial = false

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    const wrapper = innerElement('wx-switch-wrapper', element)
    this.input = innerElement('wx-switch-input', wrapper)
    this.box = innerElement('wx-checkbox-input', wrapper)
  }

  override changed(name: string): void {
    if (name !== 'checked') return
    this.isChecked = this.flag('checked')
    this.initial = this.isChecked
  }

  override update(): void {
    const isBox = this.text('type') === 'checkbox'
    const color = this.text('color')
    this.input.hidden = isBox
    this.box.hidden = !isBox
    this.input.classList.toggle('wx-switch-input-checked', this.isChecked)
    this.box.classList.toggle('wx-checkbox-input-checked', this.isChecked)
    this.input.style.backgroundColor = this.isChecked ? color : ''
    this.input.style.borderColor = this.isChecked ? color : ''
    this.box.style.color = color
    const { element } = this
    element.setAttribute('role', isBox ? 'checkbox' : 'switch')
    element.toggleAttribute('disabled', this.flag('disabled'))
    setAria(element, 'checked', String(this.isChecked))
    setAria(element, 'disabled', this.flag('disabled') ? 'true' : null)
    element.tabIndex = this.flag('disabled') ? -1 : 0
  }

  override tapped(_point: TapPoint): boolean {
    if (this.flag('disabled')) return true
    this.check(!this.isChecked)
    this.emit('change', { value: this.isChecked })
    return true
  }

  override fieldValue(): boolean {
    return this.isChecked
  }

  override resetField(): void {
    this.check(this.initial)
  }

  private check(isChecked: boolean): void {
    this.isChecked = isChecked
    this.properties['checked'] = isChecked
    this.update()
    this.view.changeModel(this.element, 'checked', isChecked)
  }
}

export const switchTag: BuiltInDefinition = {
  tag: 'switch',
  attributes: ['checked', 'disabled', 'type', 'color', 'name'],
  style: `
wx-switch{display:inline-block;cursor:pointer}
wx-switch[disabled]{opacity:.5}
.wx-switch-wrapper{display:inline-flex;align-items:center;vertical-align:middle}
.wx-switch-input{position:relative;width:52px;height:32px;margin-right:5px;box-sizing:border-box;border:1px solid var(--w-box-line);background-color:var(--w-box-line);border-radius:16px;transition:background-color .1s,border .1s}
.wx-switch-input::before{content:"";position:absolute;top:0;right:0;bottom:0;left:0;border-radius:15px;background-color:var(--w-box);transition:transform .3s}
.wx-switch-input::after{content:"";position:absolute;top:0;left:0;width:30px;height:30px;border-radius:15px;background-color:#fff;box-shadow:0 1px 3px rgba(0,0,0,.4);transition:transform .3s}
.wx-switch-input-checked{border-color:#04be02;background-color:#04be02}
[data-style=v2] .wx-switch-input-checked{border-color:var(--w-green);background-color:var(--w-green)}
.wx-switch-input-checked::before{transform:scale(0)}
.wx-switch-input-checked::after{transform:translateX(20px)}
@media (prefers-reduced-motion:reduce){.wx-switch-input,.wx-switch-input::before,.wx-switch-input::after{transition:none}}`,
  create: (element, view) => new SwitchElement(element, view),
}
