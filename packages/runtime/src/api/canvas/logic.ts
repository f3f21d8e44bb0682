import type { LogicArea } from '../../logic/context.ts'
import { isFunction, isRecord, textOf } from '../../logic/values.ts'
import { readNumber } from '../core/logic/rules.ts'
import { inertObject } from '../soft/logic.ts'
import { createRecordingContext } from './logic/recording-context.ts'

export const canvasArea: LogicArea = ({ browser: { OffscreenCanvas: Offscreen } }) => ({
  createCanvasContext: (id: unknown) =>
    createRecordingContext(textOf(id), (callback) => {
      if (isFunction(callback)) setTimeout(() => void callback())
    }),
  createOffscreenCanvas(options: unknown, height: unknown) {
    const given = isRecord(options) ? options : { width: options, height }
    if (Offscreen === undefined) return inertObject()
    return new Offscreen(readNumber(given, 'width') ?? 300, readNumber(given, 'height') ?? 150)
  },
})
