/** Where the bytes of a sound or video come from. Frames have no network: the host fetches the whole file, which the frame plays as a blob. */
import type { ViewContext } from '../../view/built-in.ts'

/** Files of the package and of the device cost nothing to have; what lies elsewhere is fetched when it comes near or is to be played. */
export function isRemote(source: string): boolean {
  return /^(https?:)?\/\//i.test(source.trim())
}

export class MediaSource {
  private readonly view: ViewContext
  private readonly element: HTMLElement
  private readonly media: HTMLMediaElement
  private readonly failed: (source: string) => void
  private readonly ready: () => void
  private wanted = ''
  private loading = ''
  private near: IntersectionObserver | undefined

  constructor(
    view: ViewContext,
    parts: { element: HTMLElement; media: HTMLMediaElement; failed: (source: string) => void; ready?: () => void },
  ) {
    this.view = view
    this.element = parts.element
    this.media = parts.media
    this.failed = parts.failed
    this.ready = parts.ready ?? (() => undefined)
  }

  /** The element has something to play: before that it would forget that it should. */
  get isReady(): boolean {
    return this.media.hasAttribute('src')
  }

  get source(): string {
    return this.wanted
  }

  set(source: string, isUrgent: boolean): void {
    if (source === this.wanted) return
    this.wanted = source
    this.loading = ''
    this.near?.disconnect()
    this.near = undefined
    this.media.removeAttribute('src')
    this.media.load()
    if (source === '') return
    if (isUrgent || !isRemote(source)) this.load()
    else this.waitUntilNear()
  }

  /** Fetches now, if that has not begun. */
  load(): void {
    const source = this.wanted
    if (source === '' || this.loading === source) return
    this.loading = source
    this.near?.disconnect()
    void this.view.resources.load(source).then((url) => {
      if (this.wanted !== source || this.loading !== source) return
      if (url !== undefined) {
        this.media.src = url
        this.ready()
        return
      }
      this.loading = ''
      this.failed(source)
    })
  }

  destroy(): void {
    this.near?.disconnect()
    this.wanted = ''
    this.media.pause()
    this.media.removeAttribute('src')
    this.media.load()
  }

  private waitUntilNear(): void {
    this.near = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.load()
    })
    this.near.observe(this.element)
  }
}
