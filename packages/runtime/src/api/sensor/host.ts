import type { HostMethods } from '../../host/context.ts'
import { readText } from '../../host/params.ts'
import { accelerationOf, compassOf, motionOf, rotationOf, type SensorValue } from './host/readings.ts'
import { startSensor, stopSensor } from './host/watch.ts'

interface Sensor {
  readonly types: readonly string[]
  readonly event: string
  readonly read: (event: Event) => SensorValue
}

const intervalsMs: Readonly<Record<string, number>> = { game: 20, ui: 60, normal: 200 }

const sensors: Readonly<Record<string, Sensor>> = {
  Accelerometer: { types: ['devicemotion'], event: 'accelerometerChange', read: accelerationOf },
  Gyroscope: { types: ['devicemotion'], event: 'gyroscopeChange', read: rotationOf },
  Compass: { types: ['deviceorientationabsolute', 'deviceorientation'], event: 'compassChange', read: compassOf },
  DeviceMotionListening: { types: ['deviceorientation'], event: 'deviceMotionChange', read: motionOf },
}

/** `startAccelerometer`, `stopAccelerometer`, ...: of each sensor the same two. */
export const sensorHost: HostMethods = Object.fromEntries(
  Object.entries(sensors).flatMap(([name, { types, event, read }]): [string, HostMethods[string]][] => [
    [
      `start${name}`,
      ({ params }, host) =>
        startSensor(host, name, {
          types,
          read,
          intervalMs: intervalsMs[readText(params, 'interval')] ?? 200,
          tell: (value) => host.emit(event, value),
        }),
    ],
    [`stop${name}`, () => stopSensor(name)],
  ]),
)
