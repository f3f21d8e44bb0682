/** Reads what the platform pushes to the app's server in WeChat's form. */
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { isRecord } from './client.ts'
import { WechatApiError } from './error.ts'

export interface PushKeys {
  appId: string
  token: string
  /** 43 characters; needed for the modes `compatible` and `safe`. */
  encodingAesKey?: string
}

/** The query of the request. */
export type PushQuery = Readonly<Record<string, string | undefined>>

const maxAgeSeconds = 300

/** The body of the answer to the check of the address: `echostr`. Throws for a request that the platform did not sign. */
export function answerPushCheck(keys: PushKeys, query: PushQuery): string {
  checkSignature(keys, query)
  return query['echostr'] ?? ''
}

/**
 * One message or event, from the JSON body of a request. Answer the request with `success`.
 *
 * @example
 * const message = readPush({ appId, token, encodingAesKey }, query, body)
 * if (message.MsgType === 'text') await sendCustomerMessage(client, String(message.FromUserName), { kind: 'text', text: 'Hello' })
 */
export function readPush(keys: PushKeys, query: PushQuery, body: string): Record<string, unknown> {
  checkSignature(keys, query)
  const outer: unknown = JSON.parse(body)
  if (!isRecord(outer)) throw new WechatApiError(0, 'a push that is no object')
  const encrypted = outer['Encrypt']
  if (typeof encrypted !== 'string') return outer
  const expected = sha1(keys.token, query['timestamp'] ?? '', query['nonce'] ?? '', encrypted)
  if (!isSame(expected, query['msg_signature'] ?? '')) throw new WechatApiError(0, 'a push with a wrong signature')
  const inner: unknown = JSON.parse(decrypt(encrypted, keys))
  if (!isRecord(inner)) throw new WechatApiError(0, 'a push that is no object')
  return inner
}

function checkSignature({ token }: PushKeys, query: PushQuery): void {
  const { signature = '', timestamp = '', nonce = '' } = query
  if (!isSame(sha1(token, timestamp, nonce), signature)) throw new WechatApiError(0, 'a push with a wrong signature')
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > maxAgeSeconds)
    throw new WechatApiError(0, 'a push that is too old')
}

function decrypt(encrypted: string, { appId, encodingAesKey }: PushKeys): string {
  if (encodingAesKey === undefined) throw new WechatApiError(0, 'an encrypted push, and no key for it')
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const plain = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()])
  const length = plain.readUInt32BE(16)
  const padding = plain[plain.length - 1] ?? 0
  if (plain.subarray(20 + length, plain.length - padding).toString() !== appId) {
    throw new WechatApiError(0, 'a push for another app')
  }
  return plain.subarray(20, 20 + length).toString()
}

function sha1(...parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex')
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}
