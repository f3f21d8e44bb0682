import { BuiltIn, innerElement, type TapPoint, type ViewContext } from '../../view/built-in.ts'
import { VideoControls } from './controls.ts'
import { DanmuLayer, readDanmu } from './danmu.ts'
import { type FullScreen, fullScreenOf } from './full-screen.ts'
import { followFingers } from './gestures.ts'
import { clampRate } from './playback-rate.ts'
import { MediaSource } from './source.ts'
import { videoWords } from './words.ts'
import { bufferedEnd, watchSeeks, whenSized } from './loading.ts'

/** WeChat takes the controls away after this long while the video plays. */
const controlsStayMs = 5000
const doubleTapMs = 300
const keyStepSeconds = 5
const wideEnoughPx = 240

export class VideoElement extends BuiltIn {
  readonly video = document.createElement('video')
  private readonly goTo = watchSeeks(this.video, (position) => this.emit('seekcomplete', { position }))
  readonly stage: HTMLElement
  readonly controls: VideoControls
  readonly source: MediaSource
  private readonly poster: HTMLElement
  private readonly danmus: DanmuLayer
  private readonly fullScreen: FullScreen
  private direction: 'vertical' | 'horizontal' = 'vertical'
  private shownPoster = ''
  private hasStarted = false
  private wantsPlay = false
  private isWaiting = false
  private hasFailed = false
  private isLocked = false
  private areControlsUp = true
  private isInBackground = false
  private controlsTimer: number | undefined
  private lastTapMs = Number.NEGATIVE_INFINITY
  /** Seconds that a finger on the track points at. */
  private scrubbed: number | undefined

  constructor(element: HTMLElement, view: ViewContext) {
    super(element, view)
    const { video } = this
    this.stage = innerElement('wx-video-stage', element)
    this.stage.append(video)
    this.poster = innerElement('wx-video-poster', this.stage)
    this.danmus = new DanmuLayer(innerElement('wx-video-danmu', this.stage))
    this.controls = new VideoControls(this.stage, videoWords[view.environment.locale])
    this.content = innerElement('wx-video-slot', element)
    this.source = new MediaSource(view, {
      element,
      media: video,
      failed: (source) => this.fail(source),
      ready: () => this.update(),
    })
    this.fullScreen = fullScreenOf(element, video, () => this.fullScreenChanged())
    video.playsInline = true
    video.disableRemotePlayback = true
    video.preload = 'metadata'
    element.setAttribute('role', 'group')
    this.watchVideo()
    followFingers(this, {
      scrub: (seconds, isOver) => this.scrub(seconds, isOver),
      isFull: () => this.fullScreen.isFull,
    })
    this.controls.track.addEventListener('keydown', (event) => this.trackKey(event))
    document.addEventListener('banyan:hidden', this.pageHidden)
    document.addEventListener('visibilitychange', this.pageHidden)
  }

  get duration(): number {
    const own = this.video.duration
    const given = this.number('duration', 0)
    return given > 0 ? given : Number.isFinite(own) ? own : 0
  }

  override changed(name: string): void {
    const { video } = this
    if (name === 'muted') video.muted = this.flag('muted')
    if (name === 'loop') video.loop = this.flag('loop')
    if (name === 'object-fit') video.style.objectFit = this.text('object-fit', 'contain')
    if (name === 'danmu-list') this.danmus.setList(this.properties['danmu-list'])
    if (name === 'enable-danmu') this.danmus.element.hidden = !this.flag('enable-danmu')
    if (name === 'src') {
      this.hasStarted = this.hasFailed = this.isWaiting = false
      this.wantsPlay = this.flag('autoplay')
    }
    if (name === 'autoplay' && this.flag('autoplay') && !this.hasStarted) this.wantsPlay = true
  }

  override update(): void {
    const { element, stage } = this
    if (!element.hasAttribute('aria-label') && this.text('title') !== '')
      element.setAttribute('aria-label', this.text('title'))
    if (this.properties['enable-danmu'] === undefined) this.danmus.element.hidden = true
    const slides = this.flag('vslide-gesture') || this.flag('page-gesture')
    stage.classList.toggle('wx-video-still', slides || this.fullScreen.isFull)
    stage.classList.toggle('wx-video-pan', !slides && this.flag('enable-progress-gesture', true))
    this.source.set(this.text('src'), this.flag('autoplay'))
    this.showPoster()
    if (this.wantsPlay) this.play()
    this.refresh()
  }

  override destroy(): void {
    window.clearTimeout(this.controlsTimer)
    document.removeEventListener('banyan:hidden', this.pageHidden)
    document.removeEventListener('visibilitychange', this.pageHidden)
    this.fullScreen.destroy()
    this.source.destroy()
  }

  override tapped({ target }: TapPoint): boolean {
    const act = target.closest<HTMLElement>('[data-act]')?.dataset['act']
    if (act !== undefined) this.act(act)
    else if (!this.content.contains(target) && target.closest('.wx-video-track') === null) this.tappedStage()
    // The app still hears of taps on the video through its own listeners; nothing around it should act on them as well.
    return true
  }

