/** WeChat's older way to hand personal data to an app's server: AES-128-CBC under the session key, with a watermark to be checked. */
import { createCipheriv, createHash } from 'node:crypto'

export interface EncryptedData {
  encryptedData: string
  iv: string
}

export interface Watermark {
  appId: string
  /** Seconds. */
  timestamp: number
}

export function encryptForApp(
  data: Readonly<Record<string, unknown>>,
  { appId, timestamp }: Watermark,
  { sessionKey, iv }: { sessionKey: string; iv: Buffer },
): EncryptedData {
  const text = JSON.stringify({ ...data, watermark: { timestamp, appid: appId } })
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), iv)
  const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return { encryptedData: encrypted.toString('base64'), iv: iv.toString('base64') }
}

export function signRawData(rawData: string, sessionKey: string): string {
  return createHash('sha1')
    .update(rawData + sessionKey)
    .digest('hex')
}
