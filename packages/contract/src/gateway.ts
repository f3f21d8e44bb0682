/**
 * How the host page sends an app's `wx.request` through the platform's gateway.
 *
 * `POST <gatewayUrl>` carries the target in headers and the request's own body untouched. The answer is 200 with the target's status and
 * headers in headers and its body streamed untouched. A refusal of the gateway itself is 4xx or 5xx with `application/problem+json`.
 * This file is part of the host's bundle, so it checks by hand instead of by schema.
 */

export const gatewayHeader = {
  /** Target address, percent-encoded by `encodeURIComponent`. */
  url: 'x-banyan-url',
  /** GET, POST, ...; the request to the gateway is always a POST. */
  method: 'x-banyan-method',
  /** In both directions: `encodeHeaderList`. */
  headers: 'x-banyan-headers',
  /** A `GatewayPurpose`; without it a request. */
  purpose: 'x-banyan-purpose',
  /** In the answer: the target's status. */
  status: 'x-banyan-status',
  /** Milliseconds after which the gateway gives up. */
  timeout: 'x-banyan-timeout',
} as const

/** Apps may name servers apart for files that they send and fetch. */
export type GatewayPurpose = 'request' | 'upload' | 'download'

/** `[name, value]` pairs, so that `set-cookie` may come several times. Names are lower case in answers. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

/** Body of a refusal. `code` is one of the platform's error codes; `detail` becomes `request:fail <detail>`. */
export interface GatewayProblem {
  code: string
  title: string
  detail: string
}

const maxHeaders = 200
const maxHeaderLength = 16384

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** JSON of the list in base64url, without padding. Pure ASCII, whatever the values hold. */
export function encodeHeaderList(headers: HeaderList): string {
  const text = JSON.stringify(headers).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  let encoded = ''
  for (let at = 0; at < text.length; at += 3) {
    const left = text.length - at
    const bits =
      (text.charCodeAt(at) << 16) |
      ((left > 1 ? text.charCodeAt(at + 1) : 0) << 8) |
      (left > 2 ? text.charCodeAt(at + 2) : 0)
    const digits = Math.min(left, 3) + 1
    for (let digit = 0; digit < digits; digit++) encoded += alphabet.charAt((bits >> (18 - 6 * digit)) & 63)
  }
  return encoded
}

/** Undefined when the text is not what `encodeHeaderList` writes. Plain UTF-8 JSON inside is understood as well. */
export function decodeHeaderList(encoded: string): HeaderList | undefined {
  let escaped = ''
  let bits = 0
  let held = 0
  for (const digit of encoded) {
    if (digit === '=') break
    const value = alphabet.indexOf(digit)
    if (value < 0) return undefined
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    escaped += `%${((bits >> held) & 255).toString(16).padStart(2, '0')}`
  }
  try {
    const parsed: unknown = JSON.parse(decodeURIComponent(escaped))
    return isHeaderList(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function isHeaderList(value: unknown): value is HeaderList {
  return Array.isArray(value) && value.length <= maxHeaders && value.every(isHeader)
}

function isHeader(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((part) => typeof part === 'string' && part.length <= maxHeaderLength)
  )
}
