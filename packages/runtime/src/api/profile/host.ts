import type { HostMethods } from '../../host/context.ts'
import { type Answer, askPlatform } from '../login/host.ts'

/** The platform signs the profile that everybody has, with the key of the user's session when there is one. */
export const profileHost: HostMethods = {
  getUserInfo: async (_call, host) => signedOf(await askPlatform(host, 'user-info')),
  getUserProfile: async (_call, host) => signedOf(await askPlatform(host, 'user-info')),
}

function signedOf(answer: Answer | undefined): Record<string, string> {
  const signed: Record<string, string> = {}
  for (const name of ['signature', 'encryptedData', 'iv'] as const) {
    const value = answer?.[name]
    if (typeof value === 'string') signed[name] = value
  }
  return signed
}
