import { HostFailure } from '../../../host/host-failure.ts'

interface Battery extends EventTarget {
  readonly level: number
  readonly charging: boolean
}

export interface BatteryInfo {
  level: number
  isCharging: boolean
  isLowPowerModeEnabled: boolean
}

let watched: Promise<Battery> | undefined

/** Level in percent; `onChange` hears of later changes, however often this is called. */
export async function readBattery(onChange: (info: BatteryInfo) => void): Promise<BatteryInfo> {
  watched ??= openBattery(onChange)
  return describe(await watched)
}

async function openBattery(onChange: (info: BatteryInfo) => void): Promise<Battery> {
  const open: unknown = Reflect.get(navigator, 'getBattery')
  if (typeof open !== 'function') throw new HostFailure('fail not supported')
  const battery: unknown = await open.call(navigator)
  if (!isBattery(battery)) throw new HostFailure('fail not supported')
  for (const name of ['levelchange', 'chargingchange']) {
    battery.addEventListener(name, () => onChange(describe(battery)))
  }
  return battery
}

function describe({ level, charging }: Battery): BatteryInfo {
  return { level: Math.round(level * 100), isCharging: charging, isLowPowerModeEnabled: false }
}

function isBattery(value: unknown): value is Battery {
  return value instanceof EventTarget && 'level' in value && 'charging' in value
}
