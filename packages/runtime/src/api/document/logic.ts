import type { LogicArea } from '../../logic/context.ts'
import { hostFunction } from '../core/logic/host-function.ts'

export const documentArea: LogicArea = (context) => ({
  openDocument: hostFunction(context, 'openDocument', { filePath: 'String' }),
})
