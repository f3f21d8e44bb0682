/** The sandboxed frames: one hidden frame that owns the worker, and one for each page. */
import { frameHtml, logicFrameId, logicFrameScript, logicReady } from './frame-html.ts'
import type { PrepareViewFrame, StartLogicFrame, ViewEnvironment } from '../bridge/frame-messages.ts'

export interface LogicFrame {
  port: MessagePort
  remove: () => void
}

declare global {
  interface Window {
    /** Resolves with the window of the logic frame that came with the page. */
    banyanLogicFrame?: Promise<unknown>
  }
}

export async function openLogicFrame(
  nonce: string,
  source: Promise<Blob>,
  onError: (message: string) => void,
): Promise<LogicFrame> {
  const { frame, ready } = takeEarlyFrame() ?? createLogicFrame(nonce)
  const [code] = await Promise.all([source, ready])
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

interface StartedFrame {
  frame: HTMLIFrameElement
  ready: Promise<void>
}

/** The frame in the page's own HTML: browsers start a process for it, and that has begun before this script came. Used once. */
function takeEarlyFrame(): StartedFrame | undefined {
  const frame = document.getElementById(logicFrameId)
  const announced = window.banyanLogicFrame
  if (!(frame instanceof HTMLIFrameElement) || announced === undefined) return undefined
  delete window.banyanLogicFrame
  return { frame, ready: announced.then(() => undefined) }
}

function createLogicFrame(nonce: string): StartedFrame {
  const frame = createFrame()
  frame.hidden = true
  frame.setAttribute('aria-hidden', 'true')
  const ready = new Promise<void>((resolve) => {
    addEventListener('message', function heard(event: MessageEvent<unknown>) {
      if (event.source !== frame.contentWindow || event.data !== logicReady) return
      removeEventListener('message', heard)
      resolve()
    })
  })
  frame.srcdoc = frameHtml(nonce, 'en', logicFrameScript)
  document.body.append(frame)
  return { frame, ready }
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
