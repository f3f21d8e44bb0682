/** The host has the camera, because a frame's origin is opaque: it sends the pictures here one by one, the next when the last is drawn. */
import { BuiltIn, type BuiltInDefinition, innerElement, type ViewContext } from '../../view/built-in.ts'

const told = ['mode', 'resolution', 'device-position', 'flash', 'frame-size'] as const

class CameraElement extends BuiltIn {
  private readonly canvas = document.createElement('canvas')
  private readonly port: MessagePort

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    const stage = innerElement('wx-camera-stage', element)
    stage.append(this.canvas)
    this.content = innerElement('wx-camera-slot', element)
    element.setAttribute('role', 'img')
    if (!element.hasAttribute('aria-label'))
      element.setAttribute('aria-label', view.environment.locale === 'en' ? 'Camera' : '相机')
    const { port1, port2 } = new MessageChannel()
    this.port = port1
    port1.onmessage = ({ data }: MessageEvent<unknown>) => this.receive(data)
    view.ask('camera', {}, port2)
    document.addEventListener('banyan:hidden', this.visibility)
    document.addEventListener('banyan:shown', this.visibility)
  }

  override update(): void {
    const settings = Object.fromEntries(told.map((name) => [name, this.text(name)]))
    this.port.postMessage({ type: 'configure', settings })
    this.canvas.classList.toggle('wx-camera-mirror', this.text('device-position') === 'front')
  }

  override destroy(): void {
    document.removeEventListener('banyan:hidden', this.visibility)
    document.removeEventListener('banyan:shown', this.visibility)
    this.port.postMessage({ type: 'close' })
    this.port.close()
  }

  private readonly visibility = ({ type }: Event): void => {
    this.port.postMessage({ type: type === 'banyan:shown' ? 'resume' : 'pause' })
  }

  private receive(data: unknown): void {
    if (typeof data !== 'object' || data === null) return
    const message: Record<string, unknown> = { ...data }
    if (message['type'] === 'picture') this.draw(message['bitmap'])
    else if (message['type'] === 'event') this.emit(String(message['name']), message['detail'])
  }

  private draw(bitmap: unknown): void {
    if (!(bitmap instanceof ImageBitmap)) return
    const { canvas } = this
    if (canvas.width !== bitmap.width) canvas.width = bitmap.width
    if (canvas.height !== bitmap.height) canvas.height = bitmap.height
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
    bitmap.close()
    requestAnimationFrame(() => this.port.postMessage({ type: 'drawn' }))
  }
}

export const camera: BuiltInDefinition = {
  tag: 'camera',
  attributes: [...told],
  style: [
    'wx-camera{display:block;position:relative;width:100%;height:300px;overflow:hidden;background:#000}',
    '.wx-camera-stage,.wx-camera-slot{position:absolute;top:0;right:0;bottom:0;left:0}',
    '.wx-camera-stage>canvas{width:100%;height:100%;object-fit:cover;display:block}.wx-camera-mirror{transform:scaleX(-1)}',
    '.wx-camera-slot{pointer-events:none}.wx-camera-slot>*{pointer-events:auto}',
  ].join(''),
  create: (element, view) => new CameraElement(element, view),
}
