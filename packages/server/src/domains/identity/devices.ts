/** Programs without a browser get a key by a short code that a person types where he is signed in, as RFC 8628. */
import { PlatformError } from '@banyan/contract/errors'
import type { DeviceCode, DeviceToken } from '@banyan/contract/sign-in'
import type { Clock } from '#infra/clock/clock.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Caller } from './caller.ts'
import type { KeyService } from './keys.ts'
import { authorize, requireConfirmed } from './policy.ts'
import { hashSecret, newToken } from './secrets.ts'
import type { SignInStore } from './sign-in-store.ts'

const minutes = 10
const intervalSeconds = 3
/** Without vowels and look-alikes: nobody reads a word into it, or a letter wrongly. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ'

export interface DevicePorts {
  codes: SignInStore
  keys: KeyService
  clock: Clock
  ids: Ids
  limits: Limits
  origin: () => string
}

export type DeviceService = ReturnType<typeof createDeviceService>

export function createDeviceService({ codes, keys, clock, ids, limits, origin }: DevicePorts) {
  const starts = limits.rate('device-codes', { uses: 20, perSeconds: 600 })
  const guesses = limits.rate('device-approvals', { uses: 10, perSeconds: 600 })

  return {
    async start(name: string, clientAddress: string): Promise<DeviceCode> {
      await starts.use(clientAddress)
      const deviceCode = newToken(ids)
      const userCode = [...ids.bytes(8)].map((byte) => letters.charAt(byte % letters.length)).join('')
      const now = clock.now()
      await codes.removeExpiredCodes(now)
      await codes.addCode({
        kind: 'device',
        code_hash: hashSecret(deviceCode),
        subject: hashSecret(userCode),
        data: { name },
        created_at: now,
        expires_at: new Date(now.getTime() + minutes * 60_000),
      })
      return {
        deviceCode,
        userCode: `${userCode.slice(0, 4)}-${userCode.slice(4)}`,
        verificationUrl: `${origin()}/console/device`,
        intervalSeconds,
        expiresInSeconds: minutes * 60,
      }
    },

    /** The person's word: a key in the workspace that he is in, with no more than he has. */
    async approve(caller: Caller, userCode: string, role: 'developer' | 'admin' = 'developer'): Promise<void> {
      authorize(caller, 'key.manage')
      requireConfirmed(caller)
      await guesses.use(caller.id)
      const plain = userCode.toUpperCase().replace(/[^A-Z]/g, '')
      const row = await codes.codeOfSubject('device', hashSecret(plain), clock.now())
      if (!row || row.data['key'] !== undefined) throw new PlatformError('identity.codeInvalid')
      const { secret } = await keys.create(caller, { name: row.data['name'] ?? 'device', role })
      await codes.setCodeData('device', row.code_hash, { ...row.data, key: secret })
    },

    async collect(deviceCode: string): Promise<DeviceToken> {
      const codeHash = hashSecret(deviceCode)
      const row = await codes.code('device', codeHash, clock.now())
      if (!row) throw new PlatformError('identity.codeInvalid')
      if (row.data['key'] === undefined) throw new PlatformError('identity.devicePending')
      const taken = await codes.takeCode('device', codeHash, clock.now())
      const apiKey = taken?.data['key']
      if (apiKey === undefined) throw new PlatformError('identity.codeInvalid')
      return { apiKey }
    },
  }
}
