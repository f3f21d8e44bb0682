import { BuiltIn, type BuiltInDefinition, type ViewContext } from '../../view/built-in.ts'
import { ChoiceElement, choiceStyle } from './choice.ts'

class CheckboxElement extends ChoiceElement {
  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view, 'checkbox')
  }

  override toggle(): void {
    this.check(!this.isChecked)
    const group = this.element.closest('wx-checkbox-group')?.banyanState?.component
    if (group instanceof CheckboxGroupElement) group.report()
  }
}

class CheckboxGroupElement extends BuiltIn {
  report(): void {
    this.emit('change', { value: this.fieldValue() })
  }

  override update(): void {
    if (!this.element.hasAttribute('role')) this.element.setAttribute('role', 'group')
  }

  override fieldValue(): string[] {
    const values: string[] = []
    for (const element of this.element.querySelectorAll('wx-checkbox')) {
      const box = element.banyanState?.component
      if (box instanceof CheckboxElement && box.isChecked) values.push(box.text('value'))
    }
    return values
  }
}

export const checkbox: BuiltInDefinition = {
  tag: 'checkbox',
  attributes: ['value', 'color', 'name', 'background-color', 'activeBackgroundColor', 'disabled', 'checked'],
  style: choiceStyle('checkbox', '3px'),
  create: (element, view) => new CheckboxElement(element, view),
}

export const checkboxGroup: BuiltInDefinition = {
  tag: 'checkbox-group',
  attributes: ['name'],
  style: 'wx-checkbox-group{display:block}',
  create: (element, view) => new CheckboxGroupElement(element, view),
}
