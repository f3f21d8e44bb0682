/** Device, launch and person as the simulator chose them: written over what the browser says, on its way to app and frames. */
import { isRecord } from '../../host/worker-messages.ts'
import { viewEnvironment } from '../../host/environment.ts'
import type { WatchedApp } from './hook.ts'

declare global {
  interface Window {
    /** The simulator's settings, from the script that runs before everything else in a page under development. */
    banyanSimulator?: SimulatedPhone
  }
}

interface SimulatedPhone {
  scene?: number
  query?: Readonly<Record<string, string>>
  referrerInfo?: Readonly<Record<string, unknown>>
  /** 1 is WeChat's standard. */
  textScale?: number
  device?: Readonly<Record<string, unknown>>
  pixelRatio?: number
}

export function emulate({ host, link, pages }: WatchedApp): void {
  const phone = window.banyanSimulator ?? {}
  const { textScale = 1 } = phone

  const send = link.send.bind(link)
  link.send = (message, transfer) => {
    if (message.type === 'hostEvent' && message.name === 'metrics' && isRecord(message.value)) {
      const { pixelRatio = devicePixelRatio } = phone
      send({ ...message, value: { ...message.value, pixelRatio } }, transfer)
      return
    }
    if (message.type === 'transition' && message.openType === 'appLaunch' && message.open !== undefined) {
      const { open } = message
      send({ ...message, open: { ...open, query: { ...open.query, ...phone.query } } }, transfer)
      return
    }
    if (message.type !== 'start') {
      send(message, transfer)
      return
    }
    const { launch, system } = message
    send(
      {
        ...message,
        launch: {
          ...launch,
          query: { ...launch.query, ...phone.query },
          scene: phone.scene ?? launch.scene,
          referrerInfo: phone.referrerInfo ?? launch.referrerInfo,
        },
        system: {
          ...system,
          device: { ...system.device, ...phone.device },
          window: { ...system.window, pixelRatio: phone.pixelRatio ?? devicePixelRatio },
          appBase: { ...system.appBase, fontSizeSetting: 16 * textScale, fontSizeScaleFactor: textScale },
        },
      },
      transfer,
    )
  }

  if (textScale === 1) return
  const apply = pages.apply.bind(pages)
  pages.apply = (change, before) => {
    const port = apply(change, before)
    const environment = { ...viewEnvironment(host.boot, host.config), textScale }
    const view = change.open === undefined ? undefined : pages.get(change.open.id)
    view?.send({ type: 'environment', environment })
    return port
  }
}
