/** `wx.createWorker`: a worker of the app's own below the one that the app runs in, with the same policy and as little of the browser. */
import { userRoot } from '../../bridge/local-paths.ts'
import { folderOf } from '../../logic/modules/paths.ts'
import type { LogicArea, LogicContext } from '../../logic/context.ts'
import type { FromNested, ToNested } from '../../logic/nested/messages.ts'
import { isFunction, isRecord, textOf } from '../../logic/values.ts'

declare const banyanNestedWorker: string

export const workerArea: LogicArea = (context) => {
  let running: (() => void) | undefined
  return {
    createWorker(scriptPath: unknown) {
      // WeChat allows one at a time.
      if (running !== undefined) throw new Error('createWorker:fail there is a worker already, terminate it first')
      const path = textOf(scriptPath).replace(/^\/+/, '').replace(/\.js$/, '')
      const { object, end } = openWorker(context, path, () => (running = undefined))
      running = end
      return object
    },
  }
}

function openWorker(context: LogicContext, path: string, onEnd: () => void): { object: object; end: () => void } {
  const listeners: Record<'message' | 'error', ((value: unknown) => void)[]> = { message: [], error: [] }
  const source = context.packageSource(path)
  const { startWorker } = context.browser
  if (startWorker === undefined || source === undefined) throw new Error('createWorker:fail not supported')
  const worker = startWorker(banyanNestedWorker)
  const send = (message: ToNested) => worker.postMessage(message)
  const fail = (error: Error) => {
    console.error(error)
    for (const listener of listeners.error) listener({ message: error.message, stack: error.stack })
  }
  worker.onmessage = ({ data }: MessageEvent<FromNested>) => {
    if (data.type === 'message') for (const listener of listeners.message) listener(received(data.value))
    else fail(Object.assign(new Error(data.message), { stack: data.stack }))
  }
  worker.onerror = ({ message }) => fail(new Error(message))
  send({ type: 'start', source, path, folder: context.config.workers ?? folderOf(path), userDataPath: userRoot })
  const end = () => {
    worker.terminate()
    onEnd()
  }
  return {
    end,
    object: {
      env: { USER_DATA_PATH: userRoot },
      postMessage: (message: unknown) => send({ type: 'message', value: message }),
      onMessage: (listener: unknown) => void (isFunction(listener) && listeners.message.push(listener)),
      onError: (listener: unknown) => void (isFunction(listener) && listeners.error.push(listener)),
      // A browser keeps its workers: nobody is ever told of one that was killed.
      onProcessKilled: () => undefined,
      terminate: end,
    },
  }
}

/** Listeners are given what was sent; WeChat's typings call it the field `message` of that. */
function received(value: unknown): unknown {
  if (isRecord(value) && Object.isExtensible(value) && !('message' in value)) {
    Object.defineProperty(value, 'message', { value, enumerable: false, configurable: true, writable: true })
  }
  return value
}
