import { randomBytes } from 'node:crypto'

export interface Ids {
  bytes(length: number): Buffer
}

export const randomIds: Ids = { bytes: (length) => randomBytes(length) }

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** `length` characters of Crockford's alphabet, five bits each. */
export function randomText(ids: Ids, length: number): string {
  let text = ''
  for (const byte of ids.bytes(length)) text += alphabet.charAt(byte & 31)
  return text
}

/** `ws_…`: says what it names, and is long enough never to be guessed or met twice. */
export function newId(ids: Ids, prefix: string): string {
  return `${prefix}_${randomText(ids, 20)}`
}
