import { HostFailure, type HostMethod, type HostMethods } from '../../host/context.ts'
import { readText, readTexts } from '../../host/params.ts'
import { isRecord } from '../../host/worker-messages.ts'

const normalClosure = 1000

/** A socket lives as long as its call: it answers when the socket has closed. */
const connectSocket: HostMethod = (call) =>
  new Promise<void>((resolve, reject) => {
    const url = readText(call.params, 'url')
    if (!/^wss:\/\//i.test(url)) {
      reject(new HostFailure('fail invalid url', 600009))
      return
    }
    const socket = new WebSocket(url, readTexts(call.params, 'protocols'))
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => call.emit('open', { header: {} }))
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => call.emit('message', { data }))
    socket.addEventListener('error', () => call.emit('error', { errMsg: 'connectSocket:fail' }))
    socket.addEventListener('close', ({ code, reason }) => {
      call.emit('close', { code, reason })
      resolve()
    })
    call.onSignal((signal, value) => {
      if (signal === 'send' && socket.readyState === WebSocket.OPEN) {
        if (typeof value === 'string' || value instanceof ArrayBuffer) socket.send(value)
      }
      if (signal === 'close') {
        const { code, reason } = isRecord(value) ? value : {}
        socket.close(typeof code === 'number' ? code : normalClosure, typeof reason === 'string' ? reason : '')
      }
    })
  })

export const socketHost: HostMethods = { connectSocket }
