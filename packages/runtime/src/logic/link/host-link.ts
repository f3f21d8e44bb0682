/** Calls to the host and their answers. */
import type { CallAnswer, CallEvent, FromWorker } from '../../bridge/host-messages.ts'
import { ApiError, type OpenCall } from '../context.ts'
import { isRecord } from '../values.ts'
import type { Port } from './port.ts'

interface PendingCall {
  resolve(value: unknown): void
  reject(error: ApiError): void
  onEvent: ((event: string, value: unknown) => void) | undefined
}

/** The host refuses more than this, and reading the refused ones already holds its page up: a flood ends here. */
const maxCallsPerSecond = 2000
/** Taken before app code can change it. */
const now = performance.now.bind(performance)

export class HostLink {
  private readonly port: Port
  private readonly topPage: () => number
  private readonly pending = new Map<number, PendingCall>()
  private nextId = 1
  private secondBegan = 0
  private callsOfSecond = 0

  constructor(port: Port, topPage: () => number) {
    this.port = port
    this.topPage = topPage
  }

  send(message: FromWorker): void {
    this.port.postMessage(message)
  }

  call(name: string, params: unknown): Promise<unknown> {
    return this.start(name, params, undefined).done
  }

  open(name: string, params: unknown, onEvent: (event: string, value: unknown) => void): OpenCall {
    return this.start(name, params, onEvent)
  }

  answer({ id, ok, value }: CallAnswer): void {
    const call = this.pending.get(id)
    if (call === undefined) return
    this.pending.delete(id)
    if (ok) call.resolve(value)
    else call.reject(errorOf(value))
  }

  event({ id, event, value }: CallEvent): void {
    this.pending.get(id)?.onEvent?.(event, value)
  }

  private start(name: string, params: unknown, onEvent: PendingCall['onEvent']): OpenCall {
    const id = this.nextId
    this.nextId += 1
    const done = new Promise<unknown>((resolve, reject) => {
      this.pending.set(id, { resolve, reject, onEvent })
    })
    if (this.isFlooding()) {
      this.answer({ type: 'answer', id, ok: false, value: { errMsg: `${name}:fail frequency limit` } })
      return { done, signal: () => {} }
    }
    try {
      this.send({ type: 'call', id, name, params, pageId: this.topPage() })
    } catch (error) {
      // Functions and the like in the parameters cannot cross to the host.
      this.answer({ type: 'answer', id, ok: false, value: { errMsg: `${name}:fail ${String(error)}` } })
    }
    return { done, signal: (signal, value) => this.send({ type: 'callSignal', id, signal, value }) }
  }

  private isFlooding(): boolean {
    const at = now()
    if (at - this.secondBegan >= 1000) {
      this.secondBegan = at
      this.callsOfSecond = 0
    }
    this.callsOfSecond += 1
    return this.callsOfSecond > maxCallsPerSecond
  }
}

function errorOf(value: unknown): ApiError {
  const { errMsg, errno, errCode } = isRecord(value) ? value : { errMsg: value }
  return new ApiError(String(errMsg), numberOf(errno), numberOf(errCode))
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
