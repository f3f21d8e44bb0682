/** The form in which a value is stored: JSON of `{ type, data }`, so that `undefined`, numbers and dates come back as they went in. */
import { ApiError } from '../../../logic/context.ts'
import { isRecord } from '../../../logic/values.ts'
import { kindOf } from '../../core/logic/rules.ts'

export const limitKilobytes = 10 * 1024
const maxEntryBytes = 1024 * 1024

export function encodeStored(name: string, data: unknown): string {
  const type = kindOf(data)
  // JSON knows neither `NaN` nor infinity; WeChat gives them back.
  const isOdd = typeof data === 'number' && !Number.isFinite(data)
  const plain = type === 'Date' && data instanceof Date ? data.getTime() : isOdd ? String(data) : data
  let text: string
  try {
    text = JSON.stringify({ type, data: type === 'Undefined' ? null : plain })
  } catch (error) {
    throw new ApiError(`${name}:fail ${error instanceof Error ? error.message : 'data cannot be stored'}`)
  }
  if (sizeOf(text) > maxEntryBytes) throw new ApiError(`${name}:fail entry size limit reached`)
  return text
}

export function decodeStored(text: string): unknown {
  const stored: unknown = JSON.parse(text)
  if (!isRecord(stored)) return ''
  switch (stored.type) {
    case 'Undefined':
      return undefined
    case 'Number':
      return Number(stored.data)
    case 'Date':
      return new Date(Number(stored.data))
    default:
      return stored.data
  }
}

/** Bytes that an entry counts for; characters beyond ASCII count as three, which is what UTF-8 needs for Chinese. */
export function sizeOf(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) bytes += 2
  return bytes
}
