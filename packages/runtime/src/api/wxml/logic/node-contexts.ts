/** What `.node()` gives of a scroll-view, a draggable sheet and a snapshot. */
import type { LogicArea, LogicContext } from '../../../logic/context.ts'
import type { NodeTarget } from '../../../logic/framework/node-makers.ts'
import { isFunction, isRecord } from '../../../logic/values.ts'

export const nodeContextsArea: LogicArea = (context) => {
  const makers: Readonly<Record<string, (target: NodeTarget) => unknown>> = {
    'scroll-view': scrollViewContext,
    'draggable-sheet': (target) => ({ scrollTo: sender(target, 'scrollTo') }),
    snapshot: (target) => snapshotNode(target, context),
  }
  for (const [tag, make] of Object.entries(makers)) context.nodeMakers.set(tag, { node: make, context: make })
  return {}
}

const scrollOptions = {
  scrollEnabled: true,
  bounces: true,
  showScrollbar: true,
  pagingEnabled: false,
  fastDeceleration: false,
  decelerationDisabled: false,
} as const

const scrollMethods = [
  'scrollTo',
  'scrollIntoView',
  'triggerRefresh',
  'closeRefresh',
  'triggerTwoLevel',
  'closeTwoLevel',
] as const

/** `ScrollViewContext`: its fields are switches of the list itself. */
function scrollViewContext(target: NodeTarget): Record<string, unknown> {
  const context: Record<string, unknown> = {}
  for (const [name, initial] of Object.entries(scrollOptions)) {
    let value: unknown = initial
    Object.defineProperty(context, name, {
      enumerable: true,
      get: () => value,
      set: (wanted: unknown) => {
        value = wanted
        void target.invoke('set', [name, wanted]).catch(() => undefined)
      },
    })
  }
  for (const method of scrollMethods) context[method] = sender(target, method)
  return context
}

/** These methods have no callbacks; a list that is gone does not mind. */
function sender(target: NodeTarget, method: string): (...args: unknown[]) => void {
  return (...args) => void target.invoke(method, args).catch(() => undefined)
}

function snapshotNode(target: NodeTarget, context: LogicContext): Record<string, unknown> {
  const take = async (options: Record<string, unknown>): Promise<Record<string, unknown>> => {
    const { type = 'file', format = 'png' } = options
    const drawn = await target.invoke('takeSnapshot', [{ format }])
    const { data, file } = isRecord(drawn) ? drawn : {}
    if (type === 'arraybuffer') return { data }
    const saved = await context.call('canvasToTempFilePath', { file })
    return { tempFilePath: isRecord(saved) ? saved['tempFilePath'] : '' }
  }
  return {
    takeSnapshot(options: unknown) {
      const given = isRecord(options) ? options : {}
      const end = (callback: unknown, result: Record<string, unknown>): void => {
        if (isFunction(callback)) callback(result)
        if (isFunction(given['complete'])) given['complete'](result)
      }
      take(given).then(
        (result) => end(given['success'], { ...result, errMsg: 'takeSnapshot:ok' }),
        (error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error)
          end(given['fail'], { errMsg: `takeSnapshot:fail ${reason}` })
        },
      )
    },
  }
}
