import { ApiError, isApiError, type LogicArea, type LogicContext, type OpenCall } from '../../logic/context.ts'
import { isRecord } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { TaskEvents } from '../core/logic/event-functions.ts'
import { withoutFunctions } from '../core/logic/host-function.ts'

const events = [
  'error',
  'frameRecorded',
  'interruptionBegin',
  'interruptionEnd',
  'pause',
  'resume',
  'start',
  'stop',
] as const

export const recorderArea: LogicArea = (context) => {
  const recorder = new Recorder(context)
  const manager = {
    start: (options?: unknown) => recorder.start(options),
    pause: () => recorder.signal('pause'),
    resume: () => recorder.signal('resume'),
    stop: () => recorder.signal('stop'),
    ...Object.fromEntries(
      Object.entries(recorder.listeners.methods(...events)).filter(([name]) => name.startsWith('on')),
    ),
  }
  return {
    // One recorder for the whole app, as in WeChat.
    getRecorderManager: () => manager,
    getAvailableAudioSources: asyncFunction('getAvailableAudioSources', () => ({ audioSources: ['auto', 'mic'] })),
    startRecord: asyncFunction(
      'startRecord',
      () =>
        new Promise((resolve, reject) => {
          const listeners = new TaskEvents()
          listeners.on('stop', (value: unknown) => resolve({ tempFilePath: isRecord(value) ? value.tempFilePath : '' }))
          listeners.on('error', (value: unknown) => {
            reject(
              new ApiError(
                isRecord(value) ? String(value.errMsg).replace(/^\w+:/, 'startRecord:') : 'startRecord:fail',
              ),
            )
          })
          recorder.start({ duration: 60_000 }, listeners)
        }),
    ),
    stopRecord: asyncFunction('stopRecord', () => recorder.signal('stop')),
  }
}

class Recorder {
  readonly listeners = new TaskEvents()
  readonly #context: LogicContext
  #call: OpenCall | undefined

  constructor(context: LogicContext) {
    this.#context = context
  }

  start(options: unknown, also?: TaskEvents): void {
    const tell = (event: string, value: unknown) => {
      this.listeners.emit(event, value)
      also?.emit(event, value)
    }
    if (this.#call !== undefined) {
      tell('error', { errMsg: 'operateRecorder:fail audio is recording, do not start record again' })
      return
    }
    const params = isRecord(options) ? withoutFunctions(options) : {}
    const call = this.#context.open('getRecorderManager', params, tell)
    this.#call = call
    const end = () => {
      if (this.#call === call) this.#call = undefined
    }
    call.done.then(end, (error: unknown) => {
      end()
      const errMsg = isApiError(error) ? error.errMsg.replace(/^\w+:/, 'operateRecorder:') : 'operateRecorder:fail'
      tell('error', { errMsg })
    })
  }

  signal(name: string): void {
    if (this.#call !== undefined) this.#call.signal(name)
    else if (name !== 'stop') this.listeners.emit('error', { errMsg: 'operateRecorder:fail recorder not start' })
  }
}
