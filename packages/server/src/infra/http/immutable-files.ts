/**
 * Serves bytes that never change from memory: compressed once for each encoding, least recently used out first. Every answer has a
 * strong ETag and may be kept for ever.
 */
import { chooseEncoding, encodeBytes, type Encoding } from './encoding.ts'

export interface ImmutableFile {
  bytes: Buffer
  mediaType: string
  /** Of the plain bytes, in hex. */
  hash: string
}

export interface ImmutableFiles {
  /** `load` is asked only when the file is not in memory; undefined when there is no such file. */
  respond(request: Request, key: string, load: () => Promise<ImmutableFile | undefined>): Promise<Response | undefined>
}

interface Cached {
  file: ImmutableFile
  heldBytes: number
  encoded: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>
}

const compressionFloorBytes = 512
/** Once for each file: time does not matter much. */
const brotliQuality = 9
const compressible = /^(?:text\/|application\/(?:json|javascript|wasm|xml)|image\/svg|font\/(?:ttf|otf))/

/** What a browser may be told; anything else could be shown as a document, so it is only bytes. */
const inlineMediaType =
  /^(?:text\/(?:javascript|css|plain)|application\/(?:json|wasm)|image\/(?:png|jpeg|gif|webp|avif|bmp|x-icon)|font\/[a-z0-9-]+|audio\/[a-z0-9.+-]+|video\/[a-z0-9.+-]+)$/

export function createImmutableFiles(limitBytes: number): ImmutableFiles {
  const cache = new Map<string, Cached>()
  let heldBytes = 0

  function remember(key: string, file: ImmutableFile): Cached {
    const entry: Cached = { file, heldBytes: file.bytes.length, encoded: new Map() }
    // Small files may hold a large pooled buffer; a copy holds only itself.
    entry.encoded.set('identity', Promise.resolve(new Uint8Array(file.bytes)))
    cache.set(key, entry)
    grow(entry.heldBytes)
    return entry
  }

  function grow(byBytes: number): void {
    heldBytes += byBytes
    for (const [key, entry] of cache) {
      if (heldBytes <= limitBytes) return
      cache.delete(key)
      heldBytes -= entry.heldBytes
    }
  }

  function encode(key: string, entry: Cached, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const known = entry.encoded.get(encoding)
    if (known) return known
    const made = encodeBytes(entry.file.bytes, encoding, brotliQuality).then((bytes) => {
      if (cache.get(key) === entry) {
        entry.heldBytes += bytes.length
        grow(bytes.length)
      }
      return bytes
    })
    entry.encoded.set(encoding, made)
    return made
  }

  return {
    async respond(request, key, load) {
      let entry = cache.get(key)
      if (entry) {
        cache.delete(key)
        cache.set(key, entry)
      } else {
        const file = await load()
        if (!file) return undefined
        entry = cache.get(key) ?? remember(key, file)
      }
      const { file } = entry
      const isCompressible = file.bytes.length >= compressionFloorBytes && compressible.test(file.mediaType)
      const range = isCompressible ? undefined : request.headers.get('range')
      const encoding = isCompressible ? chooseEncoding(request.headers.get('accept-encoding')) : 'identity'
      const etag = encoding === 'identity' ? `"${file.hash}"` : `"${file.hash}-${encoding}"`
      const headers = headersOf(file, etag, isCompressible)
      if (matches(request.headers.get('if-none-match'), file.hash)) return new Response(null, { status: 304, headers })
      if (encoding !== 'identity') headers['Content-Encoding'] = encoding
      const bytes = await encode(key, entry, encoding)
      const ifRange = request.headers.get('if-range')
      if (range !== null && range !== undefined && (ifRange === null || ifRange === etag)) {
        return respondRange(range, bytes, headers, request.method)
      }
      headers['Content-Length'] = String(bytes.length)
      return new Response(request.method === 'HEAD' ? null : bytes, { headers })
    },
  }
}

function headersOf(file: ImmutableFile, etag: string, isCompressible: boolean): Record<string, string> {
  const isInline = inlineMediaType.test(file.mediaType)
  return {
    'Content-Type': isInline ? withCharset(file.mediaType) : 'application/octet-stream',
    ...(isInline ? {} : { 'Content-Disposition': 'attachment' }),
    ...(isCompressible ? { Vary: 'Accept-Encoding' } : { 'Accept-Ranges': 'bytes' }),
    ETag: etag,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Security-Policy': "default-src 'none'; sandbox",
  }
}

function withCharset(mediaType: string): string {
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType
}

/** The content is the same whatever its encoding, so any of its tags will do. */
function matches(ifNoneMatch: string | null, hash: string): boolean {
  return ifNoneMatch !== null && (ifNoneMatch.trim() === '*' || ifNoneMatch.includes(`"${hash}`))
}

function respondRange(
  range: string,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
  method: string,
): Response {
  const size = bytes.length
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? []
  if (first === '' && last === '') return new Response(method === 'HEAD' ? null : bytes, { headers })
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start >= size || start > end) {
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } })
  }
  const part = bytes.subarray(start, end + 1)
  const partHeaders = {
    ...headers,
    'Content-Range': `bytes ${start}-${end}/${size}`,
    'Content-Length': String(part.length),
  }
  return new Response(method === 'HEAD' ? null : part, { status: 206, headers: partHeaders })
}
