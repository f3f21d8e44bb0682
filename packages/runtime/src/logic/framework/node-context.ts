/** What `.context()` and `.node()` give: the methods of a built-in component, carried out in the view. */
import type { PageLink } from '../link/page-link.ts'
import { isFunction, isRecord } from '../values.ts'

const methods = [
  'play',
  'pause',
  'stop',
  'seek',
  'playbackRate',
  'sendDanmu',
  'requestFullScreen',
  'exitFullScreen',
  'showStatusBar',
  'hideStatusBar',
  'scrollTo',
  'scrollIntoView',
  'triggerRefresh',
  'closeRefresh',
  'getCenterLocation',
  'moveToLocation',
  'translateMarker',
  'includePoints',
  'getRegion',
  'getScale',
  'format',
  'insertText',
  'insertImage',
  'insertDivider',
  'setContents',
  'getContents',
  'clear',
  'undo',
  'redo',
  'blur',
  'getSelectionText',
  'removeFormat',
] as const

/** Calls any method of the node: for objects that `wx.create<Thing>Context` makes. Registered, because their code is another bundle. */
export const invokeNode = Symbol.for('banyan.invokeNode')

export function nodeContext(link: PageLink, node: number, measured: Record<string, unknown>): Record<string, unknown> {
  const context: Record<string, unknown> = isRecord(measured['node']) ? { ...measured['node'] } : {}
  Object.defineProperty(context, invokeNode, {
    value: (method: string, args: readonly unknown[]) => link.invoke(node, method, args),
  })
  for (const method of methods) {
    context[method] = (...args: unknown[]) => {
      const [options] = args
      const { success, fail, complete } = isRecord(options) ? options : {}
      const plain = args.map((arg) => (isRecord(arg) ? withoutFunctions(arg) : arg))
      const name = `${method}:`
      link.invoke(node, method, plain).then(
        (value) => {
          const result = { ...(isRecord(value) ? value : {}), errMsg: `${name}ok` }
          if (isFunction(success)) success(result)
          if (isFunction(complete)) complete(result)
        },
        (error: unknown) => {
          const result = { errMsg: `${name}fail ${error instanceof Error ? error.message : String(error)}` }
          if (isFunction(fail)) fail(result)
          if (isFunction(complete)) complete(result)
        },
      )
    }
  }
  return context
}

function withoutFunctions(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isFunction(value)))
}
