/** `wx.previewImage` and `wx.previewMedia`: full screen; swipe, pinch, double tap, arrows; a tap or Escape closes, a long press has a menu. */
import type { HostContext } from '../context.ts'
import { readFlag, readNumber, readText } from '../params.ts'
import { addStylesOnce } from '../ui/add-styles.ts'
import { element } from '../ui/dom.ts'
import { isRecord } from '../worker-messages.ts'
import { openDialog } from './dialog.ts'
import { openMediaMenu } from './media-menu.ts'
import { followFingers } from './preview-gestures.ts'
import { laterTextsOf } from './texts.ts'

type Params = Readonly<Record<string, unknown>>

interface Item {
  kind: 'image' | 'video'
  url: string
  poster: string
}

const look = `
.viewer{position:absolute;top:0;right:0;bottom:0;left:0;background:#000;color:#fff;overflow:hidden;outline:none;touch-action:none;user-select:none;-webkit-user-select:none}
.viewer-track{position:absolute;top:0;right:0;bottom:0;left:0;will-change:transform}
.viewer-track.moving{transition:transform 240ms ease-out}
.viewer-slide{position:absolute;top:0;bottom:0;width:100%;display:grid;place-items:center;overflow:hidden}
.viewer-slide img,.viewer-slide video{max-width:100%;max-height:100%;width:100%;height:100%;object-fit:contain;-webkit-user-drag:none;-webkit-touch-callout:none}
.viewer-slide img{will-change:transform}
.viewer-slide.waiting:after{content:"";width:36px;height:36px;border-radius:50%;border:3px solid #fff;border-right-color:transparent;animation:turn 900ms linear infinite;position:absolute}
.viewer-slide.failed:after{content:attr(data-failed);color:#ccc;font-size:14px;position:absolute}
.viewer-count{position:absolute;top:calc(16px + env(safe-area-inset-top));left:0;right:0;text-align:center;font-size:14px;pointer-events:none;text-shadow:0 1px 2px #000}
.viewer button{position:absolute;width:44px;height:44px;border-radius:50%;background:rgba(0,0,0,.5);color:#fff;font-size:20px}
.viewer .viewer-close{top:calc(8px + env(safe-area-inset-top));left:8px}
.viewer .viewer-step{top:50%;margin-top:-22px}.viewer .viewer-step.before{left:8px}.viewer .viewer-step.after{right:8px}
@media(hover:none){.viewer button:not(:focus-visible){opacity:0;pointer-events:none}}
@media(prefers-reduced-motion:reduce){.viewer-track.moving{transition:none}}
`

const words = {
  zh_CN: { close: '关闭预览', before: '上一张', after: '下一张', failed: '图片加载失败' },
  en: { close: 'Close the preview', before: 'Previous', after: 'Next', failed: 'This cannot be shown' },
}

/** Resolves when the user has closed it. */
export function previewMedia(host: HostContext, params: Params): Promise<void> {
  const items = itemsOf(params)
  if (items.length === 0) return Promise.resolve()
  return new Promise((resolve) => {
    const viewer = new Viewer(host, items, {
      start: Math.min(Math.max(startOf(params, items), 0), items.length - 1),
      hasMenu: readFlag(params, 'showmenu', true),
      closed: resolve,
    })
    viewer.open()
  })
}

function itemsOf({ urls, sources }: Params): Item[] {
  if (Array.isArray(sources)) {
    return sources.filter(isRecord).map((source) => ({
      kind: readText(source, 'type') === 'video' ? 'video' : 'image',
      url: readText(source, 'url'),
      poster: readText(source, 'poster'),
    }))
  }
  const list: readonly unknown[] = Array.isArray(urls) ? urls : []
  return list.flatMap((url) => (typeof url === 'string' ? [{ kind: 'image', url, poster: '' }] : []))
}

function startOf(params: Params, items: readonly Item[]): number {
  const { current } = params
  return typeof current === 'string' ? items.findIndex(({ url }) => url === current) : readNumber(params, 'current', 0)
}

class Viewer {
  readonly #host: HostContext
  readonly #items: readonly Item[]
  readonly #options: { hasMenu: boolean; closed: () => void }
  readonly #track = element('div', { class: 'viewer-track' })
  readonly #counter = element('div', { class: 'viewer-count', 'aria-live': 'polite' })
  readonly #panel: HTMLElement
  readonly #before: HTMLElement
  readonly #after: HTMLElement
  readonly #slides = new Map<number, HTMLElement>()
  #index: number
  #close: () => void = () => undefined
  #gestures: { reset(): void } | undefined

