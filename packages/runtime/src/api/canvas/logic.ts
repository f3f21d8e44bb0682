import type { LogicArea } from '../../logic/context.ts'
import { isRecord, textOf } from '../../logic/values.ts'
import { readNumber } from '../core/logic/rules.ts'
import { inertObject } from '../soft/logic.ts'
import { Canvases } from './logic/canvases.ts'
import { canvasFunctions } from './logic/export.ts'
import { createSurface } from './logic/surface.ts'

export const canvasArea: LogicArea = (context) => {
  const canvases = new Canvases(context)
  return {
    ...canvasFunctions(context, canvases),
    createCanvasContext(id: unknown, component: unknown) {
      const name = textOf(id)
      return canvases.createContext(name, () => canvases.find(name, component))
    },
    /** `{ type, width, height }`, or before 2.16.1 `(width, height, component)`. */
    createOffscreenCanvas(options: unknown, height: unknown) {
      const given = isRecord(options) ? options : { width: options, height }
      const size = { width: readNumber(given, 'width') ?? 300, height: readNumber(given, 'height') ?? 150 }
      return createSurface(canvases.parts, size) ?? inertObject()
    },
  }
}
