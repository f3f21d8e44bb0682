/** What areas of `wx.*` need of the browser itself. Taken while the worker starts: app code finds none of it later. */
export interface LogicPlatform {
  now(): number
  /** Milliseconds since 1970 at which `now` was 0. */
  readonly timeOrigin: number
  readonly userAgent: string
  fillRandom(bytes: Uint8Array<ArrayBuffer>): void
  createBlob(parts: readonly (Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | string)[], type?: string): Blob
  isBlob(value: unknown): value is Blob
  readBlob(blob: Blob): ArrayBuffer
  /** For canvases of the worker. Rejects where workers have no fonts. */
  addFont(family: string, bytes: ArrayBuffer, description: Readonly<Record<string, unknown>>): Promise<void>
}

const Bytes = Blob
const SyncReader = typeof FileReaderSync === 'undefined' ? undefined : FileReaderSync
const random = crypto
const Font = typeof FontFace === 'undefined' ? undefined : FontFace
const fonts: unknown = Reflect.get(globalThis, 'fonts')
const { userAgent } = navigator
const { timeOrigin } = performance

// Node, where tests run this code, has no such reader; the libraries of the browser's window do not know it either.
declare const FileReaderSync: (new () => { readAsArrayBuffer(blob: Blob): ArrayBuffer }) | undefined

export const platform: LogicPlatform = {
  now: performance.now.bind(performance),
  timeOrigin,
  userAgent,
  fillRandom: (bytes) => void random.getRandomValues(bytes),
  createBlob: (parts, type = '') => new Bytes([...parts], { type }),
  isBlob: (value): value is Blob => value instanceof Bytes,
  readBlob(blob) {
    if (SyncReader === undefined) throw new Error('files cannot be read here')
    return new SyncReader().readAsArrayBuffer(blob)
  },
  async addFont(family, bytes, description) {
    const add: unknown = Reflect.get(Object(fonts), 'add')
    if (Font === undefined || typeof add !== 'function') throw new Error('there are no fonts here')
    add.call(fonts, await new Font(family, bytes, description).load())
  },
}
