import { ApiError, type LogicArea } from '../../logic/context.ts'
import { isRecord } from '../../logic/values.ts'
import { asyncFunction, settle, type Options } from '../core/logic/async-function.ts'
import { TaskEvents } from '../core/logic/event-functions.ts'
import { describeViolation, readText } from '../core/logic/rules.ts'
import { openSocket, states, type Socket } from './logic/socket-task.ts'

/** WeChat's limit of connections at the same time. */
const maxSockets = 5

/** `wx.connectSocket` and the older global functions, which speak for the socket opened last. */
export const socketArea: LogicArea = (context) => {
  const globalEvents = new TaskEvents()
  const open = new Set<Socket>()
  let current: Socket | undefined

  const check = (options: Options) => {
    const violation = describeViolation(options, { url: 'String', protocols: 'Array?', timeout: 'Number?' })
    if (violation !== undefined) throw new ApiError(`connectSocket:fail parameter error: ${violation}`, 1001)
    const url = readText(options, 'url') ?? ''
    if (!/^wss?:\/\/[^/]/i.test(url)) throw new ApiError(`connectSocket:fail invalid url "${url}"`, 600009)
    for (const socket of open) if (socket.isOver()) open.delete(socket)
    if (open.size >= maxSockets) throw new ApiError('connectSocket:fail exceed max task count', 600000)
  }

  return {
    connectSocket(given: unknown) {
      const options: Options = isRecord(given) ? given : {}
      try {
        check(options)
      } catch (error) {
        settle('connectSocket', options, Promise.reject(error))?.catch(() => undefined)
        return closedTask()
      }
      const socket = openSocket(context, options, (event, value) => {
        if (event === 'close') open.delete(socket)
        if (current === socket) globalEvents.emit(event, value)
      })
      open.add(socket)
      current = socket
      void settle('connectSocket', options, Promise.resolve({ socketTaskId: open.size }))
      return socket.task
    },
    sendSocketMessage: asyncFunction(
      'sendSocketMessage',
      ({ data }) => {
        if (current === undefined) throw new ApiError('sendSocketMessage:fail WebSocket is not connected')
        current.send('sendSocketMessage', data)
      },
      {},
    ),
    closeSocket: asyncFunction(
      'closeSocket',
      (options) => {
        if (current === undefined) throw new ApiError('closeSocket:fail WebSocket is not connected')
        current.close('closeSocket', options)
      },
      {},
    ),
    onSocketOpen: (listener: unknown) => globalEvents.on('open', listener),
    onSocketMessage: (listener: unknown) => globalEvents.on('message', listener),
    onSocketError: (listener: unknown) => globalEvents.on('error', listener),
    onSocketClose: (listener: unknown) => globalEvents.on('close', listener),
  }
}

/** What a refused call returns: apps put listeners on it before they hear of the refusal. */
function closedTask(): object {
  const fail = (name: string) => (options: unknown) => {
    void settle(
      name,
      isRecord(options) ? options : {},
      Promise.reject(new ApiError(`${name}:fail task not exist`)),
    )?.catch(() => undefined)
  }
  const listen = () => undefined
  return {
    ...states,
    readyState: states.CLOSED,
    send: fail('sendSocketMessage'),
    close: fail('closeSocket'),
    ...{ onOpen: listen, onMessage: listen, onError: listen, onClose: listen },
  }
}
