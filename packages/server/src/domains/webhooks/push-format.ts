/** WeChat's message push: how a request to the developer's server is signed, encrypted and written. */
import { createCipheriv, createHash } from 'node:crypto'

export interface PushKeys {
  appId: string
  token: string
  encodingAesKey: string
}

const blockBytes = 32

/** SHA-1 of the parts in alphabetical order, as WeChat's servers sign. */
export function signPush(...parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')
}

/** AES-256-CBC over `16 random bytes, length as 4 bytes, message, app id`, padded to 32 bytes; the IV is the key's first half. */
export function encryptPush(text: string, { appId, encodingAesKey }: PushKeys, random: Buffer): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  const message = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(message.length)
  const plain = Buffer.concat([random, length, message, Buffer.from(appId)])
  const padding = blockBytes - (plain.length % blockBytes)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(padding, padding)), cipher.final()]).toString(
    'base64',
  )
}

export function pushXml(values: Readonly<Record<string, unknown>>): string {
  return `<xml>${xmlOf(values)}</xml>`
}

function xmlOf(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => (Array.isArray(value) ? value : [value]).map((each) => element(name, each)).join(''))
    .join('')
}

function element(name: string, value: unknown): string {
  if (typeof value === 'number') return `<${name}>${value}</${name}>`
  if (isRecord(value)) return `<${name}>${xmlOf(value)}</${name}>`
  return `<${name}><![CDATA[${String(value ?? '').replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
