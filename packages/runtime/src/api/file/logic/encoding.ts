/** How `readFile` and `writeFile` turn bytes into text and back. */
import { textOf } from '../../../logic/values.ts'
import { arrayBufferToBase64, base64ToArrayBuffer } from '../../base/logic/base64.ts'

export function decodeBytes(bytes: ArrayBuffer, encoding: unknown): string | ArrayBuffer {
  switch (encoding) {
    case undefined:
      return bytes
    case 'base64':
      return arrayBufferToBase64(bytes)
    case 'hex':
      return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
    case 'ascii':
    case 'latin1':
    case 'binary':
      return Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
    default:
      return new TextDecoder().decode(bytes)
  }
}

export function encodeText(data: unknown, encoding: unknown): string | ArrayBuffer {
  if (data instanceof ArrayBuffer) return data
  const text = textOf(data)
  return encoding === 'base64' ? base64ToArrayBuffer(text) : text
}
