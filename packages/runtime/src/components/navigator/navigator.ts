import { BuiltIn, type BuiltInDefinition, type TapPoint } from '../../view/built-in.ts'

class NavigatorElement extends BuiltIn {
  override update(): void {
    if (!this.element.hasAttribute('role')) this.element.setAttribute('role', 'link')
    if (!this.element.hasAttribute('tabindex')) this.element.tabIndex = 0
  }

  /** The host decides. Only ways to other mini-programs have an outcome that is told. */
  override tapped(_point: TapPoint): boolean {
    const params = {
      url: this.text('url'),
      openType: this.text('open-type', 'navigate'),
      delta: this.number('delta', 1),
      appId: this.text('app-id'),
      path: this.text('path'),
      extraData: this.properties['extra-data'],
      version: this.text('version', 'release'),
      shortLink: this.text('short-link'),
    }
    if (this.text('target') !== 'miniProgram') {
      this.view.ask('navigate', params)
      return true
    }
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<{ name: string; detail: unknown }>) => this.emit(data.name, data.detail)
    this.view.ask('navigateApp', params, port2)
    return true
  }
}

export const navigator: BuiltInDefinition = {
  tag: 'navigator',
  attributes: ['target', 'url', 'open-type', 'delta', 'app-id', 'path', 'extra-data', 'version', 'short-link'],
  style: 'wx-navigator{display:block;cursor:pointer}.navigator-hover{background-color:rgba(0,0,0,.1);opacity:.7}',
  create: (element, view) => new NavigatorElement(element, view),
  hover: { className: 'navigator-hover', startTimeMs: 50, stayTimeMs: 600 },
}
