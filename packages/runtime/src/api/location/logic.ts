import { ApiError, type LogicArea } from '../../logic/context.ts'
import { asyncFunction, type Options } from '../core/logic/async-function.ts'
import { eventFunctions } from '../core/logic/event-functions.ts'
import { withoutFunctions } from '../core/logic/host-function.ts'

const events = ['locationChange', 'locationChangeError'] as const
const rules = { type: 'String?' } as const

export const locationArea: LogicArea = (context) => {
  for (const name of events) context.onHostEvent(name, (value) => context.appEvents.emit(name, value))
  const ask = (name: string) =>
    asyncFunction(
      name,
      (options) => {
        checkType(name, options)
        return context.call(name, withoutFunctions(options))
      },
      rules,
    )
  return {
    getLocation: ask('getLocation'),
    getFuzzyLocation: ask('getFuzzyLocation'),
    startLocationUpdate: ask('startLocationUpdate'),
    startLocationUpdateBackground: ask('startLocationUpdateBackground'),
    stopLocationUpdate: ask('stopLocationUpdate'),
    ...eventFunctions(context.appEvents, ...events),
  }
}

function checkType(name: string, { type }: Options): void {
  if (type !== undefined && type !== '' && type !== 'wgs84' && type !== 'gcj02')
    throw new ApiError(`${name}:fail type should be wgs84 or gcj02`)
}
