/** What `wx.request` sends and how it reads the answer. */
import { isRecord, textOf } from '../../../logic/values.ts'

export interface ShapedRequest {
  url: string
  header: Record<string, string>
  data: string | ArrayBuffer | undefined
}

/** GET appends `data` to the address; POST sends JSON, a form, text or bytes after `content-type`. */
export function shapeRequest(options: Readonly<Record<string, unknown>>, method: string): ShapedRequest {
  const header = headersOf(options.header)
  const { data } = options
  const url = textOf(options.url)
  if (data === undefined || data === null) return { url, header, data: undefined }
  if (data instanceof ArrayBuffer) return { url, header, data }
  if (ArrayBuffer.isView(data)) {
    return { url, header, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice().buffer }
  }
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') {
    return {
      url: isRecord(data) ? appendQuery(url, encodeForm(data)) : appendQuery(url, textOf(data)),
      header,
      data: undefined,
    }
  }
  if (typeof data === 'string') return { url, header, data }
  const contentType = Object.entries(header).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const isForm = contentType.includes('application/x-www-form-urlencoded')
  return { url, header, data: isForm && isRecord(data) ? encodeForm(data) : JSON.stringify(data) }
}

export function encodeForm(data: Readonly<Record<string, unknown>>): string {
  return Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => {
      const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : textOf(value)
      return `${encodeURIComponent(key)}=${encodeURIComponent(text)}`
    })
    .join('&')
}

/** `dataType` json parses when it can and otherwise hands over the text, as WeChat does. */
export function readAnswer(body: ArrayBuffer, options: Readonly<Record<string, unknown>>): unknown {
  if (options.responseType === 'arraybuffer') return body
  const text = new TextDecoder().decode(body)
  if ((options.dataType ?? 'json') !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** JSON unless the app says otherwise; it is also what WeChat sends with GET. */
function headersOf(given: unknown): Record<string, string> {
  const header: Record<string, string> = {}
  for (const [name, value] of Object.entries(isRecord(given) ? given : {})) {
    // WeChat sets the referrer itself and lets no app do it.
    if (value !== undefined && value !== null && !/^referr?er$/i.test(name)) header[name] = textOf(value)
  }
  const hasType = Object.keys(header).some((name) => name.toLowerCase() === 'content-type')
  return hasType ? header : { 'content-type': 'application/json', ...header }
}

function appendQuery(url: string, query: string): string {
  if (query === '') return url
  const at = url.indexOf('#')
  const base = at < 0 ? url : url.slice(0, at)
  const fragment = at < 0 ? '' : url.slice(at)
  return `${base}${base.includes('?') ? '&' : '?'}${query}${fragment}`
}
