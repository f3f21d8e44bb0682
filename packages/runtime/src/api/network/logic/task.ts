/** A transfer under way, as `wx.request`, `wx.uploadFile` and `wx.downloadFile` return it. */
import { ApiError, type LogicContext, type OpenCall } from '../../../logic/context.ts'
import { settle, type Options } from '../../core/logic/async-function.ts'
import { TaskEvents } from '../../core/logic/event-functions.ts'

/** WeChat's limit of transfers at the same time, of each kind; more wait for their turn. */
const maxConcurrent = 10

export class TransferQueue {
  #running = 0
  readonly #waiting: (() => void)[] = []

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= maxConcurrent) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#running += 1
    try {
      return await work()
    } finally {
      this.#running -= 1
      this.#waiting.shift()?.()
    }
  }
}

export interface TransferOptions {
  name: string
  options: Options
  queue: TransferQueue
  /** Parameters for the host; throws `ApiError` when the app's are wrong. */
  prepare: () => Record<string, unknown>
  finish: (answer: unknown) => unknown
  events: readonly string[]
}

/**
 * The task object; without callbacks it is a promise as well, as WeChat's promisified functions are.
 */
export function startTransfer(context: LogicContext, transfer: TransferOptions): object {
  const { name, options, queue, prepare, finish } = transfer
  const events = new TaskEvents()
  let call: OpenCall | undefined
  let isAborted = false
  const done = queue.run(async () => {
    if (isAborted) throw new ApiError(`${name}:fail abort`, 600003)
    call = context.open(name, prepare(), (event, value) => events.emit(event, value))
    return finish(await call.done)
  })
  const promise = settle(name, options, done)
  const task = {
    abort() {
      isAborted = true
      call?.signal('abort')
    },
    ...events.methods(...transfer.events),
  }
  return promise === undefined ? task : Object.assign(promise, task)
}
