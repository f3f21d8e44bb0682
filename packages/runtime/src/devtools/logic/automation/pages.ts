/** What the automation client asks of the app's pages. */
import { isFunction, isRecord } from '../../../logic/values.ts'
import type { AppPage } from '../../../logic/app/page.ts'
import type { Answerers, Surroundings } from '../surroundings.ts'

export function openPageAsks({ app, pages }: Surroundings): Answerers {
  return {
    'App.getPageStack': () => ({ pageStack: pages.stack().map(describe) }),
    'App.getCurrentPage': () => describe(pages.find(undefined)),
    'Page.getData': ({ pageId, path }) => ({ data: valueAt(pages.find(pageId).element.data, path) }),
    'Page.setData'({ pageId, data }) {
      if (!isRecord(data)) throw new Error('data must be an object')
      pages.find(pageId).element.setData(data)
      return {}
    },
    async 'Page.callMethod'({ pageId, method, args }) {
      const { instance } = pages.find(pageId)
      return { result: await callOn(instance, method, args, 'page') }
    },
    async 'Page.getWindowProperties'({ pageId, names }) {
      const query = app.createSelectorQuery(pages.find(pageId).element)
      const scroll: unknown = await new Promise((resolve) => {
        query.selectViewport().scrollOffset(resolve).exec()
      })
      const given: Readonly<Record<string, unknown>> = isRecord(scroll) ? scroll : {}
      const properties = (Array.isArray(names) ? names : []).map((name) => given[String(name).split('.').at(-1) ?? ''])
      return { properties }
    },
  }
}

export async function callOn(instance: unknown, method: unknown, args: unknown, owner: string): Promise<unknown> {
  const called: unknown = isRecord(instance) ? instance[String(method)] : undefined
  if (!isFunction(called)) throw new Error(`${owner}.${String(method)} not exists`)
  return called.apply(instance, Array.isArray(args) ? args : [])
}

/** `list[0].name`, as in `setData`; without a path all of it. */
export function valueAt(data: unknown, path: unknown): unknown {
  if (typeof path !== 'string' || path === '') return data
  const keys = path.replaceAll(/\[(\w+)\]/g, '.$1').split('.')
  return keys.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    data,
  )
}

function describe({ id, route, query }: AppPage): Readonly<Record<string, unknown>> {
  return { pageId: id, path: route, query: { ...query } }
}
