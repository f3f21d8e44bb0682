/** AppData: what pages and components hold, and changes of it from outside. */
import { isFunction, isRecord } from '../../logic/values.ts'
import type { Answerers, Surroundings } from './surroundings.ts'
import { describe } from './pages.ts'
import { componentOf } from './tree.ts'

export function openDataAsks({ app, pages }: Surroundings): Answerers {
  return {
    pages: () => ({ pages: pages.stack().map(describe), kept: pages.all().map(describe) }),
    states: () => pages.states(),
    data: ({ page, node }) => componentOf(pages.find(page), node).data,
    setData({ page, node, data }) {
      if (!isRecord(data)) throw new Error('data is no object')
      componentOf(pages.find(page), node).setData(data)
      return null
    },
    callMethod({ page, node, method, args }) {
      const instance: unknown = componentOf(pages.find(page), node).getMethodCaller()
      const called = isRecord(instance) ? instance[String(method)] : undefined
      if (!isFunction(called)) throw new Error(`there is no method ${String(method)}`)
      return called.apply(instance, Array.isArray(args) ? args : [])
    },
    callWx({ name, args }) {
      const called = app.wx[String(name)]
      if (!isFunction(called)) throw new Error(`wx.${String(name)} is not a function`)
      return called.apply(app.wx, Array.isArray(args) ? args : [])
    },
  }
}
