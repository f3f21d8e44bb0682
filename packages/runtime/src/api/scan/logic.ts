import { ApiError, type LogicArea } from '../../logic/context.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { withoutFunctions } from '../core/logic/host-function.ts'

const kinds = new Set(['barCode', 'qrCode', 'datamatrix', 'pdf417', 'wxCode'])

export const scanArea: LogicArea = (context) => ({
  scanCode: asyncFunction(
    'scanCode',
    (options) => {
      const { scanType } = options
      if (Array.isArray(scanType) && scanType.some((kind) => !kinds.has(String(kind))))
        throw new ApiError('scanCode:fail invalid scanType')
      return context.call('scanCode', withoutFunctions(options))
    },
    { onlyFromCamera: 'Boolean?', scanType: 'Array?' },
  ),
})