  override invoke(method: string, [first]: readonly unknown[]): unknown {
    const options: Record<string, unknown> = typeof first === 'object' && first !== null ? { ...first } : {}
    switch (method) {
      case 'play':
        return this.play()
      case 'pause':
        return this.pause()
      case 'stop':
        this.pause()
        return this.seek(0)
      case 'seek':
        return this.seek(Number(first))
      case 'playbackRate':
        this.video.playbackRate = this.video.defaultPlaybackRate = clampRate(Number(first))
        return undefined
      case 'sendDanmu': {
        const danmu = readDanmu(options)
        if (danmu !== undefined) this.danmus.send(danmu)
        return undefined
      }
      case 'requestFullScreen':
        return this.enterFull(options['direction'])
      case 'exitFullScreen':
        return this.fullScreen.leave()
      case 'requestBackgroundPlayback':
      case 'exitBackgroundPlayback':
        this.isInBackground = method === 'requestBackgroundPlayback'
        return undefined
      case 'exitPictureInPicture':
        return document.pictureInPictureElement === this.video ? document.exitPictureInPicture() : undefined
      case 'requestPictureInPicture':
        return this.video.requestPictureInPicture().then(() => undefined)
      case 'showStatusBar':
      case 'hideStatusBar':
        return undefined
      default:
        return super.invoke(method, [first])
    }
  }

  seek(seconds: number): void {
    if (!Number.isFinite(seconds)) return
    this.source.load()
    const { video } = this
    const go = (): void => this.goTo(Math.max(0, Math.min(seconds, video.duration || seconds)))
    if (video.readyState >= HTMLMediaElement.HAVE_METADATA) go()
    else video.addEventListener('loadedmetadata', go, { once: true })
  }

  private play(): void {
    this.hasFailed = false
    if (this.source.source === '') return
    this.hasStarted = true
    this.source.load()
    this.wantsPlay = !this.source.isReady
    this.isWaiting = this.video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA
    this.liftControls(false)
    this.showPoster()
    if (this.wantsPlay) return
    this.video.play().catch((error: unknown) => {
      // A new source or a pause ends the attempt; only what the browser forbids leaves the video as it was.
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') return
      this.hasStarted = this.isWaiting = false
      this.refresh()
    })
  }

  private pause(): void {
    this.wantsPlay = false
    this.video.pause()
  }

  private readonly pageHidden = (event: Event): void => {
    if (event.type === 'visibilitychange' && document.visibilityState !== 'hidden') return
    const name = event.type === 'visibilitychange' ? 'auto-pause-if-open-native' : 'auto-pause-if-navigate'
    if (this.flag(name, true) && !this.isInBackground && document.pictureInPictureElement !== this.video) this.pause()
  }

  private act(act: string): void {
    const { video, hasStarted } = this
    if (act === 'play') {
      if (this.hasFailed) this.retry()
      if (video.paused) this.play()
      else this.pause()
    }
    if (act === 'mute') video.muted = !video.muted
    if (act === 'danmu') this.danmus.element.hidden = !this.danmus.element.hidden
    if (act === 'lock') this.isLocked = !this.isLocked
    if (act === 'background') this.isInBackground = true
    if (act === 'full') {
      if (this.fullScreen.isFull) this.fullScreen.leave()
      else this.enterFull(this.properties['direction'])
    }
    this.liftControls(hasStarted || act !== 'play')
  }

  private retry(): void {
    const source = this.source.source
    this.source.set('', true)
    this.source.set(source, true)
  }

  private tappedStage(): void {
    const now = performance.now()
    const isDouble = now - this.lastTapMs < doubleTapMs
    this.lastTapMs = isDouble ? Number.NEGATIVE_INFINITY : now
    if (isDouble && this.flag('enable-play-gesture')) {
      if (this.video.paused) this.play()
      else this.pause()
      return
    }
    if (this.hasStarted) this.liftControls(!this.areControlsUp)
  }

  private liftControls(isUp: boolean): void {
    window.clearTimeout(this.controlsTimer)
    const before = this.areControlsUp
    this.areControlsUp = isUp
    if (isUp && !this.video.paused) {
      this.controlsTimer = window.setTimeout(() => this.liftControls(false), controlsStayMs)
    }
    if (before !== isUp && this.flag('controls', true)) this.emit('controlstoggle', { show: isUp })
    this.refresh()
  }

  private enterFull(direction: unknown): void {
    const { videoWidth, videoHeight } = this.video
    const isWide = direction === undefined ? videoWidth > videoHeight : Math.abs(Number(direction)) === 90
    this.direction = isWide ? 'horizontal' : 'vertical'
    this.fullScreen.enter()
  }

  private fullScreenChanged(): void {
    const { isFull } = this.fullScreen
    if (!isFull) this.isLocked = false
    const lock: unknown = Reflect.get(screen.orientation ?? {}, 'lock')
    if (isFull && this.direction === 'horizontal' && typeof lock === 'function') {
      // Only some phones let a page turn the screen.
      void Promise.resolve(lock.call(screen.orientation, 'landscape')).catch(() => undefined)
    }
    this.emit('fullscreenchange', { fullScreen: isFull, fullscreen: isFull, direction: this.direction })
    this.update()
  }

