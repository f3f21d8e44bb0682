/** One sound of an app, played by the host page; the app hears of it by events with the state that it then has. */
import type { HostContext } from '../../../host/context.ts'
import { readFlag, readNumber, readText } from '../../../host/params.ts'

type Options = Readonly<Record<string, unknown>>

export interface SoundListener {
  (event: string, state: SoundState & { errCode?: number; errMsg?: string }): void
}

export interface SoundState {
  currentTime: number
  duration: number
  paused: boolean
  buffered: number
}

const reported: Readonly<Record<string, string>> = {
  canplay: 'canplay',
  play: 'play',
  pause: 'pause',
  ended: 'ended',
  timeupdate: 'timeUpdate',
  waiting: 'waiting',
  seeking: 'seeking',
  seeked: 'seeked',
}
/** WeChat's codes by the browser's: network, decode, format. */
const errorCodes: Readonly<Record<number, number>> = { 2: 10002, 3: 10004, 4: 10004 }
const activationPollMs = 250
const activationPolls = 240

export class Sound {
  readonly audio = new Audio()
  readonly #host: HostContext
  readonly #tell: SoundListener
  #source = ''
  #startTime = 0
  #wantsPlay = false
  #isStopping = false
  #ready: Promise<void> = Promise.resolve()

  constructor(host: HostContext, tell: SoundListener) {
    this.#host = host
    this.#tell = tell
    const { audio } = this
    for (const [type, name] of Object.entries(reported)) {
      audio.addEventListener(type, () => {
        // Stopping is a pause for the browser, and so is the end.
        if (name === 'pause' && (this.#isStopping || audio.ended)) return
        tell(name, this.state())
      })
    }
    audio.addEventListener('error', () => {
      if (audio.getAttribute('src') === null) return
      // Firefox on a device without a loudspeaker: it plays on, unheard.
      if (audio.error?.message === 'OnMediaSinkAudioError') return
      this.#fail(errorCodes[audio.error?.code ?? 0] ?? 10001, audio.error?.message ?? '')
    })
    audio.addEventListener('loadedmetadata', () => {
      if (this.#startTime > 0) audio.currentTime = this.#startTime
    })
  }

  state(): SoundState {
    const { audio } = this
    return {
      currentTime: audio.currentTime,
      duration: Number.isFinite(audio.duration) ? audio.duration : 0,
      paused: audio.paused,
      buffered: audio.buffered.length > 0 ? audio.buffered.end(audio.buffered.length - 1) : 0,
    }
  }

  configure(options: Options): Promise<void> {
    const { audio } = this
    audio.loop = readFlag(options, 'loop', audio.loop)
    audio.volume = Math.min(1, Math.max(0, readNumber(options, 'volume', audio.volume)))
    audio.defaultPlaybackRate = audio.playbackRate = Math.min(
      2,
      Math.max(0.5, readNumber(options, 'playbackRate', audio.playbackRate)),
    )
    this.#startTime = readNumber(options, 'startTime', this.#startTime)
    if (!('src' in options)) return this.#ready
    this.#source = readText(options, 'src')
    this.#wantsPlay = readFlag(options, 'autoplay')
    this.#ready = this.#load(this.#source)
    return this.#ready
  }

  async play(): Promise<void> {
    this.#wantsPlay = true
    await this.#ready
    if (this.#wantsPlay && this.audio.getAttribute('src') !== null) await this.#start()
  }

  async pause(): Promise<void> {
    this.#wantsPlay = false
    await this.#ready
    this.audio.pause()
  }

  async seek(seconds: number): Promise<void> {
    await this.#ready
    if (Number.isFinite(seconds)) this.audio.currentTime = Math.max(0, seconds)
  }

  async stop(): Promise<void> {
    this.#wantsPlay = false
    await this.#ready
    this.#isStopping = true
    this.audio.pause()
    if (this.audio.readyState > 0) this.audio.currentTime = 0
    this.#tell('stop', this.state())
    setTimeout(() => {
      this.#isStopping = false
    })
  }

  destroy(): void {
    this.#wantsPlay = false
    this.#isStopping = true
    this.#source = ''
    this.audio.pause()
    this.audio.removeAttribute('src')
  }

  async #load(source: string): Promise<void> {
    const { audio } = this
    audio.pause()
    audio.removeAttribute('src')
    if (source === '') return
    const url = await this.#host.pictureUrl(source)
    if (this.#source !== source) return
    if (url === undefined) {
      this.#fail(/^https?:/i.test(source) ? 10002 : 10003, 'the sound cannot be loaded')
      return
    }
    audio.src = url
    if (this.#wantsPlay) void this.#start()
  }

  async #start(): Promise<void> {
    try {
      await this.audio.play()
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') return
      // Browsers want a press of the user before the first sound; it plays as soon as there has been one.
      const isActive = await whenActivated(() => this.#wantsPlay)
      if (isActive) await this.audio.play().catch(() => this.#fail(-1, 'play failed'))
      else if (this.#wantsPlay) this.#fail(-1, 'play needs a press of the user first')
    }
  }

  #fail(errCode: number, errMsg: string): void {
    this.#tell('error', { ...this.state(), errCode, errMsg })
  }
}

async function whenActivated(isWanted: () => boolean): Promise<boolean> {
  for (let poll = 0; poll < activationPolls && isWanted(); poll++) {
    if (navigator.userActivation?.hasBeenActive === true) return true
    await new Promise((resolve) => setTimeout(resolve, activationPollMs))
  }
  return false
}
