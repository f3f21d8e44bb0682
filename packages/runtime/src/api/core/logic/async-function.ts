/** The form that all asynchronous functions of `wx` share: callbacks or a promise, `errMsg`, `errno`. */
import { ApiError, isApiError } from '../../../logic/context.ts'
import { isFunction, isRecord } from '../../../logic/values.ts'
import { type Rules, describeViolation } from './rules.ts'

export type Options = Readonly<Record<string, unknown>>

let ruleBook: (name: string) => Rules = () => ({})

/** Where the functions that state no rules of their own find them. The first script has no such table: it would cost every launch. */
export function validateBy(book: (name: string) => Rules): void {
  ruleBook = book
}

/**
 * `work` gets the options; what it resolves with is the success result without `errMsg`. With a callback among the options nothing is
 * returned, without one a promise is, as in WeChat.
 */
export function asyncFunction(
  name: string,
  work: (options: Options) => unknown,
  rules?: Rules,
): (options?: unknown) => Promise<unknown> | undefined {
  return (given) => {
    const options: Options = isRecord(given) ? given : {}
    return settle(name, options, run(name, options, { work, rules: rules ?? ruleBook(name) }))
  }
}

/** Tells the callbacks, or returns a promise when there are none. */
export function settle(name: string, options: Options, done: Promise<unknown>): Promise<unknown> | undefined {
  const result = done.then((value) => ({ ...(isRecord(value) ? value : {}), errMsg: `${name}:ok` }))
  const { success, fail, complete } = options
  if (!isFunction(success) && !isFunction(fail) && !isFunction(complete)) {
    // Apps read `errMsg` of a plain object, as WeChat rejects with.
    return result.catch((error: unknown) => Promise.reject(describeError(name, error)))
  }
  void result.then(
    (value) => tell([success, complete], value),
    (error: unknown) => tell([fail, complete], describeError(name, error)),
  )
  return undefined
}

async function run(
  name: string,
  options: Options,
  { work, rules }: { work: (options: Options) => unknown; rules: Rules },
): Promise<unknown> {
  const violation = describeViolation(options, rules)
  if (violation !== undefined) throw new ApiError(`${name}:fail parameter error: ${violation}`, 1001)
  return await work(options)
}

/** An exception in one callback is the app's own and must not keep the next from running. */
function tell(callbacks: readonly unknown[], value: unknown): void {
  for (const callback of callbacks) {
    if (!isFunction(callback)) continue
    try {
      callback(value)
    } catch (error) {
      setTimeout(() => {
        throw error
      })
    }
  }
}

export interface FailResult {
  errMsg: string
  errno?: number
  errCode?: number
}

export function describeError(name: string, error: unknown): FailResult {
  if (isApiError(error)) {
    const { errMsg, errno, errCode } = error
    return { errMsg, ...(errno === undefined ? {} : { errno }), ...(errCode === undefined ? {} : { errCode }) }
  }
  return { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` }
}
