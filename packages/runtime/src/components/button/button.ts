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
    if (openType !== '') this.open(openType)
    return formType !== '' || openType !== ''
  }

  /** What comes of it is an event of the button: `getphonenumber`, `opensetting`, ... */
  private open(openType: string): void {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'object' || data === null || !('name' in data) || !('detail' in data)) return
      this.view.emit(this.element, String(data.name), data.detail)
    }
    const { banyanId: node, id: buttonId } = this.element
    this.view.ask('openType', { node, buttonId, openType, ...this.openParameters() }, port2)
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
