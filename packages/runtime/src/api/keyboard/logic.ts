import { ApiError, type LogicArea } from '../../logic/context.ts'
import { isRecord } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { eventFunctions } from '../core/logic/event-functions.ts'

const events = ['keyboardHeightChange', 'keyDown', 'keyUp'] as const

export const keyboardArea: LogicArea = (context) => {
  for (const name of events) context.onHostEvent(name, (value) => context.appEvents.emit(name, value))
  return {
    hideKeyboard: asyncFunction('hideKeyboard', async () => {
      const isHidden = await context.pages.invoke(0, 'hideKeyboard', [])
      if (isHidden === false) throw new ApiError('hideKeyboard:fail input is not focused')
    }),
    getSelectedTextRange: asyncFunction('getSelectedTextRange', async () => {
      const range = await context.pages.invoke(0, 'getSelectedTextRange', [])
      if (!isRecord(range)) throw new ApiError('getSelectedTextRange:fail no focused input')
      return { start: range.start, end: range.end }
    }),
    ...eventFunctions(context.appEvents, ...events),
  }
}
