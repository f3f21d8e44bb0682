import type { HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { isRecord } from '../../host/worker-messages.ts'

const timeoutMs = 15_000

export const loginHost: HostMethods = {
  async login(_call, host) {
    const answer = await askPlatform(host, 'login')
    if (typeof answer?.code !== 'string') throw new HostFailure('fail no login service')
    return { code: answer.code }
  },
  async checkSession(_call, host) {
    const answer = await askPlatform(host, 'session')
    if (answer?.valid !== true) throw new HostFailure('fail session expired')
  },
}

export type Answer = Readonly<Record<string, unknown>>

/** The platform's own session cookie identifies the user; the app only ever sees what the answer holds. */
export async function askPlatform(host: HostContext, name: string, body?: unknown): Promise<Answer | undefined> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  try {
    const answer = await fetch(`${host.boot.basePath}-/${name}`, {
      method: 'POST',
      credentials: 'same-origin',
      signal: abort.signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const value: unknown = answer.ok ? await answer.json() : undefined
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
