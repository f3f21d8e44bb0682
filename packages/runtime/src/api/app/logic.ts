import type { LogicArea } from '../../logic/context.ts'
import { eventFunctions } from '../core/logic/event-functions.ts'

/** Events of the app as a whole, and the options it was opened with. */
export const appArea: LogicArea = (context) => ({
  ...eventFunctions(
    context.appEvents,
    'appShow',
    'appHide',
    'error',
    'unhandledRejection',
    'pageNotFound',
    'themeChange',
    'beforeAppRoute',
    'appRoute',
    'appRouteDone',
    'beforePageLoad',
    'afterPageLoad',
    'beforePageUnload',
    'afterPageUnload',
    // Nothing of these ever happens in a browser.
    'apiCategoryChange',
    'lazyLoadError',
    'audioInterruptionBegin',
    'audioInterruptionEnd',
  ),
  getLaunchOptionsSync: () => ({ ...context.launch, query: { ...context.launch.query } }),
  getEnterOptionsSync: () => {
    const options = context.enterOptions()
    return { ...options, query: { ...options.query } }
  },
  getApiCategory: () => context.launch.apiCategory,
})
