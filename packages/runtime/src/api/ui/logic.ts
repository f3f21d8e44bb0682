import { ApiError, type LogicArea } from '../../logic/context.ts'
import { isFunction, isRecord, textOf } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { eventFunctions } from '../core/logic/event-functions.ts'
import { hostFunction, withoutFunctions } from '../core/logic/host-function.ts'
import { createAnimation } from './logic/animation.ts'

const maxSheetItems = 6
const maxButtonLength = 4

/** Toast, loading, modal, action sheet, pull-down refresh, scrolling, animation, window. */
export const uiArea: LogicArea = (context) => ({
  showToast: hostFunction(context, 'showToast'),
  hideToast: hostFunction(context, 'hideToast'),
  showLoading: hostFunction(context, 'showLoading'),
  hideLoading: hostFunction(context, 'hideLoading'),
  showModal: asyncFunction('showModal', (options) => {
    for (const name of ['confirmText', 'cancelText'] as const) {
      const text = options[name]
      // WeChat counts characters, and allows more of them when they are Latin letters.
      if (typeof text === 'string' && text.replace(/[^\u0100-\uffff]/g, '').length > maxButtonLength) {
        throw new ApiError(`showModal:fail ${name} length should not larger than ${maxButtonLength} Chinese characters`)
      }
    }
    return context.call('showModal', asTexts(withoutFunctions(options)))
  }),
  showActionSheet: asyncFunction(
    'showActionSheet',
    (options) => {
      const { itemList } = options
      if (!Array.isArray(itemList) || itemList.length === 0) {
        throw new ApiError('showActionSheet:fail parameter error: itemList should have at least 1 item')
      }
      if (itemList.length > maxSheetItems) {
        throw new ApiError('showActionSheet:fail parameter error: itemList should not be large than 6')
      }
      return context.call('showActionSheet', { ...withoutFunctions(options), itemList: itemList.map(String) })
    },
    { itemList: 'Array' },
  ),
  startPullDownRefresh: asyncFunction('startPullDownRefresh', () =>
    context.pages.invoke(0, 'startPullDownRefresh', []),
  ),
  stopPullDownRefresh: asyncFunction('stopPullDownRefresh', () => context.pages.invoke(0, 'stopPullDownRefresh', [])),
  pageScrollTo: asyncFunction('pageScrollTo', (options) =>
    context.pages.invoke(0, 'pageScrollTo', [withoutFunctions(options)]),
  ),
  hideKeyboard: asyncFunction('hideKeyboard', () => context.pages.invoke(0, 'hideKeyboard', [])),
  setBackgroundColor: asyncFunction('setBackgroundColor', async (options) => {
    await context.call('setBackgroundColor', withoutFunctions(options))
    if (typeof options.backgroundColor === 'string') {
      await context.pages.invoke(0, 'setBackgroundColor', [options.backgroundColor])
    }
  }),
  setBackgroundTextStyle: asyncFunction('setBackgroundTextStyle', () => undefined, { textStyle: 'String' }),
  nextTick: (work: unknown) => {
    if (isFunction(work)) context.nextTick(() => void work())
  },
  createAnimation: (options: unknown) => createAnimation(isRecord(options) ? options : {}),
  getMenuButtonBoundingClientRect: () => ({ ...context.system.menuButton }),
  ...eventFunctions(context.appEvents, 'windowResize'),
})

/** Apps pass numbers where WeChat shows texts. */
function asTexts(options: Record<string, unknown>): Record<string, unknown> {
  const texts = { ...options }
  for (const name of ['title', 'content', 'confirmText', 'cancelText', 'placeholderText']) {
    const value = texts[name]
    if (value === undefined || value === null) delete texts[name]
    else if (typeof value !== 'string') texts[name] = textOf(value)
  }
  return texts
}
