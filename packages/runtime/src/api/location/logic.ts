import type { LogicArea } from '../../logic/context.ts'
import { hostFunction } from '../core/logic/host-function.ts'

export const locationArea: LogicArea = (context) => ({
  getLocation: hostFunction(context, 'getLocation'),
  getFuzzyLocation: hostFunction(context, 'getFuzzyLocation'),
})
