import type { HostMethod, HostMethods } from '../../host/context.ts'
import { readFlag, readText } from '../../host/params.ts'
import { readBody, readHeaders, reportHeaders, withTransfer } from './host/exchange.ts'

/** The worker has shaped `data` into a text or bytes already; it reads the answer's bytes as well. */
const request: HostMethod = (call, host) =>
  withTransfer(call, async ({ signal, timeoutMs }) => {
    const { params } = call
    const body = bodyOf(params.data)
    const fetchStart = Date.now()
    const answer = await host.network.send({
      url: readText(params, 'url'),
      method: readText(params, 'method', 'GET'),
      headers: readHeaders(params.header),
      timeoutMs,
      signal,
      ...(body === undefined ? {} : { body }),
    })
    const responseStart = Date.now()
    const { header, cookies } = reportHeaders(answer)
    call.emit('headersReceived', { header, cookies, statusCode: answer.statusCode })
    const isChunked = readFlag(params, 'enableChunked')
    const content = await readBody(answer, (chunk) => {
      if (isChunked) call.emit('chunkReceived', { data: chunk.slice().buffer })
    })
    const profile = {
      fetchStart,
      requestStart: fetchStart,
      responseStart,
      responseEnd: Date.now(),
      receivedBytedCount: content.size,
    }
    return { statusCode: answer.statusCode, header, cookies, profile, data: await content.arrayBuffer() }
  })

function bodyOf(data: unknown): BodyInit | undefined {
  return typeof data === 'string' || data instanceof ArrayBuffer ? data : undefined
}

/** `wx.request`. */
export const networkHost: HostMethods = { request }
