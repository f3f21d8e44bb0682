import { ApiError, type LogicArea } from '../../logic/context.ts'
import { isRecord } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { eventFunctions } from '../core/logic/event-functions.ts'
import { hostFunction } from '../core/logic/host-function.ts'

const calendarRules = { title: 'String', startTime: 'Number' } as const

/** What phones have besides sensors: battery, brightness, contacts, calendar, messages. */
export const phoneArea: LogicArea = (context) => {
  let battery: Record<string, unknown> = { level: 100, isCharging: false, isLowPowerModeEnabled: false }
  let isWatched = false
  context.onHostEvent('batteryInfoChange', (value) => {
    if (isRecord(value)) battery = { ...battery, ...value }
    context.appEvents.emit('batteryInfoChange', { ...battery })
  })
  const readBattery = async () => {
    const answer = await context.call('getBatteryInfo', {})
    if (isRecord(answer)) battery = { ...battery, ...answer }
    isWatched = true
    return { ...battery }
  }
  const batteryEvents = eventFunctions(context.appEvents, 'batteryInfoChange')
  return {
    ...batteryEvents,
    onBatteryInfoChange(listener: unknown) {
      const { onBatteryInfoChange: listen } = batteryEvents
      if (typeof listen === 'function') listen(listener)
      if (!isWatched) readBattery().catch(() => undefined)
    },
    getBatteryInfo: asyncFunction('getBatteryInfo', readBattery),
    /** What was last heard; the first call asks, so that the next ones know. */
    getBatteryInfoSync() {
      if (!isWatched) readBattery().catch(() => undefined)
      return { ...battery }
    },
    getScreenBrightness: hostFunction(context, 'getScreenBrightness'),
    setScreenBrightness: asyncFunction(
      'setScreenBrightness',
      ({ value }) => {
        if (typeof value === 'number' && value !== -1 && !(value >= 0 && value <= 1))
          throw new ApiError('setScreenBrightness:fail value should be between 0 and 1')
        return context.call('setScreenBrightness', { value })
      },
      { value: 'Number' },
    ),
    addPhoneContact: hostFunction(context, 'addPhoneContact', { firstName: 'String' }),
    chooseContact: hostFunction(context, 'chooseContact'),
    addPhoneCalendar: hostFunction(context, 'addPhoneCalendar', calendarRules),
    addPhoneRepeatCalendar: hostFunction(context, 'addPhoneRepeatCalendar', calendarRules),
    sendSms: hostFunction(context, 'sendSms', { phoneNumber: 'String?', content: 'String?' }),
    getScreenRecordingState: asyncFunction('getScreenRecordingState', () => ({ state: 'off' })),
    checkIsOpenAccessibility: asyncFunction('checkIsOpenAccessibility', () => ({ open: false })),
    /** Browsers tell nobody about screenshots, recordings and memory; the pairs are there so that apps can name them. */
    ...eventFunctions(
      context.appEvents,
      'memoryWarning',
      'userCaptureScreen',
      'screenRecordingStateChanged',
      'generatePoster',
    ),
  }
}
