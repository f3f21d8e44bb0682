import { BuiltIn, type BuiltInDefinition, type ViewContext } from '../../view/built-in.ts'
import { ChoiceElement, choiceStyle } from '../checkbox/choice.ts'

class RadioElement extends ChoiceElement {
  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view, 'radio')
    element.addEventListener('keydown', (event) => this.moveByKeys(event))
  }

  override changed(name: string): void {
    super.changed(name)
    if (name === 'checked' && this.isChecked) this.uncheckOthers()
  }

  override toggle(): void {
    if (this.isChecked) return
    this.check(true)
    this.uncheckOthers()
    this.group()?.report(this.text('value'))
  }

  private group(): RadioGroupElement | undefined {
    const group = this.element.closest('wx-radio-group')?.banyanState?.component
    return group instanceof RadioGroupElement ? group : undefined
  }

  private uncheckOthers(): void {
    for (const radio of this.group()?.radios() ?? []) if (radio !== this) radio.check(false)
  }

  private moveByKeys(event: KeyboardEvent): void {
    const step = keySteps[event.key]
    const radios =
      this.group()
        ?.radios()
        .filter((radio) => !radio.flag('disabled')) ?? []
    if (step === undefined || radios.length < 2) return
    event.preventDefault()
    const next = radios[(radios.indexOf(this) + step + radios.length) % radios.length]
    next?.element.focus()
    next?.toggle()
  }
}

const keySteps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

class RadioGroupElement extends BuiltIn {
  report(value: string): void {
    this.emit('change', { value })
  }

  override update(): void {
    if (!this.element.hasAttribute('role')) this.element.setAttribute('role', 'radiogroup')
  }

  radios(): RadioElement[] {
    return Array.from(this.element.querySelectorAll('wx-radio'), (element) => element.banyanState?.component).filter(
      (component) => component instanceof RadioElement,
    )
  }

  override fieldValue(): string {
    return (
      this.radios()
        .find((radio) => radio.isChecked)
        ?.text('value') ?? ''
    )
  }
}

export const radio: BuiltInDefinition = {
  tag: 'radio',
  attributes: ['value', 'color', 'name', 'checked', 'disabled'],
  style: `${choiceStyle('radio', '50%')}.wx-radio-input-checked{background-color:#09bb07;border-color:#09bb07}[data-style=v2] .wx-radio-input-checked{background-color:var(--w-green);border-color:var(--w-green)}.wx-radio-input-checked::before{border-color:#fff}.wx-radio-input-disabled.wx-radio-input-checked{background-color:var(--w-track);border-color:var(--w-box-line)}.wx-radio-input-disabled::before{border-color:#adadad}`,
  create: (element, view) => new RadioElement(element, view),
}

export const radioGroup: BuiltInDefinition = {
  tag: 'radio-group',
  attributes: ['name'],
  style: 'wx-radio-group{display:block}',
  create: (element, view) => new RadioGroupElement(element, view),
}
