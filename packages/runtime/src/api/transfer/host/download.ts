import type { HostMethod } from '../../../host/context.ts'
import { readText } from '../../../host/params.ts'
import { readBody, readHeaders, reportHeaders, withTransfer } from '../../network/host/exchange.ts'

export const downloadFile: HostMethod = (call, host) =>
  withTransfer(call, async ({ signal, timeoutMs }) => {
    const { params } = call
    const url = readText(params, 'url')
    const answer = await host.network.send({
      url,
      method: 'GET',
      headers: readHeaders(params.header),
      timeoutMs,
      signal,
    })
    const { header, cookies } = reportHeaders(answer)
    call.emit('headersReceived', { header, cookies, statusCode: answer.statusCode })
    const expected = Number(header['Content-Length'] ?? 0)
    const content = await readBody(answer, (_chunk, received) => {
      call.emit('progressUpdate', {
        progress: expected > 0 ? Math.min(100, Math.round((received / expected) * 100)) : 0,
        totalBytesWritten: received,
        totalBytesExpectedToWrite: expected,
      })
    })
    const file = new Blob([content], { type: header['Content-Type'] ?? '' })
    const wanted = readText(params, 'filePath')
    const profile = { statusCode: answer.statusCode, header, cookies, dataLength: file.size }
    if (wanted === '') {
      const extension = /\.\w{1,8}$/.exec(new URL(url).pathname)?.[0]
      return { ...profile, tempFilePath: host.files.add(file, extension) }
    }
    host.files.put(wanted, file)
    return { ...profile, filePath: wanted }
  })
