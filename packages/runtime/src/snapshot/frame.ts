/** Draws what a page has sent to its frame with the view's own code, in a document without a screen. */
import './window.ts'
import type { FromView } from '../bridge/view-messages.ts'
import type { HostToView, ViewToHost } from '../bridge/frame-messages.ts'
import { View } from '../view/view.ts'
import type { Drawing } from './silent-app.ts'

/** More than a page without anything to wait for ever needs. */
const paintLimitMs = 2000

/** The root element and the style sheets stand in the document until the next call. */
export async function drawPage(route: string, drawing: Drawing, styles: readonly string[]): Promise<HTMLElement> {
  document.head.replaceChildren()
  document.body.replaceChildren()
  const host = new MessageChannel()
  const worker = new MessageChannel()
  const faults: string[] = []
  const painted = new Promise<void>((resolve) => {
    host.port1.onmessage = ({ data }: MessageEvent<ViewToHost>) => {
      if (data.type === 'fault') faults.push(data.message)
      if (data.type === 'painted') resolve()
    }
    setTimeout(resolve, paintLimitMs)
  })
  worker.port1.onmessage = ({ data }: MessageEvent<FromView>) => {
    if (data.type === 'fault') faults.push(data.message)
  }
  const view = new View(host.port2, {
    theme: 'light',
    locale: 'zh_CN',
    textScale: 1,
    reducedMotion: true,
    styleV2: true,
    safeArea: { top: 0, right: 0, bottom: 0, left: 0 },
  })
  const window = {
    enablePullDownRefresh: false,
    disableScroll: false,
    backgroundColor: '',
    backgroundTextStyle: 'dark',
  }
  const open: HostToView = { type: 'open', pageId: 1, route, styles, window }
  host.port1.postMessage(open, [worker.port2])
  for (const message of drawing) worker.port1.postMessage(message)
  await painted
  host.port1.close()
  worker.port1.close()
  if (faults[0] !== undefined) throw new Error(faults[0])
  return view.root
}
