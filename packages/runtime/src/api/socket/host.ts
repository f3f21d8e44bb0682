import type { HostMethod, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { readNumber, readText, readTexts } from '../../host/params.ts'
import { isRecord } from '../../host/worker-messages.ts'
import { isAllowedSocket } from './host/allowed-socket.ts'

const normalClosure = 1000
const abnormalClosure = 1006
/** An error is the end of a socket, but some browsers are slow to say so. */
const closeAfterErrorMs = 1000

/** A socket lives as long as its call: it answers when the socket has closed. */
const connectSocket: HostMethod = (call, host) =>
  new Promise<void>((resolve, reject) => {
    const url = readText(call.params, 'url')
    if (!isAllowedSocket(host.boot.socketOrigins, url)) {
      reject(new HostFailure('fail url not in domain list', 600002))
      return
    }
    const socket = connect(url, readTexts(call.params, 'protocols'))
    if (socket === undefined) {
      reject(new HostFailure(`fail invalid url "${url}"`, 600009))
      return
    }
    const timer = setTimeout(
      () => {
        reject(new HostFailure('fail timeout', 5))
        socket.close()
      },
      readNumber(call.params, 'timeout', 60_000),
    )
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => {
      clearTimeout(timer)
      const header = socket.protocol === '' ? {} : { 'Sec-WebSocket-Protocol': socket.protocol }
      call.emit('open', { header, profile: {} })
    })
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => call.emit('message', { data }))
    let isClosed = false
    const closed = (code: number, reason: string) => {
      if (isClosed) return
      isClosed = true
      clearTimeout(timer)
      call.emit('close', { code, reason })
      resolve()
    }
    socket.addEventListener('error', () => {
      call.emit('error', { errMsg: 'connectSocket:fail', errno: 600001 })
      setTimeout(() => closed(abnormalClosure, ''), closeAfterErrorMs)
    })
    socket.addEventListener('close', ({ code, reason }) => closed(code, reason))
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

/** Undefined for what the browser would refuse with an exception: a page with TLS opens none without, some words are no protocols. */
function connect(url: string, protocols: readonly string[]): WebSocket | undefined {
  try {
    return new WebSocket(url, [...protocols])
  } catch {
    return undefined
  }
}
