import type { HostMethod } from '../../../host/context.ts'
import { readText } from '../../../host/params.ts'
import { isRecord } from '../../../host/worker-messages.ts'
import { multipart } from './multipart.ts'
import { sendingFetch } from './sending-fetch.ts'
import { fileOf, readBody, readHeaders, reportHeaders, withTransfer } from '../../network/host/exchange.ts'

/** One `multipart/form-data` body with the file last. */
export const uploadFile: HostMethod = (call, host) =>
  withTransfer(call, async ({ signal, timeoutMs }) => {
    const { params } = call
    const path = readText(params, 'filePath')
    const file = await fileOf(host, path)
    const fields = isRecord(params.formData) ? Object.entries(params.formData) : []
    const { contentType, body: form } = multipart(
      fields.map(([name, value]) => [name, String(value)] as const),
      { name: readText(params, 'name', 'file'), fileName: path.slice(path.lastIndexOf('/') + 1), file },
    )
    const headers = readHeaders(params.header).filter(([name]) => name.toLowerCase() !== 'content-type')
    const body = await form.arrayBuffer()
    let lastSent = 0
    const progress = (sent: number) => {
      // Once all is sent the answer may still take its time.
      if (sent <= lastSent) return
      lastSent = sent
      call.emit('progressUpdate', {
        progress: Math.round((sent / body.byteLength) * 100),
        totalBytesSent: sent,
        totalBytesExpectedToSend: body.byteLength,
      })
    }
    const answer = await host.network.send({
      purpose: 'upload',
      url: readText(params, 'url'),
      method: 'POST',
      headers: [...headers, ['content-type', contentType]],
      body,
      timeoutMs,
      signal,
      fetcher: sendingFetch(progress),
    })
    const { header, cookies } = reportHeaders(answer)
    call.emit('headersReceived', { header, cookies, statusCode: answer.statusCode })
    const content = await readBody(answer, () => undefined)
    return { statusCode: answer.statusCode, header, cookies, data: await content.text() }
  })
