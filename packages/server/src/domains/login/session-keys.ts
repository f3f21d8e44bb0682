/** What an app's server may ask about the session key of a user; it proves that it has the key by signing the empty text with it. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { WechatError } from '@banyan/contract/wechat'
import type { Clock } from '#infra/clock/clock.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { LoginStore } from './store.ts'

export interface SignedUser {
  openId: string
  signature: string
  method: string
}

export const sessionDays = 3
const dayMs = 86_400_000

/** The key is used as the text that it is, not decoded. */
export function signWithSessionKey(sessionKey: string, text: string): string {
  return createHmac('sha256', sessionKey).update(text).digest('hex')
}

export function createSessionKeys({ store, clock, ids }: { store: LoginStore; clock: Clock; ids: Ids }) {
  async function check(appId: string, { openId, signature, method }: SignedUser): Promise<void> {
    if (method !== 'hmac_sha256') throw new WechatError(40097, 'sig_method')
    const user = await store.userByOpenId(appId, openId)
    if (!user) throw new WechatError(40003)
    const isLive = user.session_key !== null && user.session_expires_at !== null
    if (!isLive || !user.session_key || !user.session_expires_at || user.session_expires_at <= clock.now()) {
      throw new WechatError(87009)
    }
    const expected = Buffer.from(signWithSessionKey(user.session_key, ''))
    const given = Buffer.from(signature)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new WechatError(87009)
  }

  return {
    check,
    async renew(appId: string, openId: string): Promise<string> {
      const key = ids.bytes(16).toString('base64')
      await store.setSession(appId, openId, { key, expiresAt: new Date(clock.now().getTime() + sessionDays * dayMs) })
      return key
    },
    async reset(appId: string, signed: SignedUser): Promise<{ openid: string; session_key: string }> {
      await check(appId, signed)
      return { openid: signed.openId, session_key: await this.renew(appId, signed.openId) }
    },
  }
}

export type SessionKeys = ReturnType<typeof createSessionKeys>
