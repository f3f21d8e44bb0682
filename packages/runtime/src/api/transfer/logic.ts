import { ApiError, type LogicArea } from '../../logic/context.ts'
import { isRecord } from '../../logic/values.ts'
import type { Options } from '../core/logic/async-function.ts'
import { withoutFunctions } from '../core/logic/host-function.ts'
import { describeViolation } from '../core/logic/rules.ts'
import { checkUrl } from '../network/logic.ts'
import { startTransfer, TransferQueue } from '../network/logic/task.ts'

/** `wx.uploadFile`, `wx.downloadFile`. */
export const transferArea: LogicArea = (context) => {
  const queues = { uploadFile: new TransferQueue(), downloadFile: new TransferQueue() }
  const start = (name: 'uploadFile' | 'downloadFile', given: unknown) => {
    const options: Options = isRecord(given) ? given : {}
    return startTransfer(context, {
      name,
      options,
      queue: queues[name],
      prepare() {
        const violation =
          name === 'uploadFile'
            ? describeViolation(options, { url: 'String', filePath: 'String', name: 'String' })
            : undefined
        if (violation !== undefined) throw new ApiError(`${name}:fail parameter error: ${violation}`, 1001)
        checkUrl(name, options)
        return { timeout: context.config.networkTimeout[name] ?? 60_000, ...withoutFunctions(options) }
      },
      finish: (answer) => answer,
      events: ['progressUpdate', 'headersReceived'],
    })
  }
  return {
    uploadFile: (options: unknown) => start('uploadFile', options),
    downloadFile: (options: unknown) => start('downloadFile', options),
  }
}
