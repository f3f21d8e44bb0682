import type { LogicArea } from '../../logic/context.ts'
import { eventFunctions } from '../core/logic/event-functions.ts'
import { hostFunction } from '../core/logic/host-function.ts'

export const deviceArea: LogicArea = (context) => {
  const events = ['networkStatusChange', 'networkWeakChange'] as const
  for (const name of events) context.onHostEvent(name, (value) => context.appEvents.emit(name, value))
  return {
    setClipboardData: hostFunction(context, 'setClipboardData', { data: 'String' }),
    getClipboardData: hostFunction(context, 'getClipboardData'),
    vibrateShort: hostFunction(context, 'vibrateShort'),
    vibrateLong: hostFunction(context, 'vibrateLong'),
    makePhoneCall: hostFunction(context, 'makePhoneCall', { phoneNumber: 'String' }),
    getNetworkType: hostFunction(context, 'getNetworkType'),
    setKeepScreenOn: hostFunction(context, 'setKeepScreenOn', { keepScreenOn: 'Boolean' }),
    ...eventFunctions(context.appEvents, ...events),
  }
}
