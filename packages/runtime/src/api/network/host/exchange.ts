/** What all requests share: abort, time-out, headers in WeChat's form. */
import type { HeaderList } from '@banyan/contract/gateway'
import type { HostCall, HostContext } from '../../../host/context.ts'
import { HostFailure, isHostFailure } from '../../../host/host-failure.ts'
import type { NetworkAnswer } from '../../../host/network.ts'
import { readNumber, readText } from '../../../host/params.ts'
import { isRecord } from '../../../host/worker-messages.ts'

export const defaultTimeoutMs = 60_000

export interface Transfer {
  signal: AbortSignal
  timeoutMs: number
  /** Ends the transfer's clock; must be called whatever happens. */
  end(): void
}

export function beginTransfer(call: HostCall): Transfer {
  const abort = new AbortController()
  const timeoutMs = Math.max(1, readNumber(call.params, 'timeout', defaultTimeoutMs))
  const timer = setTimeout(() => abort.abort(new HostFailure('fail timeout', 5)), timeoutMs)
  call.onSignal((signal) => {
    if (signal === 'abort') abort.abort(new HostFailure('fail abort', 600003))
  })
  return { signal: abort.signal, timeoutMs, end: () => clearTimeout(timer) }
}

/** Runs a transfer; an abort anywhere in it ends with WeChat's words. */
export async function withTransfer<T>(call: HostCall, work: (transfer: Transfer) => Promise<T>): Promise<T> {
  const transfer = beginTransfer(call)
  try {
    return await work(transfer)
  } catch (error) {
    const reason: unknown = transfer.signal.reason
    throw transfer.signal.aborted && isHostFailure(reason) ? reason : error
  } finally {
    transfer.end()
  }
}

export function readHeaders(value: unknown): HeaderList {
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, content]): [string, string][] =>
    content === undefined || content === null || !/^[\w!#$%&'*+.^`|~-]+$/.test(name)
      ? []
      : [[name, readText({ content }, 'content').replace(/[\r\n]+/g, ' ')]],
  )
}

export interface ReportedHeaders {
  header: Record<string, string>
  cookies: string[]
}

/** Names as servers write them: `Content-Type`. Cookies come as a list of their own, as in WeChat. */
export function reportHeaders({ headers }: NetworkAnswer): ReportedHeaders {
  const header: Record<string, string> = {}
  const cookies: string[] = []
  for (const [name, value] of headers) {
    if (name.toLowerCase() === 'set-cookie') cookies.push(value)
    const shown = name.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
    header[shown] = shown in header ? `${header[shown]},${value}` : value
  }
  return { header, cookies }
}

/** Reads the body piece by piece, so that progress can be told. */
export async function readBody(
  answer: NetworkAnswer,
  onChunk: (chunk: Uint8Array<ArrayBuffer>, receivedBytes: number) => void,
): Promise<Blob> {
  if (answer.body === null) return answer.blob()
  const reader = answer.body.getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let received = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Blob(chunks)
    received += value.byteLength
    if (received > maxBodyBytes) {
      await reader.cancel()
      throw new HostFailure('fail response is too large')
    }
    chunks.push(value)
    onChunk(value, received)
  }
}

const maxBodyBytes = 200 * 1024 * 1024

export async function fileOf(host: HostContext, path: string): Promise<Blob> {
  const file = await host.loadResource(path)
  if (file === undefined) throw new HostFailure('fail file not found', 1300002)
  return file
}
