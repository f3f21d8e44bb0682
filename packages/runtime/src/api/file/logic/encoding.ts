/** How `readFile` and `writeFile` turn bytes into text and back. */
import { textOf } from '../../../logic/values.ts'
import { arrayBufferToBase64, base64ToArrayBuffer } from '../../crypto/logic/base64.ts'
import { FileError, fileErrors } from './file-error.ts'

const encodings = 'ascii base64 binary hex ucs2 ucs-2 utf16le utf-16le utf-8 utf8 latin1'.split(' ')

/** Refuses what WeChat does not know. */
export function checkEncoding(encoding: unknown): void {
  if (encoding === undefined || encoding === null || encoding === '') return
  if (!encodings.includes(textOf(encoding))) throw new FileError(1300022, `invalid encoding "${textOf(encoding)}"`)
}

export function decodeBytes(bytes: ArrayBuffer, encoding: unknown): string | ArrayBuffer {
  switch (encoding) {
    case undefined:
    case null:
    case '':
      return bytes
    case 'base64':
      return arrayBufferToBase64(bytes)
    case 'hex':
      return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
    case 'ascii':
      return fromCodes(new Uint8Array(bytes), 0x7f)
    case 'latin1':
    case 'binary':
      return fromCodes(new Uint8Array(bytes), 0xff)
    case 'ucs2':
    case 'ucs-2':
    case 'utf16le':
    case 'utf-16le':
      return new TextDecoder('utf-16le').decode(bytes)
    default:
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  }
}

export function encodeText(data: unknown, encoding: unknown): ArrayBuffer {
  if (data instanceof ArrayBuffer) return data
  if (ArrayBuffer.isView(data)) {
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice().buffer
  }
  const text = textOf(data)
  switch (encoding) {
    case 'base64':
      try {
        return base64ToArrayBuffer(text)
      } catch {
        throw fileErrors.badBase64()
      }
    case 'hex':
      return Uint8Array.from(text.match(/[\da-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16)).buffer
    case 'ascii':
    case 'latin1':
    case 'binary':
      return Uint8Array.from(text, (char) => char.charCodeAt(0)).buffer
    case 'ucs2':
    case 'ucs-2':
    case 'utf16le':
    case 'utf-16le': {
      const view = new DataView(new ArrayBuffer(text.length * 2))
      for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true)
      return view.buffer
    }
    default:
      return new TextEncoder().encode(text).buffer
  }
}

function fromCodes(bytes: Uint8Array, mask: number): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte & mask)
  return text
}
