import { setAria } from '../../view/aria.ts'
import { BuiltIn, innerElement, type TapPoint, type ViewContext } from '../../view/built-in.ts'

/** What a checkbox and a radio share: a box before the app's content, and a group above that hears of changes. */
export abstract class ChoiceElement extends BuiltIn {
  isChecked = false
  private readonly kind: 'checkbox' | 'radio'
  private readonly box: HTMLElement
  private initial = false

  constructor(element: HTMLElement, view: ViewContext, kind: 'checkbox' | 'radio') {
    super(element, view)
    this.kind = kind
    const wrapper = innerElement(`wx-${kind}-wrapper`, element)
    this.box = innerElement(`wx-${kind}-input`, wrapper)
    this.content = innerElement(`wx-${kind}-content`, wrapper)
    element.setAttribute('role', kind)
    element.tabIndex = 0
  }

  abstract toggle(): void

  override changed(name: string): void {
    if (name !== 'checked') return
    this.isChecked = this.flag('checked')
    this.initial = this.isChecked
  }

  override update(): void {
    const name = `wx-${this.kind}-input`
    this.box.classList.toggle(`${name}-checked`, this.isChecked)
    this.box.classList.toggle(`${name}-disabled`, this.flag('disabled'))
    this.box.style.color = this.text('color')
    if (this.kind === 'radio' && this.isChecked && !this.flag('disabled')) {
      this.box.style.backgroundColor = this.text('color')
      this.box.style.borderColor = this.text('color')
    } else {
      this.box.style.backgroundColor = this.text(this.isChecked ? 'activeBackgroundColor' : 'background-color')
      this.box.style.borderColor = ''
    }
    setAria(this.element, 'checked', String(this.isChecked))
    setAria(this.element, 'disabled', this.flag('disabled') ? 'true' : null)
    this.element.tabIndex = this.flag('disabled') ? -1 : 0
  }

  override tapped(_point: TapPoint): boolean {
    if (!this.flag('disabled')) this.toggle()
    return true
  }

  override resetField(): void {
    this.check(this.initial)
  }

  check(isChecked: boolean): void {
    if (this.isChecked === isChecked) return
    this.isChecked = isChecked
    this.properties['checked'] = isChecked
    this.update()
    this.view.changeModel(this.element, 'checked', isChecked)
  }
}

export const choiceStyle = (kind: 'checkbox' | 'radio', radius: string): string => `
wx-${kind}{display:inline-block;cursor:pointer;-webkit-tap-highlight-color:transparent}
.wx-${kind}-wrapper{display:inline-flex;align-items:center;vertical-align:middle}
.wx-${kind}-content{display:inline-block}
.wx-${kind}-input{box-sizing:border-box;flex:none;margin-right:5px;width:24px;height:24px;border:1px solid var(--w-box-line);border-radius:${radius};background-color:var(--w-box);color:var(--w-tick);position:relative}
.wx-${kind}-input-disabled{background-color:var(--w-track);color:#adadad}
.wx-${kind}-input-checked::before{content:"";position:absolute;left:50%;top:47%;width:6px;height:11px;border:solid currentColor;border-width:0 2px 2px 0;transform:translate(-50%,-50%) rotate(45deg)}
`
