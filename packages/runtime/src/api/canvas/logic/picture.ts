/** Pictures for a canvas: the host fetches their bytes, the worker decodes them. */
import type { LogicContext } from '../../../logic/context.ts'
import { isFunction, isRecord, textOf } from '../../../logic/values.ts'

export type LoadPicture = (src: string) => Promise<ImageBitmap>

/** Of pictures that old-style drawings name by their path again and again. */
const keptPictures = 60

export function createPictureLoader(context: LogicContext): LoadPicture {
  const kept = new Map<string, Promise<ImageBitmap>>()
  return (given) => {
    const src = resolveFromPage(given, context.pages.current())
    const known = kept.get(src)
    if (known !== undefined) return known
    const loading = fetchPicture(context, src)
    kept.set(src, loading)
    loading.catch(() => kept.delete(src))
    for (const oldest of kept.keys()) {
      if (kept.size <= keptPictures) break
      kept.delete(oldest)
    }
    return loading
  }
}

async function fetchPicture(context: LogicContext, src: string): Promise<ImageBitmap> {
  const answer = await context.call('createCanvasContext', { src })
  const { picture } = isRecord(answer) ? answer : {}
  const decode = context.browser.createImageBitmap
  if (decode === undefined || !isPicture(picture)) throw new Error(`cannot load ${src}`)
  return decode(picture)
}

/** The names of these classes are gone in the worker; the host sends nothing else. */
function isPicture(value: unknown): value is Blob | ImageBitmap {
  return isRecord(value) && ('size' in value || 'close' in value)
}

/** Relative paths are read from the page's folder, as in WeChat. */
function resolveFromPage(src: string, pages: readonly object[]): string {
  if (/^[a-z]+:/i.test(src) || src.startsWith('/')) return src
  const top = pages.at(-1)
  const route = isRecord(top) && typeof top['route'] === 'string' ? top['route'] : ''
  const parts = route.split('/').slice(0, -1)
  for (const part of src.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}

const bitmapOf = Symbol('bitmap')

/** What `canvas.createImage()` gives: an `Image` as far as drawing needs one. */
export class CanvasImage {
  width = 0
  height = 0
  onload: unknown = null
  onerror: unknown = null
  referrerPolicy = ''
  complete = false;
  [bitmapOf]: ImageBitmap | undefined = undefined
  #src = ''
  readonly #load: LoadPicture
  readonly #listeners: { type: string; listener: unknown }[] = []

  constructor(load: LoadPicture) {
    this.#load = load
  }

  get src(): string {
    return this.#src
  }
  set src(value: unknown) {
    const src = textOf(value)
    this.#src = src
    this.complete = false
    this.#load(src).then(
      (bitmap) => {
        if (this.#src !== src) return
        this[bitmapOf] = bitmap
        this.width = bitmap.width
        this.height = bitmap.height
        this.complete = true
        this.#tell('load', this.onload, {})
      },
      (error: unknown) => {
        if (this.#src !== src) return
        this.complete = true
        this.#tell('error', this.onerror, { errMsg: error instanceof Error ? error.message : String(error) })
      },
    )
  }

  get naturalWidth(): number {
    return this[bitmapOf]?.width ?? 0
  }
  get naturalHeight(): number {
    return this[bitmapOf]?.height ?? 0
  }

  addEventListener(type: unknown, listener: unknown): void {
    this.#listeners.push({ type: textOf(type), listener })
  }
  removeEventListener(type: unknown, listener: unknown): void {
    const at = this.#listeners.findIndex((entry) => entry.type === type && entry.listener === listener)
    if (at >= 0) this.#listeners.splice(at, 1)
  }

  /** Each in a task of its own, so that an exception of the app is reported as one and stops nothing else. */
  #tell(type: string, handler: unknown, detail: object): void {
    const listeners = this.#listeners.filter((entry) => entry.type === type).map(({ listener }) => listener)
    for (const listener of [handler, ...listeners]) {
      if (isFunction(listener)) setTimeout(() => void listener.call(this, { type, target: this, ...detail }))
    }
  }
}

/** What the browser can draw in the place of what the app gave. */
export function drawable(value: unknown): unknown {
  return value instanceof CanvasImage ? value[bitmapOf] : value
}
