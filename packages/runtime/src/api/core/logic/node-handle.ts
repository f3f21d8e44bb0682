/** Calls methods of one built-in component from the worker, by its id: `wx.createVideoContext('film')`. */
import { invokeNode } from '../../../logic/framework/node-context.ts'
import type { LogicContext } from '../../../logic/context.ts'
import { isFunction, isRecord } from '../../../logic/values.ts'

export type NodeHandle = (method: string, ...args: readonly unknown[]) => Promise<unknown>

/** The node is looked for at each call, in the component, or in the page that was on top when the handle was made. */
export function nodeHandle(context: LogicContext, id: string, component: unknown): NodeHandle {
  const made = context.pages.createSelectorQuery()
  const query = component === undefined ? made : callMethod(made, 'in', component)
  return (method, ...args) =>
    new Promise((resolve, reject) => {
      const reference = callMethod(query, 'select', `#${id}`)
      callMethod(reference, 'context', (found: unknown) => {
        const invoke: unknown =
          isRecord(found) && isRecord(found.context) ? Reflect.get(found.context, invokeNode) : undefined
        if (isFunction(invoke)) resolve(invoke(method, args))
        else reject(new Error(`#${id} not found`))
      })
      callMethod(query, 'exec')
    })
}

function callMethod(target: unknown, name: string, ...args: readonly unknown[]): unknown {
  const method: unknown = Reflect.get(Object(target), name)
  return isFunction(method) ? method.call(target, ...args) : undefined
}
