/** Names inside an archive that mean the same file on every system, and only a file below its root. */
import { uploadLimits } from '@banyan/contract/releases'

const forbiddenSegments = new Set(['', '.', '..', '__proto__', 'constructor', 'prototype'])
const windowsDevices = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i

/** What is wrong with the path, or undefined. */
export function faultOfPath(path: string): string | undefined {
  if (Buffer.byteLength(path) > uploadLimits.nameBytes) return `longer than ${uploadLimits.nameBytes} bytes`
  if (hasControlCharacter(path)) return 'a control character'
  if (/[\\:*?"<>|]/.test(path)) return 'a character that some systems refuse'
  const segments = path.split('/')
  if (segments.length > uploadLimits.nameDepth) return `more than ${uploadLimits.nameDepth} folders deep`
  for (const segment of segments) {
    if (forbiddenSegments.has(segment)) return `the segment "${segment}"`
    if (/[. ]$/.test(segment)) return 'a segment that ends with a dot or a space'
    if (windowsDevices.test(segment)) return `the device name "${segment}"`
  }
  return undefined
}

/** Equal for two names that some file system takes for the same. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC')
}

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x2028 || code === 0x2029 || code === 0xfeff)
      return true
    if (code >= 0x200b && code <= 0x200f) return true
    if (code >= 0x202a && code <= 0x202e) return true
  }
  return false
}
