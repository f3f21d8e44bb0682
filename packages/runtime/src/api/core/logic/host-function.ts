import type { LogicContext } from '../../../logic/context.ts'
import { isFunction } from '../../../logic/values.ts'
import { asyncFunction, type Options } from './async-function.ts'
import type { Rules } from './rules.ts'

/** A function that the host carries out with the options as they are. */
export function hostFunction(
  context: LogicContext,
  name: string,
  rules?: Rules,
): (options?: unknown) => Promise<unknown> | undefined {
  return asyncFunction(name, (options) => context.call(name, withoutFunctions(options)), rules)
}

/** Callbacks cannot cross the bridge. */
export function withoutFunctions(options: Options): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => !isFunction(value)))
}
