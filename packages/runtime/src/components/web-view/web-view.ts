/** A web page over the whole content of this one. The host shows it beside this frame, which may hold no other; it decides about the address. */
import { BuiltIn, type BuiltInDefinition, type ViewContext } from '../../view/built-in.ts'

class WebViewElement extends BuiltIn {
  private readonly port: MessagePort
  private shown = ''

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    const { port1, port2 } = new MessageChannel()
    this.port = port1
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'object' || data === null) return
      const message: Record<string, unknown> = { ...data }
      if (message['type'] === 'event') this.emit(String(message['name']), message['detail'])
      // The event is on its way to the app before the page may go.
      if (message['wantsAnswer'] === true) port1.postMessage({ type: 'delivered' })
    }
    view.ask('webView', {}, port2)
  }

  override update(): void {
    const source = this.text('src')
    if (source === this.shown) return
    this.shown = source
    this.port.postMessage({ type: 'open', src: source })
  }

  override destroy(): void {
    this.port.postMessage({ type: 'close' })
    this.port.close()
  }
}

export const webView: BuiltInDefinition = {
  tag: 'web-view',
  attributes: ['src'],
  style: 'wx-web-view{display:block;position:fixed;top:0;right:0;bottom:0;left:0;pointer-events:none}',
  create: (element, view) => new WebViewElement(element, view),
}
