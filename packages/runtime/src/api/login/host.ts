import { type HostContext, HostFailure, type HostMethods } from '../../host/context.ts'
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
  /** The platform signs the profile that everybody has, with the key of the user's session when there is one. */
  getUserInfo: async (_call, host) => signedOf(await askPlatform(host, 'user-info')),
  getUserProfile: async (_call, host) => signedOf(await askPlatform(host, 'user-info')),
}

type Answer = Readonly<Record<string, unknown>>

function signedOf(answer: Answer | undefined): Record<string, string> {
  const signed: Record<string, string> = {}
  for (const name of ['signature', 'encryptedData', 'iv'] as const) {
    const value = answer?.[name]
    if (typeof value === 'string') signed[name] = value
  }
  return signed
}

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
