/** The old `<audio>`: seen only with `controls`, as WeChat's card with a picture, a name and an author. */
import { BuiltIn, type BuiltInDefinition, innerElement, type TapPoint, type ViewContext } from '../../view/built-in.ts'
import { actButton, clock, faceButton } from '../video/drawing.ts'
import { MediaSource } from '../video/source.ts'
import { videoWords } from '../video/words.ts'

const unknown = {
  zh_CN: { name: '未知音频', author: '未知作者' },
  en: { name: 'Unknown sound', author: 'Unknown author' },
}

class AudioElement extends BuiltIn {
  private readonly audio = document.createElement('audio')
  private readonly source: MediaSource
  private readonly card: HTMLElement
  private readonly button = actButton('play', 'wx-audio-play')
  private readonly picture: HTMLElement
  private readonly name: HTMLElement
  private readonly author: HTMLElement
  private readonly time: HTMLElement
  private shownPoster = ''
  private wantsPlay = false

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    const { audio } = this
    audio.preload = 'metadata'
    this.card = innerElement('wx-audio-card', element)
    this.picture = innerElement('wx-audio-picture', this.card)
    this.picture.append(this.button)
    const words = innerElement('wx-audio-words', this.card)
    this.name = innerElement('wx-audio-name', words)
    this.author = innerElement('wx-audio-author', words)
    this.time = innerElement('wx-audio-time', this.card)
    this.content = innerElement('wx-audio-slot', element)
    this.content.hidden = true
    this.source = new MediaSource(view, {
      element,
      media: audio,
      failed: () => this.fail(2),
      ready: () => void (this.wantsPlay && this.play()),
    })
    element.setAttribute('role', 'group')
    this.watch()
  }

  override changed(name: string): void {
    if (name === 'loop') this.audio.loop = this.flag('loop')
  }

  override update(): void {
    const words = unknown[this.view.environment.locale]
    const hasControls = this.flag('controls')
    this.element.toggleAttribute('data-controls', hasControls)
    this.card.hidden = !hasControls
    this.name.textContent = this.text('name', words.name)
    this.author.textContent = this.text('author', words.author)
    this.card.setAttribute('aria-label', `${this.name.textContent} ${this.author.textContent}`)
    this.source.set(this.text('src'), false)
    this.showPoster()
    this.refresh()
  }

  override tapped({ target }: TapPoint): boolean {
    if (target.closest('[data-act]') === null) return false
    if (this.audio.paused) void this.play()
    else this.audio.pause()
    return true
  }

  override invoke(method: string, [first]: readonly unknown[]): unknown {
    switch (method) {
      case 'play':
        return this.play()
      case 'pause':
        return this.audio.pause()
      case 'seek':
        this.audio.currentTime = Number(first) || 0
        return undefined
      case 'setSrc':
        this.set('src', first)
        return undefined
      default:
        return super.invoke(method, [first])
    }
  }

  override destroy(): void {
    this.source.destroy()
  }

  private async play(): Promise<void> {
    this.source.load()
    this.wantsPlay = !this.source.isReady
    if (this.wantsPlay) return
    try {
      await this.audio.play()
    } catch {
      // A new source ends the attempt, and so does a browser that wants a press first; what failed is told by `error`.
      this.refresh()
    }
  }

  private fail(code: number): void {
    this.emit('error', { errMsg: `MediaError.code ${code}` })
  }

  private watch(): void {
    const { audio } = this
    const on = (type: string, work: () => void): void =>
      audio.addEventListener(type, () => {
        work()
        this.refresh()
      })
    on('play', () => this.emit('play', {}))
    on('pause', () => this.emit('pause', {}))
    on('ended', () => this.emit('ended', {}))
    on('loadedmetadata', () => undefined)
    on('timeupdate', () => this.emit('timeupdate', { currentTime: audio.currentTime, duration: audio.duration }))
    on('error', () => {
      if (audio.getAttribute('src') !== null) this.fail(audio.error?.code ?? 4)
    })
  }

  private showPoster(): void {
    const source = this.text('poster')
    if (source === this.shownPoster) return
    this.shownPoster = source
    this.picture.style.backgroundImage = ''
    void this.view.resources.load(source).then((url) => {
      if (url !== undefined && this.shownPoster === source) this.picture.style.backgroundImage = `url("${url}")`
    })
  }

  private refresh(): void {
    const words = videoWords[this.view.environment.locale]
    const { paused } = this.audio
    faceButton(this.button, paused ? 'play' : 'pause', paused ? words.play : words.pause, 24)
    this.time.textContent = clock(this.audio.currentTime)
  }
}

export const audio: BuiltInDefinition = {
  tag: 'audio',
  attributes: ['src', 'loop', 'controls', 'poster', 'name', 'author'],
  style: [
    'wx-audio{display:inline-block}wx-audio:not([data-controls]){display:none}wx-audio [hidden]{display:none}',
    '.wx-audio-card{display:flex;width:300px;max-width:100%;height:65px;box-sizing:border-box;border:1px solid var(--w-line);background:var(--w-box);color:var(--w-text);text-align:left;line-height:1.3}',
    '.wx-audio-picture{width:65px;height:100%;flex:none;background:#e6e6e6 center/cover no-repeat;display:flex;align-items:center;justify-content:center}',
    '.wx-audio-play{width:36px;height:36px;border-radius:50%;border:0;padding:0;background:rgba(0,0,0,.4);color:#fff;display:flex;align-items:center;justify-content:center;cursor:pointer}',
    '.wx-audio-words{flex:1;min-width:0;padding:11px 8px}.wx-audio-words>div{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}',
    '.wx-audio-name{font-size:14px}.wx-audio-author{font-size:12px;color:var(--w-dim);margin-top:4px}',
    '.wx-audio-time{flex:none;padding:13px 8px;font-size:12px;color:var(--w-dim);font-variant-numeric:tabular-nums}',
  ].join(''),
  create: (element, view) => new AudioElement(element, view),
}
