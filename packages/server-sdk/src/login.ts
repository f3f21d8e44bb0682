import { createHmac } from 'node:crypto'
import { isRecord, textIn, type ServerClient } from './client.ts'
import { WechatApiError } from './error.ts'

export interface UserSession {
  /** The user, in this app. */
  openId: string
  /** The person, in all apps of the team. */
  unionId: string | undefined
  /** Base64 of 16 bytes; never send it to a browser. */
  sessionKey: string
}

export interface PhoneNumber {
  /** With the country's code where it is known. */
  phoneNumber: string
  purePhoneNumber: string
  countryCode: string
}

/**
 * Turns the code of `wx.login` into a user. A code is good once, for five minutes.
 *
 * @example
 * const { openId, sessionKey } = await exchangeCode(client, code)
 */
export async function exchangeCode(client: ServerClient, code: string): Promise<UserSession> {
  const query = { appid: client.appId, secret: client.secret, js_code: code, grant_type: 'authorization_code' }
  const answer = await client.callOpen('/sns/jscode2session', { query })
  const { unionid } = answer
  return {
    openId: textIn(answer, 'openid'),
    sessionKey: textIn(answer, 'session_key'),
    unionId: typeof unionid === 'string' ? unionid : undefined,
  }
}

/** Whether the key is still the one of this user. */
export async function checkSessionKey(client: ServerClient, session: UserSession): Promise<boolean> {
  try {
    await client.call('/wxa/checksession', { query: signed(session) })
    return true
  } catch (error) {
    if (error instanceof WechatApiError && error.code === 87009) return false
    throw error
  }
}

/** A new key; the one before ends. */
export async function resetSessionKey(client: ServerClient, session: UserSession): Promise<UserSession> {
  const answer = await client.call('/wxa/resetusersessionkey', { query: signed(session) })
  return { ...session, sessionKey: textIn(answer, 'session_key') }
}

/** Turns the code of `<button open-type="getPhoneNumber">` into the number. */
export async function readPhoneNumber(client: ServerClient, code: string): Promise<PhoneNumber> {
  const { phone_info: info } = await client.call('/wxa/business/getuserphonenumber', { body: { code } })
  if (!isRecord(info)) throw new WechatApiError(0, 'an answer without phone_info')
  return {
    phoneNumber: textIn(info, 'phoneNumber'),
    purePhoneNumber: textIn(info, 'purePhoneNumber'),
    countryCode: textIn(info, 'countryCode'),
  }
}

function signed({ openId, sessionKey }: UserSession): Record<string, string> {
  const signature = createHmac('sha256', sessionKey).update('').digest('hex')
  return { openid: openId, signature, sig_method: 'hmac_sha256' }
}
