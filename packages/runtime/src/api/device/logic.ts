import type { LogicArea } from '../../logic/context.ts'
import { eventFunctions } from '../core/logic/event-functions.ts'
import { hostFunction } from '../core/logic/host-function.ts'

export const deviceArea: LogicArea = (context) => {
  context.onHostEvent('networkStatusChange', (value) => context.appEvents.emit('networkStatusChange', value))
  return {
    setClipboardData: hostFunction(context, 'setClipboardData', { data: 'String' }),
    getClipboardData: hostFunction(context, 'getClipboardData'),
    vibrateShort: hostFunction(context, 'vibrateShort'),
    vibrateLong: hostFunction(context, 'vibrateLong'),
    makePhoneCall: hostFunction(context, 'makePhoneCall', { phoneNumber: 'String' }),
    getNetworkType: hostFunction(context, 'getNetworkType'),
    setKeepScreenOn: hostFunction(context, 'setKeepScreenOn', { keepScreenOn: 'Boolean' }),
    ...eventFunctions(context.appEvents, 'networkStatusChange'),
  }
}
