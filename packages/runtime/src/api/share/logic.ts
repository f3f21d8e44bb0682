import type { LogicArea, LogicContext } from '../../logic/context.ts'
import { isFunction, isRecord, textOf } from '../../logic/values.ts'
import { hostFunction } from '../core/logic/host-function.ts'
import { answerQuestions } from '../core/logic/host-question.ts'

type Handler = (options: unknown) => unknown

/** WeChat waits so long for a `promise` before it takes what it has. */
const promiseMs = 3000

export const shareArea: LogicArea = (context) => {
  let copyListeners: Handler[] = []
  answerQuestions(context, 'share', ({ handler, from, node }) =>
    cardOf(
      context,
      textOf(handler),
      // Only a share has a button or a menu that it comes from.
      handler === 'onAddToFavorites'
        ? {}
        : { from, target: typeof node === 'number' ? context.pages.describeNode(node) : undefined },
    ),
  )
  answerQuestions(context, 'copyUrl', () => {
    const answer = copyListeners.reduce<unknown>((last, listener) => listener(undefined) ?? last, undefined)
    return isRecord(answer) && answer.query !== undefined ? { query: textOf(answer.query) } : undefined
  })
  return {
    showShareMenu: hostFunction(context, 'showShareMenu'),
    hideShareMenu: hostFunction(context, 'hideShareMenu'),
    updateShareMenu: hostFunction(context, 'updateShareMenu'),
    shareFileMessage: hostFunction(context, 'shareFileMessage', { filePath: 'String' }),
    shareVideoMessage: hostFunction(context, 'shareVideoMessage', { videoPath: 'String' }),
    showShareImageMenu: hostFunction(context, 'showShareImageMenu', { path: 'String' }),
    onCopyUrl(listener: unknown) {
      if (isFunction(listener)) copyListeners.push(listener)
    },
    offCopyUrl(listener?: unknown) {
      copyListeners = listener === undefined ? [] : copyListeners.filter((each) => each !== listener)
    },
  }
}

/** What `onShareAppMessage` and its like give; without such a function only that there is none. */
async function cardOf(context: LogicContext, handler: string, options: object): Promise<unknown> {
  const page = context.pages.current().at(-1)
  const method: unknown = page === undefined ? undefined : Reflect.get(page, handler)
  if (!isFunction(method)) return { hasHandler: false }
  const given: unknown = method.call(page, options)
  const card = isRecord(given) ? given : {}
  const later = card.promise === undefined ? {} : await firstOf(card.promise)
  const { title, path, imageUrl, query } = { ...card, ...later }
  return { hasHandler: true, ...texts({ title, path, imageUrl, query }) }
}

async function firstOf(promise: unknown): Promise<Record<string, unknown>> {
  const late = new Promise<undefined>((resolve) => {
    setTimeout(resolve, promiseMs)
  })
  const result = await Promise.race([Promise.resolve(promise).catch(() => undefined), late])
  return isRecord(result) ? result : {}
}

function texts(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(entries.map(([name, value]) => [name, textOf(value)]))
}