  constructor(
    host: HostContext,
    items: readonly Item[],
    options: { start: number; hasMenu: boolean; closed: () => void },
  ) {
    this.#host = host
    this.#items = items
    this.#options = options
    this.#index = options.start
    const text = words[host.texts.locale]
    const button = (className: string, label: string, face: string, onTap: () => void) => {
      const made = element('button', { type: 'button', class: className, 'aria-label': label }, face)
      made.addEventListener('click', onTap)
      return made
    }
    this.#before = button('viewer-step before', text.before, '‹', () => this.#step(-1))
    this.#after = button('viewer-step after', text.after, '›', () => this.#step(1))
    const close = button('viewer-close', text.close, '✕', () => this.#close())
    const parts = [this.#track, this.#counter, close, this.#before, this.#after]
    this.#panel = element('div', { class: 'viewer', role: 'dialog', 'aria-label': '' }, ...parts)
  }

  open(): void {
    addStylesOnce(look)
    const panel = this.#panel
    const dialog = openDialog(this.#host.root, panel, () => this.#options.closed())
    this.#close = () => {
      dialog.close()
      this.#options.closed()
    }
    this.#gestures = followFingers(panel, {
      target: () => this.#slides.get(this.#index)?.querySelector('img') ?? undefined,
      drag: (distance) => this.#place(this.#isEdge(distance) ? distance / 3 : distance),
      release: (distance, velocity) => this.#release(distance, velocity),
      tap: () => this.#close(),
      hold: () => this.#openMenu(),
    })
    panel.addEventListener('keydown', ({ key }) => {
      if (key === 'ArrowRight') this.#step(1)
      if (key === 'ArrowLeft') this.#step(-1)
    })
    panel.addEventListener('contextmenu', (event) => {
      event.preventDefault()
      this.#openMenu()
    })
    this.#show(this.#index)
  }

  #release(distance: number, velocity: number): void {
    const isFar = Math.abs(distance) > this.#panel.clientWidth / 3
    const isFast = Math.abs(velocity) > 0.4 && Math.sign(velocity) === Math.sign(distance)
    if ((isFar || isFast) && !this.#isEdge(distance)) this.#step(distance < 0 ? 1 : -1)
    else this.#settle()
  }

  #isEdge(distance: number): boolean {
    return distance > 0 ? this.#index === 0 : this.#index === this.#items.length - 1
  }

  #step(by: number): void {
    const next = this.#index + by
    if (next >= 0 && next < this.#items.length) this.#show(next)
    else this.#settle()
  }

  #show(index: number): void {
    this.#slides.get(this.#index)?.querySelector('video')?.pause()
    this.#index = index
    this.#gestures?.reset()
    for (const [at, slide] of this.#slides) {
      if (Math.abs(at - index) <= 1) continue
      slide.remove()
      this.#slides.delete(at)
    }
    for (const at of [index, index + 1, index - 1]) if (at >= 0 && at < this.#items.length) this.#prepare(at)
    for (const [at, slide] of this.#slides) slide.toggleAttribute('inert', at !== index)
    this.#before.hidden = index === 0
    this.#after.hidden = index === this.#items.length - 1
    const label = laterTextsOf(this.#host.texts)
      .page.replace('{n}', String(index + 1))
      .replace('{m}', String(this.#items.length))
    this.#panel.setAttribute('aria-label', label)
    this.#counter.textContent = this.#items.length > 1 ? `${index + 1} / ${this.#items.length}` : ''
    this.#settle()
  }

  #settle(): void {
    this.#track.classList.add('moving')
    this.#track.style.transform = `translateX(${-this.#index * 100}%)`
  }

  #place(distance: number): void {
    this.#track.classList.remove('moving')
    this.#track.style.transform = `translateX(calc(${-this.#index * 100}% + ${distance}px))`
  }

  #prepare(index: number): void {
    const item = this.#items[index]
    if (item === undefined || this.#slides.has(index)) return
    const slide = element('div', {
      class: 'viewer-slide waiting',
      'data-failed': words[this.#host.texts.locale].failed,
    })
    slide.style.left = `${index * 100}%`
    this.#slides.set(index, slide)
    this.#track.append(slide)
    const failed = () => {
      slide.classList.remove('waiting')
      slide.classList.add('failed')
    }
    void this.#host.pictureUrl(item.url).then((url) => {
      if (url === undefined) {
        failed()
        return
      }
      const media =
        item.kind === 'video' ? this.#video(item, url) : element('img', { alt: '', draggable: 'false', src: url })
      const loaded = () => slide.classList.remove('waiting')
      media.addEventListener(item.kind === 'video' ? 'loadedmetadata' : 'load', loaded)
      media.addEventListener('error', failed)
      slide.append(media)
    })
  }

  #video(item: Item, url: string): HTMLVideoElement {
    const video = element('video', { controls: '', playsinline: '', preload: 'metadata', src: url })
    void this.#host.pictureUrl(item.poster).then((poster) => {
      if (poster !== undefined && item.poster !== '') video.poster = poster
    })
    return video
  }

  #openMenu(): void {
    const item = this.#items[this.#index]
    if (item !== undefined && this.#options.hasMenu) void openMediaMenu(this.#host, item.url, item.kind)
  }
}
