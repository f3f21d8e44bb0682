/** The port to the worker. It is the app instance's identity, so nothing that arrives may name an app; everything is checked. */
import type { FromWorker, ToWorker } from '../bridge/host-messages.ts'
import { isRecord, parseFromWorker } from './worker-messages.ts'

export interface WorkerLink {
  send(message: ToWorker, transfer?: Transferable[]): void
  close(): void
}

export interface WorkerLinkOptions {
  onMessage(message: FromWorker): void
  /** The worker has not answered for a while, or answers again. */
  onHang(isHanging: boolean): void
}

/** A page that scrolls and animates stays far below; an endless loop of calls does not. */
const maxMessagesPerSecond = 2000
/** Answering a flood would hold the page up as much as serving it: beyond this not even a refusal is sent. */
const maxRefusals = 500
const turnMs = 1000
/** Whoever looks at a page that has stopped is asked within five seconds. */
const silentTurnsOnceOpen = 3
/** Before it shows a page an app reads all its code, which takes a slow phone its time. */
const silentTurnsAtStart = 10
/** When the host's own timer comes so late, the whole machine is busy and silence says nothing about the app. */
const tolerableLatenessMs = 500

function isPong(data: unknown): boolean {
  return isRecord(data) && data.type === 'pong'
}

export function openWorkerLink(port: MessagePort, options: WorkerLinkOptions): WorkerLink {
  let count = 0
  let pingId = 0
  let isArmed = false
  let isHanging = false
  let isWaiting = false
  let silentTurns = 0
  let patience = silentTurnsAtStart

  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    // By a timer, not by the clock: it comes after what waits already, and time passes while a flood is handled.
    if (count === 0) setTimeout(() => (count = 0), 1000)
    count += 1
    // An app that has spoken can fall silent; one that hangs before its first answer to a ping as well.
    isArmed = true
    if (count > maxMessagesPerSecond + maxRefusals && !isPong(data)) return
    const message = parseFromWorker(data)
    if (message === undefined) return
    if (message.type === 'pong') {
      if (message.id === pingId) isWaiting = false
      if (isHanging) options.onHang((isHanging = false))
      return
    }
    if (message.type === 'pageReady') patience = silentTurnsOnceOpen
    if (count > maxMessagesPerSecond) {
      refuse(message)
      return
    }
    options.onMessage(message)
  })
  port.start()

  const send = (message: ToWorker, transfer: Transferable[] = []) => port.postMessage(message, transfer)

  const refuse = (message: FromWorker) => {
    if (message.type === 'call') {
      send({ type: 'answer', id: message.id, ok: false, value: { errMsg: `${message.name}:fail frequency limit` } })
    } else if (message.type === 'route') {
      send({
        type: 'routeFailed',
        requestId: message.requestId,
        errMsg: `${message.openType}:fail frequency limit`,
      })
    }
  }

  let lastTurn = performance.now()
  const watchdog = setInterval(() => {
    const now = performance.now()
    const isLate = now - lastTurn > turnMs + tolerableLatenessMs
    lastTurn = now
    // A hidden page's timers are throttled on both sides; silence means nothing there.
    if (document.visibilityState === 'hidden') {
      isWaiting = false
      return
    }
    if (!isWaiting) {
      isWaiting = true
      silentTurns = 0
      pingId += 1
      send({ type: 'ping', id: pingId })
      return
    }
    if (!isLate) silentTurns += 1
    if (isArmed && !isHanging && silentTurns >= patience) options.onHang((isHanging = true))
  }, turnMs)

  return {
    send,
    close() {
      clearInterval(watchdog)
      port.close()
    },
  }
}
