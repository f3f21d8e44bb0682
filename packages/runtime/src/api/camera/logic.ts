import { ApiError, isApiError, type LogicArea, type LogicContext, type OpenCall } from '../../logic/context.ts'
import { isFunction, isRecord } from '../../logic/values.ts'
import { asyncFunction, type Options } from '../core/logic/async-function.ts'
import { withoutFunctions } from '../core/logic/host-function.ts'

export const cameraArea: LogicArea = (context) => {
  let timedOut: unknown
  context.onHostEvent('cameraRecordTimeout', (result) => {
    const listener = timedOut
    timedOut = undefined
    if (isFunction(listener)) listener(result)
  })
  const startRecord = operation(context, 'startRecord')
  return {
    createCameraContext: () => ({
      takePhoto: operation(context, 'takePhoto'),
      setZoom: operation(context, 'setZoom', { zoom: 'Number' }),
      stopRecord: operation(context, 'stopRecord'),
      startRecord: (options?: unknown) => {
        timedOut = isRecord(options) ? options.timeoutCallback : undefined
        return startRecord(options)
      },
      onCameraFrame: (callback: unknown) => listenToFrames(context, callback),
    }),
  }
}

type Rules = Parameters<typeof asyncFunction>[2]

function operation(context: LogicContext, name: string, rules: Rules = {}) {
  return asyncFunction(name, (options) => operate(context, name, options), rules)
}

async function operate(context: LogicContext, name: string, options: Options): Promise<unknown> {
  try {
    return await context.call('createCameraContext', { ...withoutFunctions(options), method: name })
  } catch (error) {
    if (isApiError(error)) throw new ApiError(error.errMsg.replace(/^\w+:/, `${name}:`), error.errno)
    throw error
  }
}

/** Each frame is asked for after the app has had the one before, so that a slow app gets fewer and not more of them. */
function listenToFrames(context: LogicContext, callback: unknown): Record<string, unknown> {
  let call: OpenCall | undefined
  const stop = () => {
    call?.signal('stop')
    call = undefined
  }
  return {
    start: asyncFunction('start', () => {
      stop()
      const opened = context.open('createCameraContext', { method: 'frames' }, (event, frame) => {
        if (event !== 'frame') return
        if (isFunction(callback)) callback(frame)
        opened.signal('taken')
      })
      opened.done.catch(() => undefined)
      call = opened
    }),
    stop: asyncFunction('stop', stop),
  }
}
