/** One connection, as `wx.connectSocket` returns it. */
import { ApiError, isApiError, type LogicContext } from '../../../logic/context.ts'
import { isRecord } from '../../../logic/values.ts'
import { asyncFunction, type Options } from '../../core/logic/async-function.ts'
import { TaskEvents } from '../../core/logic/event-functions.ts'
import { kindOf, readNumber, readText } from '../../core/logic/rules.ts'

export const states = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 } as const

const normalClosure = 1000
const maxReasonBytes = 123

export interface Socket {
  readonly task: Record<string, unknown>
  isOver(): boolean
  send(name: string, data: unknown): void
  close(name: string, options: Options): void
}

export function openSocket(
  context: LogicContext,
  options: Options,
  onEvent: (event: string, value: unknown) => void,
): Socket {
  const events = new TaskEvents()
  let readyState: number = states.CONNECTING
  const tell = (event: string, value: unknown) => {
    events.emit(event, value)
    onEvent(event, value)
  }
  const params = {
    url: readText(options, 'url') ?? '',
    protocols: options.protocols ?? [],
    timeout: readNumber(options, 'timeout') ?? context.config.networkTimeout.connectSocket ?? 60_000,
  }
  const call = context.open('connectSocket', params, (event, value) => {
    if (event === 'open') readyState = states.OPEN
    if (event === 'close') readyState = states.CLOSED
    tell(event, value)
  })
  call.done.catch((error: unknown) => {
    readyState = states.CLOSED
    const { errMsg, errno } = isApiError(error) ? error : new ApiError('connectSocket:fail')
    tell('error', { errMsg, ...(errno === undefined ? {} : { errno }) })
    tell('close', { code: 1006, reason: 'abnormal closure' })
  })

  const socket = {
    isOver: () => readyState === states.CLOSED,
    send(name: string, data: unknown) {
      if (typeof data !== 'string' && !(data instanceof ArrayBuffer))
        throw new ApiError(
          `${name}:fail parameter error: parameter.data should be String instead of ${kindOf(data)};`,
          1001,
        )
      if (readyState !== states.OPEN) throw new ApiError(`${name}:fail SocketTask.readyState is not OPEN`)
      call.signal('send', data)
    },
    close(name: string, { code, reason }: Options) {
      const number = code === undefined ? normalClosure : code
      if (typeof number !== 'number' || (number !== normalClosure && !(number >= 3000 && number <= 4999)))
        throw new ApiError(`${name}:fail invalid code, the code must be either 1000, or between 3000 and 4999`)
      if (typeof reason === 'string' && new TextEncoder().encode(reason).length > maxReasonBytes)
        throw new ApiError(`${name}:fail reason must be no longer than 123 bytes`)
      if (readyState >= states.CLOSING) throw new ApiError(`${name}:fail SocketTask.readyState is not CONNECTED`)
      readyState = states.CLOSING
      call.signal('close', { code: number, reason })
    },
  }
  const task = {
    ...states,
    get readyState() {
      return readyState
    },
    send: quietly(asyncFunction('sendSocketMessage', ({ data }) => socket.send('sendSocketMessage', data), {})),
    close: quietly(asyncFunction('closeSocket', (given) => socket.close('closeSocket', given), {})),
    onOpen: (listener: unknown) => events.on('open', listener),
    onMessage: (listener: unknown) => events.on('message', listener),
    onError: (listener: unknown) => events.on('error', listener),
    onClose: (listener: unknown) => events.on('close', listener),
  }
  return { ...socket, task }
}

/** WeChat's tasks return no promise, so nobody catches one. */
function quietly(run: (options?: unknown) => Promise<unknown> | undefined): (options?: unknown) => unknown {
  return (options) => {
    const promise = run(isRecord(options) ? options : {})
    promise?.catch(() => undefined)
    return promise
  }
}
