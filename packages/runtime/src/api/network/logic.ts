import { ApiError, type LogicArea } from '../../logic/context.ts'
import { isRecord, textOf } from '../../logic/values.ts'
import type { Options } from '../core/logic/async-function.ts'
import { describeViolation, kindOf } from '../core/logic/rules.ts'
import { readAnswer, shapeRequest } from './logic/request-body.ts'
import { startTransfer, TransferQueue } from './logic/task.ts'

const methods = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT', 'PATCH']

/** `wx.request`. */
export const networkArea: LogicArea = (context) => {
  const queue = new TransferQueue()
  const defaultTimeoutMs = context.config.networkTimeout.request ?? 60_000
  return {
    request(given: unknown) {
      const options: Options = isRecord(given) ? given : {}
      return startTransfer(context, {
        name: 'request',
        options,
        queue,
        prepare() {
          checkUrl('request', options)
          const method = textOf(options.method ?? 'GET').toUpperCase()
          if (!methods.includes(method)) throw new ApiError('request:fail method is invalid', 600000)
          return {
            ...shapeRequest(options, method),
            method,
            timeout: typeof options.timeout === 'number' ? options.timeout : defaultTimeoutMs,
            enableChunked: options.enableChunked === true,
          }
        },
        finish(answer) {
          if (!isRecord(answer) || !(answer.data instanceof ArrayBuffer)) return answer
          return { ...answer, data: readAnswer(answer.data, options) }
        },
        events: ['headersReceived', 'chunkReceived'],
      })
    },
  }
}

export function checkUrl(name: string, options: Options): void {
  const violation = describeViolation(options, { url: 'String' })
  if (violation !== undefined) throw new ApiError(`${name}:fail parameter error: ${violation}`, 1001)
  if (!/^https?:\/\//i.test(textOf(options.url)))
    throw new ApiError(`${name}:fail invalid url "${textOf(options.url)}"`, 600009)
  const { header } = options
  if (header !== undefined && header !== null && !isRecord(header)) {
    throw new ApiError(`${name}:fail parameter error: parameter.header should be Object instead of ${kindOf(header)};`)
  }
}
