import type { LogicArea } from '../../logic/context.ts'
import { isFunction, isRecord } from '../../logic/values.ts'
import { readNumber } from '../core/logic/rules.ts'
import { createRecordingContext } from './logic/recording-context.ts'

export const canvasArea: LogicArea = () => ({
  createCanvasContext: (id: unknown) => createRecordingContext(String(id), (callback) => {
    if (isFunction(callback)) setTimeout(() => void callback())
  }),
  createOffscreenCanvas(options: unknown, height: unknown) {
    const given = isRecord(options) ? options : { width: options, height }
    return new OffscreenCanvas(readNumber(given, 'width') ?? 300, readNumber(given, 'height') ?? 150)
  },
})
