import { BuiltIn, type BuiltInDefinition } from '../../view/built-in.ts'

/** Collects the values of the built-in fields below; those of custom components with `wx://form-field` are added by the worker. */
export class FormElement extends BuiltIn {
  submit(button: HTMLElement): void {
    const value: Record<string, unknown> = {}
    for (const field of this.fields()) {
      const name = field.text('name')
      const own = field.fieldValue()
      if (name !== '' && own !== undefined) value[name] = own
    }
    const detail = {
      value,
      target: { id: button.id, node: button.banyanId, offsetLeft: button.offsetLeft, offsetTop: button.offsetTop },
    }
    this.emit('submit', this.flag('report-submit') ? { ...detail, formId: '' } : detail)
  }

  reset(): void {
    for (const field of this.fields()) field.resetField()
    this.emit('reset', { target: { id: this.element.id } })
  }

  override update(): void {
    if (!this.element.hasAttribute('role') && this.element.hasAttribute('aria-label'))
      this.element.setAttribute('role', 'form')
  }

  private *fields(): Generator<BuiltIn> {
    for (const element of this.element.querySelectorAll('*')) {
      const component = element.banyanState?.component
      if (component !== undefined) yield component
    }
  }
}

export const form: BuiltInDefinition = {
  tag: 'form',
  attributes: ['report-submit'],
  style: 'wx-form{display:block}',
  create: (element, view) => new FormElement(element, view),
}
