/** Personal data that came through the mini-program: signed or encrypted with the session key, so that the user cannot have changed it. */
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { isRecord } from './client.ts'
import { WechatApiError } from './error.ts'

const maxAgeSeconds = 86_400

/**
 * Opens `encryptedData` of `wx.getUserInfo` and others. Refuses data of another app, and data that is older than a day.
 *
 * @example
 * const profile = decryptUserData({ encryptedData, iv, sessionKey, appId: client.appId })
 */
export function decryptUserData(input: {
  encryptedData: string
  iv: string
  sessionKey: string
  appId: string
  /** Milliseconds; now, unless told. */
  now?: number
}): Record<string, unknown> {
  const value = open(input)
  const watermark = isRecord(value) ? value['watermark'] : undefined
  if (!isRecord(value) || !isRecord(watermark)) throw new WechatApiError(0, 'data without a watermark')
  if (watermark['appid'] !== input.appId) throw new WechatApiError(0, 'data of another app')
  const age = (input.now ?? Date.now()) / 1000 - Number(watermark['timestamp'])
  if (!(age < maxAgeSeconds)) throw new WechatApiError(0, 'data that is too old')
  return value
}

/** Whether `rawData` is what the platform signed for the user of this key. */
export function verifyUserData({
  rawData,
  signature,
  sessionKey,
}: {
  rawData: string
  signature: string
  sessionKey: string
}): boolean {
  const expected = createHash('sha1')
    .update(rawData + sessionKey)
    .digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function open({ encryptedData, iv, sessionKey }: { encryptedData: string; iv: string; sessionKey: string }): unknown {
  try {
    const decipher = createDecipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), Buffer.from(iv, 'base64'))
    return JSON.parse(decipher.update(encryptedData, 'base64', 'utf8') + decipher.final('utf8'))
  } catch (cause) {
    throw new WechatApiError(0, 'data of another session key', { cause })
  }
}
