/** An app's logic without a host: pages are opened one after the other, and what they send to their frame is collected. */
import { laterLogicAreas } from '../api/logic-areas-later.ts'
import type { FromWorker, StartMessage, ToWorker } from '../bridge/host-messages.ts'
import type { ViewAhead, ViewFlush } from '../bridge/operations.ts'
import type { FromView, ToView } from '../bridge/view-messages.ts'
import { takeBrowserParts } from '../logic/browser-parts.ts'
import { startLogic } from '../logic/logic.ts'
import { createAppContext } from './app-context.ts'
import type { DrawRequest } from './request.ts'

/** Messages between two ends of Node's channels arrive within a few turns of its loop. */
const quietTurns = 4
const maxTurns = 60

export type Drawing = readonly (ViewFlush | ViewAhead)[]

export interface SilentApp {
  /** Rejects when the page cannot be made. */
  open(route: string): Promise<Drawing>
}

export async function startSilentApp({ config, packages }: DrawRequest): Promise<SilentApp> {
  const { port1: host, port2: worker } = new MessageChannel()
  const context = createAppContext()
  const faults: string[] = []
  let received = 0
  let stack: number[] = []
  let lastId = 0
  const send = (message: ToWorker, transfer: MessagePort[] = []): void => host.postMessage(message, transfer)

  host.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    received += 1
    if (data.type === 'appFault') faults.push(data.message)
    if (data.type === 'loadPackage') send({ type: 'packageFailed', root: data.root, errMsg: 'not in a snapshot' })
  }
  startLogic({
    host: worker,
    browser: takeBrowserParts({}),
    globals: context.globals,
    runLater: () => laterLogicAreas,
    runScript: async (source) => context.run(await source.text()),
  })
  send(startMessage(config))
  await quiet(() => received)
  context.silenceLife((path) => config.pages.includes(path))
  send({ type: 'later', source: new Blob([]) })
  for (const { root, script } of packages) send({ type: 'package', root, source: new Blob([script]) })
  await quiet(() => received)

  return {
    async open(route) {
      const { port1, port2 } = new MessageChannel()
      const drawing: (ViewFlush | ViewAhead)[] = []
      port1.onmessage = ({ data }: MessageEvent<ToView>) => {
        received += 1
        if (data.type !== 'flush' && data.type !== 'ahead') return
        drawing.push(data)
        if (data.type === 'flush' && data.wantsAck) {
          const answer: FromView = { type: 'rendered', sequence: data.sequence }
          port1.postMessage(answer)
        }
      }
      faults.length = 0
      const unload = stack
      lastId += 1
      stack = [lastId]
      const open = { pageId: lastId, route, query: {}, port: port2 }
      send({ type: 'transition', requestId: 0, openType: 'reLaunch', unload, open, stack }, [port2])
      await quiet(() => received)
      port1.close()
      if (faults[0] !== undefined) throw new Error(faults[0])
      return drawing
    },
  }
}

async function quiet(count: () => number): Promise<void> {
  let last = -1
  for (let still = 0, turns = 0; still < quietTurns && turns < maxTurns; turns += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    const now = count()
    still = now === last ? still + 1 : 0
    last = now
  }
}

/** A phone of no particular kind; what an app makes of it before its pages live should not show. */
function startMessage(config: StartMessage['config']): StartMessage {
  const size = { windowWidth: 390, windowHeight: 756, screenWidth: 390, screenHeight: 844 }
  const insets = { left: 0, top: 0, right: 390, bottom: 844, width: 390, height: 844 }
  return {
    type: 'start',
    config,
    launch: { path: config.entryPagePath, query: {}, scene: 1001, referrerInfo: {}, apiCategory: 'default' },
    system: {
      device: { brand: '', model: '', system: '', platform: 'web' },
      window: { pixelRatio: 3, ...size, statusBarHeight: 0, screenTop: 44, safeArea: insets },
      appBase: { SDKVersion: '3.8.0', version: '8.0.50', language: 'zh_CN', theme: 'light' },
      setting: {},
      authorize: {},
      menuButton: { width: 87, height: 32, top: 6, right: 383, bottom: 38, left: 296 },
      account: { appId: '', envVersion: 'release', version: '' },
    },
    storage: {},
    mirrorsConsole: false,
  }
}
