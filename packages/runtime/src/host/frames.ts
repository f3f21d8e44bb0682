/** The sandboxed frames: one hidden frame that owns the worker, and one for each page. */
import type { PrepareViewFrame, StartLogicFrame, ViewEnvironment } from '../bridge/frame-messages.ts'

/** Everything an app could send data out with is closed. A worker started in a frame inherits its policy. */
function framePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' blob:`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data: blob:',
    'media-src data: blob:',
    "connect-src 'none'",
    "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
}

function frameHtml(nonce: string, lang: string, script: string): string {
  const policy = framePolicy(nonce).replaceAll('"', '&quot;')
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width,initial-scale=1"></head><body><script nonce="${nonce}">${script}</script></body></html>`
}

/** Runs in the logic frame: takes one message of the host, starts the worker and hands it the port. */
const logicFrameScript = `addEventListener('message',function once(e){var d=e.data
if(e.source!==parent||!d||d.type!=='banyan:logic')return
removeEventListener('message',once)
var w=new Worker(URL.createObjectURL(d.source))
w.onerror=function(x){parent.postMessage({type:'banyan:workerError',message:String(x.message||'')},'*')}
w.postMessage({type:'banyan:port'},[e.ports[0]])})`

export interface LogicFrame {
  port: MessagePort
  remove: () => void
}

export async function openLogicFrame(
  nonce: string,
  source: Promise<Blob>,
  onError: (message: string) => void,
): Promise<LogicFrame> {
  const frame = createFrame()
  frame.hidden = true
  frame.title = ''
  frame.setAttribute('aria-hidden', 'true')
  const loaded = whenLoaded(frame)
  frame.srcdoc = frameHtml(nonce, 'en', logicFrameScript)
  document.body.append(frame)
  const [code] = await Promise.all([source, loaded])
  const target = frame.contentWindow
  if (target === null) throw new Error('the logic frame was removed')
  addEventListener('message', (event: MessageEvent<unknown>) => {
    const { data } = event
    if (event.source !== target || typeof data !== 'object' || data === null) return
    if ('type' in data && data.type === 'banyan:workerError') {
      onError('message' in data && typeof data.message === 'string' ? data.message : '')
    }
  })
  const { port1, port2 } = new MessageChannel()
  const message: StartLogicFrame = { type: 'banyan:logic', source: code }
  // The frame's origin is opaque, so no other target can be named; the frame is ours and its policy keeps it where it is.
  target.postMessage(message, '*', [port2])
  return { port: port1, remove: () => frame.remove() }
}

export interface ViewFrame {
  element: HTMLIFrameElement
  /** Messages may be sent at once; the frame reads them when it has started. */
  port: MessagePort
}

export function openViewFrame(
  parent: HTMLElement,
  options: { nonce: string; lang: string; source: string; environment: ViewEnvironment },
): ViewFrame {
  const element = createFrame()
  const { port1, port2 } = new MessageChannel()
  const message: PrepareViewFrame = { type: 'banyan:view', environment: options.environment }
  void whenLoaded(element).then(() => element.contentWindow?.postMessage(message, '*', [port2]))
  element.srcdoc = frameHtml(options.nonce, options.lang, options.source)
  parent.append(element)
  return { element, port: port1 }
}

function createFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.setAttribute('allow', 'autoplay; fullscreen')
  frame.setAttribute('referrerpolicy', 'no-referrer')
  return frame
}

function whenLoaded(frame: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true })
  })
}
