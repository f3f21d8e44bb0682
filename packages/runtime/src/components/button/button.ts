import { setAria } from '../../view/aria.ts'
import { BuiltIn, type BuiltInDefinition, type TapPoint } from '../../view/built-in.ts'
import { FormElement } from '../form/form.ts'
import { buttonStyle } from './style.ts'

const types = new Set(['primary', 'default', 'warn'])
const openAttributes = [
  'open-type',
  'lang',
  'session-from',
  'send-message-title',
  'send-message-path',
  'send-message-img',
  'app-parameter',
  'show-message-card',
  'phone-number-no-quota-toast',
  'entry-path',
  'business-id',
  'group-id',
  'guild-id',
  'public-id',
  'need-show-entrance',
]

class ButtonElement extends BuiltIn {
  override update(): void {
    const { element } = this
    const type = this.text('type')
    if (types.has(type)) element.setAttribute('type', type)
    else element.removeAttribute('type')
    element.setAttribute('size', this.text('size') === 'mini' ? 'mini' : 'default')
    for (const name of ['plain', 'disabled', 'loading']) element.toggleAttribute(name, this.flag(name))
    if (!element.hasAttribute('role')) element.setAttribute('role', 'button')
    element.tabIndex = this.flag('disabled') ? -1 : 0
    setAria(element, 'disabled', this.flag('disabled') ? 'true' : null)
    setAria(element, 'busy', this.flag('loading') ? 'true' : null)
  }

  override tapped(_point: TapPoint): boolean {
    if (this.flag('disabled')) return true
    const form = this.element.closest('wx-form')?.banyanState?.component
    const formType = this.text('form-type')
    if (form instanceof FormElement) {
      if (formType === 'submit') form.submit(this.element)
      if (formType === 'reset') form.reset()
    }
    const openType = this.text('open-type')
    if (openType !== '') this.view.ask('openType', { node: this.element.banyanId, openType, ...this.openParameters() })
    return formType !== '' || openType !== ''
  }

  private openParameters(): Record<string, unknown> {
    return Object.fromEntries(
      openAttributes.filter((name) => name in this.properties).map((name) => [name, this.properties[name]]),
    )
  }
}

export const button: BuiltInDefinition = {
  tag: 'button',
  attributes: ['size', 'type', 'plain', 'disabled', 'loading', 'form-type', ...openAttributes],
  style: buttonStyle,
  create: (element, view) => new ButtonElement(element, view),
  hover: { className: 'button-hover', startTimeMs: 20, stayTimeMs: 70 },
}
