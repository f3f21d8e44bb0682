/** The sandboxed frames: one hidden frame that owns the worker, and one for each page. */
import { firstFrameId, frameScriptEnd, frameScriptMark, logicFrameId, logicReady } from './frame-names.ts'
import type { PrepareViewFrame, StartLogicFrame, ViewEnvironment } from '../bridge/frame-messages.ts'

export interface LogicFrame {
  port: MessagePort
  remove: () => void
}

declare global {
  interface Window {
    /** The port of the worker that the page's first script starts; undefined when its code could not be loaded. */
    banyanLogicPort?: Promise<MessagePort | undefined>
    /** Whether the view's script runs in the frame that came with the page. */
    banyanFirstView?: Promise<boolean>
  }
}

/** `source` is asked for only when the page itself has not started the worker. */
export async function openLogicFrame(
  source: () => Promise<Blob>,
  onError: (message: string) => void,
): Promise<LogicFrame> {
  frameModel()
  const early = document.getElementById(logicFrameId)
  const earlyPort = window.banyanLogicPort
  delete window.banyanLogicPort
  if (early instanceof HTMLIFrameElement && earlyPort !== undefined) {
    reportWorkerErrors(early, onError)
    const port = await earlyPort
    if (port !== undefined) return { port, remove: () => early.remove() }
    early.remove()
  }
  return startLogicFrame(await source(), onError)
}

async function startLogicFrame(source: Blob, onError: (message: string) => void): Promise<LogicFrame> {
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
  frame.srcdoc = frameModel()
  document.body.append(frame)
  reportWorkerErrors(frame, onError)
  await ready
  const { port1, port2 } = new MessageChannel()
  const message: StartLogicFrame = { type: 'banyan:logic', source }
  // The frame's origin is opaque, so no other target can be named; the frame is ours and its policy keeps it where it is.
  frame.contentWindow?.postMessage(message, '*', [port2])
  return { port: port1, remove: () => frame.remove() }
}

function reportWorkerErrors(frame: HTMLIFrameElement, onError: (message: string) => void): void {
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || typeof data !== 'object' || data === null) return
    if ('type' in data && data.type === 'banyan:workerError') {
      onError('message' in data && typeof data.message === 'string' ? data.message : '')
    }
  })
}

export interface ViewFrame {
  element: HTMLIFrameElement
  /** Messages may be sent at once; the frame reads them when it has started. */
  port: MessagePort
}

export interface FrameOptions {
  lang: string
  source: string
  environment: ViewEnvironment
}

export function openViewFrame(parent: HTMLElement, options: FrameOptions): ViewFrame {
  const element = createFrame()
  const { port1, port2 } = new MessageChannel()
  const message: PrepareViewFrame = { type: 'banyan:view', environment: options.environment }
  void whenLoaded(element).then(() => element.contentWindow?.postMessage(message, '*', [port2]))
  element.srcdoc = viewFrameHtml(options)
  parent.append(element)
  return { element, port: port1 }
}

/** The frame of the first page as it stands in the page's HTML, once; undefined when the HTML had none. */
export function takeFirstFrame(options: FrameOptions): ViewFrame | undefined {
  const element = document.getElementById(firstFrameId)
  const isReady = window.banyanFirstView
  if (!(element instanceof HTMLIFrameElement) || isReady === undefined) return undefined
  delete window.banyanFirstView
  const { port1, port2 } = new MessageChannel()
  const message: PrepareViewFrame = { type: 'banyan:view', environment: options.environment }
  void isReady.then(async (runs) => {
    // Its download failed while the page began; the host's own try did not.
    if (!runs) {
      element.srcdoc = viewFrameHtml(options)
      await whenLoaded(element)
    }
    element.contentWindow?.postMessage(message, '*', [port2])
  })
  return { element, port: port1 }
}

let model: string | undefined

/** The logic frame as it came with the page: the HTML of all frames, whose policy and rules are written only once. */
function frameModel(): string {
  if (model !== undefined) return model
  const early = document.getElementById(logicFrameId)
  if (!(early instanceof HTMLIFrameElement)) throw new Error('the page has no logic frame')
  model = early.srcdoc
  return model
}

function viewFrameHtml({ lang, source }: FrameOptions): string {
  const [start = ''] = frameModel().split(frameScriptMark, 1)
  return `${start.replace('lang="en"', `lang="${lang}"`)}${source}${frameScriptEnd}`
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
