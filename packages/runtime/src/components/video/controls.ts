/** The bar, the button in the middle and what lies around them. It only shows; what a tap means is the video's business. */
import { innerElement } from '../../view/built-in.ts'
import { actButton, clock, faceButton } from './drawing.ts'
import type { VideoWords } from './words.ts'

export interface ControlState {
  isPlaying: boolean
  isMuted: boolean
  isFull: boolean
  isLocked: boolean
  isDanmuShown: boolean
  isWaiting: boolean
  hasFailed: boolean
  /** Seconds. */
  currentTime: number
  duration: number
  buffered: number
  /** What the app wants to be seen at all. */
  shows: Readonly<
    Record<
      'bar' | 'centerPlay' | 'play' | 'progress' | 'danmu' | 'mute' | 'full' | 'thin' | 'title' | 'lock' | 'background',
      boolean
    >
  >
  title: string
}

export class VideoControls {
  readonly bar: HTMLElement
  readonly track: HTMLElement
  private readonly words: VideoWords
  private readonly title: HTMLElement
  private readonly cover: HTMLElement
  private readonly centerPlay = actButton('play')
  private readonly play = actButton('play')
  private readonly danmu = actButton('danmu', 'wx-video-danmu-act')
  private readonly mute = actButton('mute')
  private readonly full = actButton('full')
  private readonly lock = actButton('lock', 'wx-video-lock')
  private readonly background = actButton('background')
  private readonly wait: HTMLElement
  private readonly failure: HTMLElement
  private readonly hint: HTMLElement
  private readonly current: HTMLElement
  private readonly total: HTMLElement
  private readonly space: HTMLElement
  private readonly loaded: HTMLElement
  private readonly played: HTMLElement
  private readonly ball: HTMLElement
  private readonly thin: HTMLElement
  private hintTimer: number | undefined

  constructor(stage: HTMLElement, words: VideoWords) {
    this.words = words
    this.thin = innerElement('wx-video-thin', stage)
    this.cover = innerElement('wx-video-cover', stage)
    this.wait = innerElement('wx-video-wait', this.cover)
    this.failure = innerElement('wx-video-failure', this.cover)
    this.failure.textContent = words.failed
    this.failure.setAttribute('role', 'alert')
    this.cover.append(this.centerPlay)
    this.title = innerElement('wx-video-title', stage)
    this.hint = innerElement('wx-video-hint', stage)
    this.hint.hidden = true
    stage.append(this.lock)
    this.bar = innerElement('wx-video-bar', stage)
    this.bar.append(this.play)
    this.current = innerElement('wx-video-time', this.bar)
    this.track = innerElement('wx-video-track', this.bar)
    this.track.tabIndex = 0
    this.track.setAttribute('role', 'slider')
    this.track.setAttribute('aria-label', words.progress)
    const line = innerElement('wx-video-line', this.track)
    this.loaded = innerElement('', line, 'i')
    this.played = innerElement('', line, 'i')
    this.ball = innerElement('wx-video-ball', line)
    this.total = innerElement('wx-video-time', this.bar)
    this.space = innerElement('wx-video-space', this.bar)
    this.danmu.textContent = words.danmu
    this.bar.append(this.danmu, this.background, this.mute, this.full)
  }

  show(state: ControlState): void {
    const { shows, isFull, isLocked, hasFailed } = state
    const { words } = this
    this.bar.hidden = !shows.bar || isLocked
    this.title.hidden = !shows.title || isLocked
    this.title.textContent = state.title
    this.lock.hidden = !shows.lock
    faceButton(this.lock, isLocked ? 'lock' : 'unlock', isLocked ? words.unlock : words.lock, 22)
    this.wait.hidden = !state.isWaiting || hasFailed
    this.failure.hidden = !hasFailed
    this.centerPlay.hidden = !hasFailed && (!shows.centerPlay || state.isWaiting)
    faceButton(this.centerPlay, 'play', hasFailed ? words.retry : words.play, 40)
    this.play.hidden = !shows.play
    faceButton(this.play, state.isPlaying ? 'pause' : 'play', state.isPlaying ? words.pause : words.play, 24)
    for (const part of [this.current, this.track, this.total]) part.hidden = !shows.progress
    this.space.hidden = shows.progress
    this.danmu.hidden = !shows.danmu
    this.danmu.setAttribute('aria-pressed', String(state.isDanmuShown))
    this.background.hidden = !shows.background
    faceButton(this.background, 'background', words.background, 22)
    this.mute.hidden = !shows.mute
    faceButton(this.mute, state.isMuted ? 'mute' : 'sound', state.isMuted ? words.unmute : words.mute, 22)
    this.full.hidden = !shows.full
    faceButton(this.full, isFull ? 'leaveFull' : 'full', isFull ? words.leaveFull : words.full, 22)
    this.thin.hidden = !shows.thin
    this.showTime(state.currentTime, state.duration, state.buffered)
  }

  showTime(currentTime: number, duration: number, buffered: number): void {
    const share = (value: number): string =>
      `${duration > 0 ? Math.min(100, Math.max(0, (value / duration) * 100)).toFixed(2) : 0}%`
    this.current.textContent = clock(currentTime)
    this.total.textContent = clock(duration)
    this.loaded.style.width = share(buffered)
    this.played.style.width = this.ball.style.left = this.thin.style.width = share(currentTime)
    const { track } = this
    track.setAttribute('aria-valuemin', '0')
    track.setAttribute('aria-valuemax', String(Math.round(duration)))
    track.setAttribute('aria-valuenow', String(Math.round(currentTime)))
    track.setAttribute('aria-valuetext', `${clock(currentTime)} / ${clock(duration)}`)
  }

  /** A line in the middle while a finger sets something. */
  showHint(text: string, staysMs = 600): void {
    this.hint.textContent = text
    this.hint.hidden = false
    window.clearTimeout(this.hintTimer)
    this.hintTimer = window.setTimeout(() => {
      this.hint.hidden = true
    }, staysMs)
  }
}
