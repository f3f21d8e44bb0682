import { ApiError, type LogicArea } from '../../logic/context.ts'
import { isRecord } from '../../logic/values.ts'
import { asyncFunction, settle, type Options } from '../core/logic/async-function.ts'
import { TaskEvents } from '../core/logic/event-functions.ts'
import { readText } from '../core/logic/rules.ts'

const states = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 } as const

/** `wx.connectSocket` and the older global functions, which speak for the socket opened last. */
export const socketArea: LogicArea = (context) => {
  const globalEvents = new TaskEvents()
  let current: ReturnType<typeof open> | undefined

  const open = (options: Options) => {
    const events = new TaskEvents()
    let readyState: number = states.CONNECTING
    const call = context.open(
      'connectSocket',
      { url: readText(options, 'url') ?? '', protocols: options.protocols ?? [] },
      (event, value) => {
        if (event === 'open') readyState = states.OPEN
        if (event === 'close') readyState = states.CLOSED
        events.emit(event, value)
        if (current?.task === task) globalEvents.emit(`socket${event.charAt(0).toUpperCase()}${event.slice(1)}`, value)
      },
    )
    call.done.catch((error: unknown) => {
      readyState = states.CLOSED
      events.emit('error', { errMsg: error instanceof ApiError ? error.errMsg : 'connectSocket:fail' })
    })
    const send = (name: string, message: unknown) => {
      if (readyState !== states.OPEN) throw new ApiError(`${name}:fail SocketTask.readyState is not OPEN`)
      call.signal('send', message)
    }
    const task = {
      ...states,
      get readyState() {
        return readyState
      },
      send: asyncFunction('SocketTask.send', ({ data }) => send('SocketTask.send', data)),
      close: asyncFunction('SocketTask.close', ({ code, reason }) => {
        readyState = states.CLOSING
        call.signal('close', { code, reason })
      }),
      onOpen: (listener: unknown) => events.on('open', listener),
      onMessage: (listener: unknown) => events.on('message', listener),
      onError: (listener: unknown) => events.on('error', listener),
      onClose: (listener: unknown) => events.on('close', listener),
    }
    return { task, send }
  }

  return {
    connectSocket(given: unknown) {
      const options: Options = isRecord(given) ? given : {}
      current = open(options)
      void settle('connectSocket', options, Promise.resolve({}))
      return current.task
    },
    sendSocketMessage: asyncFunction('sendSocketMessage', ({ data }) => {
      if (current === undefined) throw new ApiError('sendSocketMessage:fail WebSocket is not connected')
      current.send('sendSocketMessage', data)
    }),
    closeSocket: asyncFunction('closeSocket', (options) => {
      if (current === undefined) throw new ApiError('closeSocket:fail WebSocket is not connected')
      void current.task.close({ code: options.code, reason: options.reason })
    }),
    onSocketOpen: (listener: unknown) => globalEvents.on('socketOpen', listener),
    onSocketMessage: (listener: unknown) => globalEvents.on('socketMessage', listener),
    onSocketError: (listener: unknown) => globalEvents.on('socketError', listener),
    onSocketClose: (listener: unknown) => globalEvents.on('socketClose', listener),
  }
}
