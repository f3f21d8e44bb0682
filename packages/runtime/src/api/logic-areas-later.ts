/** The areas of `wx.*` that few first pages need: they come to the worker as a script of their own. */
import type { LogicArea } from '../logic/context.ts'
import { audioArea } from './audio/logic.ts'
import { canvasArea } from './canvas/logic.ts'
import { fileArea } from './file/logic.ts'
import { locationArea } from './location/logic.ts'
import { mediaArea } from './media/logic.ts'
import { socketArea } from './socket/logic.ts'
import { transferArea } from './transfer/logic.ts'
import { workerArea } from './worker/logic.ts'

export const laterLogicAreas: readonly LogicArea[] = [
  audioArea,
  canvasArea,
  fileArea,
  locationArea,
  mediaArea,
  socketArea,
  transferArea,
  workerArea,
]
