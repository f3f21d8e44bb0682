import { textOf } from '../../../logic/values.ts'

export function base64ToArrayBuffer(base64: unknown): ArrayBuffer {
  const text = atob(textOf(base64))
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes.buffer
}

export function arrayBufferToBase64(buffer: unknown): string {
  if (!(buffer instanceof ArrayBuffer) && !ArrayBuffer.isView(buffer)) return ''
  const bytes =
    buffer instanceof ArrayBuffer
      ? new Uint8Array(buffer)
      : new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
