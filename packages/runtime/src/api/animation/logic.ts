import type { LogicArea } from '../../logic/context.ts'
import { isRecord } from '../../logic/values.ts'
import { createAnimation } from './logic/animation.ts'

export const animationArea: LogicArea = () => ({
  createAnimation: (options: unknown) => createAnimation(isRecord(options) ? options : {}),
})
