/** Functions that a page gives to the mini-programs that it shows. */
import { embedFunctionName, maxEmbedFunctions } from '@banyan/contract/embed'

/** A schema of any library that keeps to the Standard Schema interface: zod, valibot, arktype, ... */
export interface Schema<Params = unknown> {
  readonly '~standard': {
    validate(value: unknown): SchemaResult<Params> | Promise<SchemaResult<Params>>
  }
}

type SchemaResult<Params> =
  | { readonly value: Params; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string }[] }

export interface HostFunctionCall {
  /** Which app calls; the platform's word, not the app's. */
  appId: string
}

type Handler<Params> = (params: Params, call: HostFunctionCall) => unknown

const functions = new Map<string, (params: unknown, call: HostFunctionCall) => Promise<unknown>>()

/**
 * Adds `wx.<name>` to apps that start from now on. What the handler returns, or its promise, is what `success` gets; it must be plain data.
 * An error that it throws becomes `errMsg`. A name that `wx` has already stays what it is.
 *
 * @example
 * registerApi('pickSeat', z.object({ row: z.number() }), async ({ row }) => ({ seat: await askSeat(row) }))
 */
export function registerApi<Params>(name: string, schema: Schema<Params>, handler: Handler<Params>): void {
  if (!embedFunctionName.test(name)) throw new TypeError(`"${name}" cannot be a member of wx`)
  if (functions.size >= maxEmbedFunctions) throw new RangeError(`more than ${maxEmbedFunctions} functions`)
  functions.set(name, async (given, call) => {
    const result = await schema['~standard'].validate(given)
    if (result.issues !== undefined) {
      throw new Error(`parameter error: ${result.issues.map(({ message }) => message).join('; ')}`)
    }
    return await handler(result.value, call)
  })
}

export function functionNames(): string[] {
  return [...functions.keys()]
}

/** Rejects with the reason without the function's name. */
export async function callFunction(name: string, params: unknown, call: HostFunctionCall): Promise<unknown> {
  const found = functions.get(name)
  if (found === undefined) throw new Error('not supported')
  return found(params, call)
}
