import type { HostContext } from '../../../host/context.ts'
import { HostFailure } from '../../../host/host-failure.ts'
import { showActionSheet } from '../../../host/later/action-sheet.ts'
import type { SensorValue } from './readings.ts'

export interface Watch {
  types: readonly string[]
  intervalMs: number
  read(event: Event): SensorValue
  tell(value: SensorValue): void
}

const running = new Map<string, () => void>()
let permission: Promise<boolean> | undefined

/** Starting twice only changes the interval. */
export async function startSensor(host: HostContext, name: string, watch: Watch): Promise<void> {
  if (!('DeviceMotionEvent' in window)) throw new HostFailure('fail not supported')
  permission ??= askSystem(host)
  if (!(await permission)) {
    permission = undefined
    throw new HostFailure('fail auth deny', 103)
  }
  stopSensor(name)
  let last = -Infinity
  const listen = (event: Event) => {
    // A page in the background tells nothing, as in WeChat.
    if (event.timeStamp - last < watch.intervalMs || document.visibilityState === 'hidden') return
    const value = watch.read(event)
    if (value === undefined) return
    last = event.timeStamp
    watch.tell(value)
  }
  for (const type of watch.types) addEventListener(type, listen)
  running.set(name, () => {
    for (const type of watch.types) removeEventListener(type, listen)
  })
}

export function stopSensor(name: string): void {
  running.get(name)?.()
  running.delete(name)
}

/** iOS asks the user itself, and only in answer to a tap: where the browser wants one, it is taken here. */
async function askSystem(host: HostContext): Promise<boolean> {
  const ask: unknown = Reflect.get(DeviceMotionEvent, 'requestPermission')
  if (typeof ask !== 'function') return true
  const isGranted = async () => (await ask.call(DeviceMotionEvent)) === 'granted'
  try {
    return await isGranted()
  } catch {
    const title = host.boot.locale === 'en' ? 'Allow motion and orientation' : '允许使用动作与方向'
    if ((await showActionSheet(host.root, host.texts, { items: [title] })) === undefined) return false
    return isGranted().catch(() => false)
  }
}
