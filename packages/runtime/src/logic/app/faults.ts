/** What app code did wrong: told to the app, the console and the host, and then the app goes on. */
import type { AppFault } from '../../bridge/host-messages.ts'
import { isRecord } from '../values.ts'

export interface FaultTargets {
  send(fault: AppFault): void
  /** In development: the app's own files and lines in a stack. */
  mapStack(stack: string): string
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
    this.mapStackOf(error)
    const { message, stack } = describe(error)
    console.error(error)
    this.targets.send({ type: 'appFault', kind: 'error', message, ...(stack === undefined ? {} : { stack }) })
    this.tell('error', stack?.includes(message) === true ? stack : [message, stack].filter(Boolean).join('\n'))
  }

  readonly rejection = (reason: unknown, promise: unknown): void => {
    this.mapStackOf(reason)
    const { message, stack } = describe(reason)
    console.error(reason)
    this.targets.send({
      type: 'appFault',
      kind: 'unhandledRejection',
      message,
      ...(stack === undefined ? {} : { stack }),
    })
    this.tell('unhandledRejection', { reason, promise })
  }

  /** Written into the error itself, so that the console and the app's own handlers see it as well. */
  readonly mapStackOf = (error: unknown): void => {
    const stack = isRecord(error) ? error['stack'] : undefined
    if (typeof stack !== 'string') return
    const mapped = this.targets.mapStack(stack)
    if (mapped !== stack) Reflect.set(Object(error), 'stack', mapped)
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
