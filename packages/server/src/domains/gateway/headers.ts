/** Which headers travel. The browser's own, cookies of the platform among them, never do: only the list that the app made. */
import { PlatformError } from '@banyan/contract/errors'
import { decodeHeaderList, encodeHeaderList } from '@banyan/contract/gateway'

const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]

/** Ours to write, because they tell the target who is asking, or frame the message. */
const refusedInRequests = new Set([
  ...hopByHop,
  'accept-encoding',
  'content-length',
  'expect',
  'forwarded',
  'host',
  'http2-settings',
  'origin',
  'referer',
  'via',
])
const droppedFromAnswers = new Set([...hopByHop, 'alt-svc'])
const credentials = new Set(['authorization', 'cookie'])
const tokenPattern = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

export type HeaderRecord = Record<string, string | string[]>

export function requestHeaders(encoded: string | undefined): HeaderRecord {
  const list = encoded === undefined ? [] : decodeHeaderList(encoded)
  if (!list) throw invalid('header')
  const headers: HeaderRecord = {}
  for (const [rawName, value] of list) {
    const name = rawName.toLowerCase()
    if (!tokenPattern.test(name) || !isHeaderValue(value))
      throw invalid(`header ${JSON.stringify(rawName.slice(0, 60))}`)
    if (refusedInRequests.has(name) || /^(?:sec|proxy|x-forwarded|x-banyan)-/.test(name)) continue
    headers[name] = Object.hasOwn(headers, name) ? [headers[name] ?? [], value].flat() : value
  }
  return headers
}

/** A redirect to another origin must not carry what was meant for the first. */
export function withoutCredentials(headers: HeaderRecord): HeaderRecord {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !credentials.has(name)))
}

export function answerHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const list: [string, string][] = []
  // The length of a packed body is not that of what the app gets, by which it measures how far a download has come.
  const isPacked = headers['content-encoding'] !== undefined
  for (const [name, value] of Object.entries(headers)) {
    if (isPacked && name.toLowerCase() === 'content-length') continue
    if (value === undefined || droppedFromAnswers.has(name.toLowerCase())) continue
    for (const each of [value].flat()) list.push([name.toLowerCase(), each])
  }
  return encodeHeaderList(list)
}

function isHeaderValue(value: string): boolean {
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index)
    if ((code < 0x20 && code !== 0x09) || code === 0x7f || code > 0xff) return false
  }
  return true
}

function invalid(what: string): PlatformError {
  return new PlatformError('gateway.requestInvalid', { detail: `invalid ${what}` })
}
