import { type HostContext, HostFailure, type HostMethods } from '../../host/context.ts'
import { isRecord } from '../../host/worker-messages.ts'

const timeoutMs = 15_000

export const loginHost: HostMethods = {
  async login(_call, host) {
    const answer = await post(host, 'login')
    if (!isRecord(answer) || typeof answer.code !== 'string') throw new HostFailure('fail no login service')
    return { code: answer.code }
  },
  async checkSession(_call, host) {
    const answer = await post(host, 'session')
    if (!isRecord(answer) || answer.valid !== true) throw new HostFailure('fail session expired')
  },
}

/** The platform's own session cookie identifies the user; the app only ever sees the one-time code. */
async function post(host: HostContext, name: string): Promise<unknown> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  try {
    const answer = await fetch(`${host.boot.basePath}-/${name}`, {
      method: 'POST',
      credentials: 'same-origin',
      signal: abort.signal,
    })
    return answer.ok ? await answer.json() : undefined
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
