/** Radio of phones that a web page cannot use: every function answers with the numbers by which apps recognise that. */
import { ApiError, type LogicArea } from '../../logic/context.ts'
import { asyncFunction } from '../core/logic/async-function.ts'

interface Radio {
  /** The first function to be called, with errCode and text; those that need it answer as if it had not been called. */
  opens: string
  missing: readonly [errCode: number, text: string]
  others: string
  early: readonly [errCode: number, text: string]
}

const radios: readonly Radio[] = [
  {
    opens: 'openBluetoothAdapter',
    missing: [10001, 'not available'],
    others: `closeBLEConnection closeBluetoothAdapter createBLEConnection getBLEDeviceCharacteristics getBLEDeviceRSSI
      getBLEDeviceServices getBLEMTU getBluetoothAdapterState getBluetoothDevices getConnectedBluetoothDevices isBluetoothDevicePaired
      makeBluetoothPair notifyBLECharacteristicValueChange readBLECharacteristicValue setBLEMTU startBluetoothDevicesDiscovery
      stopBluetoothDevicesDiscovery writeBLECharacteristicValue`,
    early: [10000, 'not init'],
  },
  {
    opens: 'startBeaconDiscovery',
    missing: [11000, 'unsupport'],
    others: 'getBeacons stopBeaconDiscovery',
    early: [11003, 'not start'],
  },
  {
    opens: 'startWifi',
    missing: [12001, 'not support'],
    others: 'connectWifi getConnectedWifi getWifiList setWifiList stopWifi',
    early: [12000, 'not init'],
  },
  {
    opens: 'getHCEState startHCE',
    missing: [13000, 'device not support NFC'],
    others: 'sendHCEMessage stopHCE',
    early: [13010, 'not start HCE'],
  },
]

export const bluetoothArea: LogicArea = () => {
  const members: Record<string, unknown> = {}
  const add = (names: string, [errCode, text]: readonly [number, string]) => {
    for (const name of names.split(/\s+/)) members[name] = failing(name, errCode, text)
  }
  for (const { opens, missing, others, early } of radios) {
    add(opens, missing)
    add(others, early)
  }
  return members
}

/** Nobody must have to catch the refusal of what merely is not there. */
function failing(name: string, errCode: number, text: string): (options?: unknown) => unknown {
  const fail = asyncFunction(
    name,
    () => {
      throw new ApiError(`${name}:fail ${text}`, undefined, errCode)
    },
    {},
  )
  return (options) => {
    const promise = fail(options)
    promise?.catch(() => undefined)
    return promise
  }
}
