/** Members of `wx` that the page around the app has brought. They come first in the list of areas: none of them hides one of our own. */
import { ApiError, isApiError, type LogicArea, type LogicContext } from '../../logic/context.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { withoutFunctions } from '../core/logic/host-function.ts'

export const embedArea: LogicArea = (context) => {
  const names: unknown = context.embedderFunctions
  if (!Array.isArray(names)) return {}
  const members = names.map((each: unknown) => {
    const name = String(each)
    const call = asyncFunction(name, (options) => askEmbedder(context, name, withoutFunctions(options)), {})
    return [name, call] as const
  })
  return Object.fromEntries(members)
}

async function askEmbedder(context: LogicContext, name: string, params: unknown): Promise<unknown> {
  try {
    return await context.call('callEmbedder', { name, params })
  } catch (error) {
    // The app has called a function of this name, not the one that carries all of them.
    throw isApiError(error) ? new ApiError(error.errMsg.replace(/^callEmbedder:/, `${name}:`)) : error
  }
}
