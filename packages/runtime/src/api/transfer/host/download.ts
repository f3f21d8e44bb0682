import { parseLocalPath, userRoot } from '../../../bridge/local-paths.ts'
import type { HostContext, HostMethod } from '../../../host/context.ts'
import { HostFailure } from '../../../host/host-failure.ts'
import { readText } from '../../../host/params.ts'
import { readBody, readHeaders, reportHeaders, withTransfer } from '../../network/host/exchange.ts'

/** Downloads go into the user's directory, and into no directory that is not there. */
async function checkTarget(host: HostContext, path: string): Promise<void> {
  const target = parseLocalPath(path)
  if (target?.place !== 'user') throw new HostFailure(`fail permission denied, open ${path}`, 1300013)
  const parent = target.path.slice(0, target.path.lastIndexOf('/'))
  if (parent === userRoot) return
  const records = await host.files.records()
  if (!records.some((record) => record.path === parent && record.body === undefined))
    throw new HostFailure(`fail no such file or directory, open ${path}`, 1300002)
}

export const downloadFile: HostMethod = (call, host) =>
  withTransfer(call, async ({ signal, timeoutMs }) => {
    const { params } = call
    const url = readText(params, 'url')
    const answer = await host.network.send({
      purpose: 'download',
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
    // Of an answer without a length the end is all that can be told.
    if (expected === 0 && content.size > 0) {
      const size = content.size
      call.emit('progressUpdate', { progress: 100, totalBytesWritten: size, totalBytesExpectedToWrite: size })
    }
    const file = new Blob([content], { type: header['Content-Type'] ?? '' })
    const wanted = readText(params, 'filePath')
    const profile = { statusCode: answer.statusCode, header, cookies, dataLength: file.size }
    if (wanted === '') {
      const extension = /\.\w{1,8}$/.exec(new URL(url).pathname)?.[0]
      return { ...profile, tempFilePath: host.files.add(file, extension) }
    }
    await checkTarget(host, wanted)
    host.files.put(wanted, file)
    return { ...profile, filePath: wanted }
  })
