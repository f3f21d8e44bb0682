/** `this.router` and `this.pageRouter`: `wx`'s navigation with paths relative to the component or its page. */
import { isFunction, isRecord } from '../values.ts'
import type { AppRouter } from './router.ts'

const functions = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack'] as const

export function pageRouterObject(
  wx: Record<string, unknown>,
  router: AppRouter,
  base: string,
): Record<string, unknown> {
  return Object.fromEntries(
    functions.map((name) => [
      name,
      (options: unknown) => {
        const call = wx[name]
        if (!isFunction(call)) return undefined
        const given = isRecord(options) ? { ...options } : {}
        if (typeof given['url'] === 'string') {
          const [, query] = given['url'].split('?', 2)
          const { route } = router.resolveFrom(given['url'], base)
          given['url'] = query === undefined ? `/${route}` : `/${route}?${query}`
        }
        return call.call(wx, given)
      },
    ]),
  )
}
