/** What app code did wrong: told to the app, the console and the host, and then the app goes on. */
import type { AppFault } from '../../bridge/host-messages.ts'
import { isRecord } from '../values.ts'

export interface FaultTargets {
  send(fault: AppFault): void
  /** `App.onError`, `wx.onError` and their like. */
  tell(kind: 'error' | 'unhandledRejection', value: unknown): void
}

export class Faults {
  private readonly targets: FaultTargets
  private isTelling = false

  constructor(targets: FaultTargets) {
    this.targets = targets
  }

  readonly error = (error: unknown): void => {
    const { message, stack } = describe(error)
    console.error(error)
    this.targets.send({ type: 'appFault', kind: 'error', message, ...(stack === undefined ? {} : { stack }) })
    this.tell('error', stack?.includes(message) === true ? stack : [message, stack].filter(Boolean).join('\n'))
  }

  readonly rejection = (reason: unknown, promise: unknown): void => {
    const { message, stack } = describe(reason)
    this.targets.send({
      type: 'appFault',
      kind: 'unhandledRejection',
      message,
      ...(stack === undefined ? {} : { stack }),
    })
    this.tell('unhandledRejection', { reason, promise })
  }

  /** An error in `onError` must not call `onError` again. */
  private tell(kind: 'error' | 'unhandledRejection', value: unknown): void {
    if (this.isTelling) return
    this.isTelling = true
    try {
      this.targets.tell(kind, value)
    } catch (error) {
      console.error(error)
    } finally {
      this.isTelling = false
    }
  }
}

function describe(error: unknown): { message: string; stack: string | undefined } {
  if (!isRecord(error)) return { message: String(error), stack: undefined }
  const { message, errMsg, name, stack } = error
  const text = String(errMsg ?? message ?? JSON.stringify(error))
  return {
    message: typeof name === 'string' && errMsg === undefined ? `${name}: ${text}` : text,
    stack: typeof stack === 'string' ? stack : undefined,
  }
}
