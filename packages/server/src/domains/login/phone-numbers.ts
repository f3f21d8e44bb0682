/**
 * Phone numbers that users hand to apps: a one-time code for the browser, the number itself for the app's server only. Nobody has verified
 * the number, and an app's server would take it for verified; so this is off until the owner says that it is right for his platform.
 */
import { PlatformError } from '@banyan/contract/errors'
import { loginCodeSeconds } from '@banyan/contract/login'
import { WechatError } from '@banyan/contract/wechat'
import { hashSecret } from '#domains/identity'
import type { Clock } from '#infra/clock/clock.ts'
import { randomText, type Ids } from '#infra/ids/ids.ts'
import type { LoginStore } from './store.ts'

export interface PhonePorts {
  store: LoginStore
  clock: Clock
  ids: Ids
  allowsUnverifiedPhones: boolean
}

export interface PhoneInfo {
  phoneNumber: string
  purePhoneNumber: string
  countryCode: string
  watermark: { timestamp: number; appid: string }
}

export function createPhoneNumbers({ store, clock, ids, allowsUnverifiedPhones }: PhonePorts) {
  const inSeconds = (seconds: number): Date => new Date(clock.now().getTime() + seconds * 1000)
  return {
    async issueCode(appId: string, openId: string, phoneNumber: string): Promise<string> {
      if (!allowsUnverifiedPhones) throw new PlatformError('login.phonesOff')
      const code = randomText(ids, 32)
      await store.removePhoneCodesBefore(clock.now())
      await store.addPhoneCode({
        app_id: appId,
        code_hash: hashSecret(code),
        open_id: openId,
        phone_number: phoneNumber,
        expires_at: inSeconds(loginCodeSeconds),
      })
      return code
    },

    async redeemCode(appId: string, code: string): Promise<PhoneInfo> {
      const taken = await store.takePhoneCode(appId, hashSecret(code), clock.now())
      if (!taken) throw new WechatError(40029)
      const { phone_number: phoneNumber } = taken
      const [, countryCode = '86', purePhoneNumber = phoneNumber] = /^\+(\d{1,3}) ?(\d+)$/.exec(phoneNumber) ?? []
      const timestamp = Math.floor(clock.now().getTime() / 1000)
      return { phoneNumber, purePhoneNumber, countryCode, watermark: { timestamp, appid: appId } }
    },
  }
}

export type PhoneNumbers = ReturnType<typeof createPhoneNumbers>
