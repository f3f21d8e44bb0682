import type { LogicArea } from '../../logic/context.ts'
import { eventFunctions } from '../core/logic/event-functions.ts'
import { hostFunction } from '../core/logic/host-function.ts'

const events = ['accelerometerChange', 'compassChange', 'deviceMotionChange', 'gyroscopeChange'] as const

/** Movement and direction of the device. Listeners hear only between start and stop. */
export const sensorArea: LogicArea = (context) => {
  for (const name of events) context.onHostEvent(name, (value) => context.appEvents.emit(name, value))
  return {
    startAccelerometer: hostFunction(context, 'startAccelerometer', { interval: 'String?' }),
    stopAccelerometer: hostFunction(context, 'stopAccelerometer'),
    startCompass: hostFunction(context, 'startCompass'),
    stopCompass: hostFunction(context, 'stopCompass'),
    startDeviceMotionListening: hostFunction(context, 'startDeviceMotionListening', { interval: 'String?' }),
    stopDeviceMotionListening: hostFunction(context, 'stopDeviceMotionListening'),
    startGyroscope: hostFunction(context, 'startGyroscope', { interval: 'String?' }),
    stopGyroscope: hostFunction(context, 'stopGyroscope'),
    ...eventFunctions(context.appEvents, ...events),
  }
}
