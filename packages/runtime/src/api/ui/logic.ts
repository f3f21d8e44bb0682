import { ApiError, type LogicArea, type LogicContext } from '../../logic/context.ts'
import { isFunction, textOf } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { eventFunctions } from '../core/logic/event-functions.ts'
import { hostFunction, withoutFunctions } from '../core/logic/host-function.ts'
import { kindOf, readNumber } from '../core/logic/rules.ts'

const maxSheetItems = 6
const maxButtonWidth = 10
const capsuleRightPx = 7
const modalRules = {
  title: 'String?',
  content: 'String?',
  confirmText: 'String?',
  cancelText: 'String?',
  confirmColor: 'String?',
  cancelColor: 'String?',
} as const

/** Toast, loading, modal, action sheet, pull-down refresh, scrolling, animation, window. */
export const uiArea: LogicArea = (context) => {
  let screenWidth: number | undefined
  context.onHostEvent('metrics', (value) => {
    screenWidth = readNumber(value, 'screenWidth') ?? screenWidth
  })
  return {
    showToast: hostFunction(context, 'showToast', { title: 'String?' }),
    hideToast: hostFunction(context, 'hideToast'),
    showLoading: hostFunction(context, 'showLoading', { title: 'String?' }),
    hideLoading: hostFunction(context, 'hideLoading'),
    showModal: asyncFunction(
      'showModal',
      (options) => {
        for (const name of ['confirmText', 'cancelText'] as const) {
          if (widthOf(textOf(options[name] ?? '')) > maxButtonWidth) {
            throw new ApiError(`showModal:fail ${name} length should not larger than 4 Chinese characters`)
          }
        }
        return context.call('showModal', withoutFunctions(options))
      },
      modalRules,
    ),
    showActionSheet: asyncFunction(
      'showActionSheet',
      (options) => {
        const itemList: readonly unknown[] = Array.isArray(options.itemList) ? options.itemList : []
        const fault = findSheetFault(itemList)
        if (fault !== undefined) throw new ApiError(`showActionSheet:fail parameter error: ${fault}`, 1001)
        return context.call('showActionSheet', withoutFunctions(options))
      },
      { itemList: 'Array' },
    ),
    enableAlertBeforeUnload: hostFunction(context, 'enableAlertBeforeUnload', { message: 'String' }),
    disableAlertBeforeUnload: hostFunction(context, 'disableAlertBeforeUnload'),
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
    setBackgroundTextStyle: asyncFunction(
      'setBackgroundTextStyle',
      async ({ textStyle }) => {
        if (textStyle !== 'dark' && textStyle !== 'light') {
          throw new ApiError(`setBackgroundTextStyle:fail invalid textStyle "${textOf(textStyle)}"`)
        }
        await context.pages.invoke(0, 'setBackgroundTextStyle', [textStyle])
      },
      { textStyle: 'String' },
    ),
    nextTick: (work: unknown) => {
      if (isFunction(work)) context.nextTick(() => void work())
    },
    getMenuButtonBoundingClientRect: () => menuButtonRect(context, screenWidth),
    ...eventFunctions(context.appEvents, 'windowResize'),
  }
}

/** A button takes four Chinese characters or ten letters. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, char) => width + (char > '\u00ff' ? 2.5 : 1), 0)
}

function findSheetFault(items: readonly unknown[]): string | undefined {
  if (items.length === 0) return 'parameter.itemList should have at least 1 item;'
  if (items.length > maxSheetItems) return 'parameter.itemList should not be large than 6;'
  const at = items.findIndex((item) => typeof item !== 'string')
  return at < 0 ? undefined : `parameter.itemList[${at}] should be String instead of ${kindOf(items[at])};`
}

/** The capsule keeps its distance to the right edge. */
function menuButtonRect({ system }: LogicContext, screenWidth: number | undefined): object {
  const { menuButton } = system
  if (screenWidth === undefined) return { ...menuButton }
  const right = screenWidth - capsuleRightPx
  return { ...menuButton, right, left: right - menuButton.width }
}