  private scrub(seconds: number | undefined, isOver: boolean): void {
    if (isOver) {
      if (this.scrubbed !== undefined) this.seek(this.scrubbed)
      this.scrubbed = undefined
    } else this.scrubbed = seconds
    this.showTime()
  }

  private trackKey(event: KeyboardEvent): void {
    const step = {
      ArrowLeft: -keyStepSeconds,
      ArrowDown: -keyStepSeconds,
      ArrowRight: keyStepSeconds,
      ArrowUp: keyStepSeconds,
    }[event.key]
    if (step === undefined) return
    event.preventDefault()
    this.seek(this.video.currentTime + step)
  }

  private fail(source: string): void {
    this.hasFailed = true
    this.isWaiting = this.hasStarted = false
    this.emit('error', { errMsg: source === '' ? 'MEDIA_ERR_SRC_NOT_SUPPORTED' : `MEDIA_ERR_NETWORK ${source}` })
    this.refresh()
  }

  private showPoster(): void {
    const source = this.text('poster')
    this.poster.hidden = this.hasStarted || source === ''
    if (source === this.shownPoster) return
    this.shownPoster = source
    this.poster.style.backgroundImage = ''
    void this.view.resources.load(source).then((url) => {
      if (url !== undefined && this.shownPoster === source) this.poster.style.backgroundImage = `url("${url}")`
    })
  }

  private refresh(): void {
    const { video, hasStarted, areControlsUp } = this
    const { isFull } = this.fullScreen
    const hasControls = this.flag('controls', true)
    const isCentered = this.text('play-btn-position', 'bottom') === 'center'
    const isUp = hasControls && areControlsUp
    this.danmus.setPaused(video.paused)
    this.controls.show({
      isPlaying: !video.paused,
      isMuted: video.muted,
      isFull,
      isLocked: this.isLocked,
      isDanmuShown: !this.danmus.element.hidden,
      isWaiting: this.isWaiting,
      hasFailed: this.hasFailed,
      currentTime: this.scrubbed ?? video.currentTime,
      duration: this.duration,
      buffered: bufferedEnd(video),
      title: this.text('title'),
      shows: {
        bar: isUp && hasStarted,
        centerPlay:
          video.paused &&
          (hasStarted ? isUp && isCentered : this.flag('show-center-play-btn', true)) &&
          !this.isWaiting,
        play: this.flag('show-play-btn', true) && !isCentered,
        progress: this.flag('show-progress', isFull || this.element.clientWidth > wideEnoughPx),
        danmu: this.flag('danmu-btn'),
        mute: this.flag('show-mute-btn'),
        full: this.flag('show-fullscreen-btn', true),
        background: this.flag('show-background-playback-button'),
        thin: hasControls && hasStarted && !areControlsUp && this.flag('show-bottom-progress', true),
        title: isFull && isUp && this.text('title') !== '',
        lock: isFull && (isUp || this.isLocked) && this.flag('show-screen-lock-button'),
      },
    })
  }

  private showTime(): void {
    this.controls.showTime(this.scrubbed ?? this.video.currentTime, this.duration, bufferedEnd(this.video))
  }

  private watchVideo(): void {
    const { video } = this
    const on = (type: string, work: () => void): void => video.addEventListener(type, work)
    on('play', () => {
      this.hasStarted = true
      this.emit('play', {})
      this.refresh()
    })
    on('pause', () => {
      if (!video.ended) this.emit('pause', {})
      this.liftControls(true)
    })
    on('ended', () => {
      this.emit('ended', {})
      this.hasStarted = false
      this.update()
    })
    on('playing', () => {
      this.isWaiting = false
      this.refresh()
    })
    on('timeupdate', () => {
      this.danmus.reach(video.currentTime)
      this.showTime()
      if (!video.paused) this.emit('timeupdate', { currentTime: video.currentTime, duration: this.duration })
    })
    on('waiting', () => {
      this.isWaiting = true
      this.emit('waiting', {})
      this.refresh()
    })
    on('loadedmetadata', () => {
      if (this.number('initial-time', 0) > 0) this.seek(this.number('initial-time', 0))
      whenSized(video, (size) => this.emit('loadedmetadata', { ...size, duration: video.duration }))
      this.refresh()
    })
    // A short film may be there as a whole before its length is known.
    for (const type of ['progress', 'canplaythrough'])
      on(
        type,
        () =>
          this.duration > 0 &&
          this.emit('progress', { buffered: Math.min(100, (bufferedEnd(video) / this.duration) * 100) }),
      )
    on('volumechange', () => this.refresh())
    on('error', () => {
      if (video.getAttribute('src') !== null) this.fail('')
    })
    for (const type of ['enterpictureinpicture', 'leavepictureinpicture']) on(type, () => this.emit(type, {}))
  }
}
