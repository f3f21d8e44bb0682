import type { HostMethod, HostMethods } from '../../host/context.ts'
import { readFlag, readNumber, readText } from '../../host/params.ts'
import { isRecord } from '../../host/worker-messages.ts'

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

/** One sound of an app; the call lasts until the app destroys it. */
const createInnerAudioContext: HostMethod = (call, host) =>
  new Promise<void>((resolve) => {
    const audio = new Audio()
    const state = () => ({
      currentTime: audio.currentTime,
      duration: Number.isFinite(audio.duration) ? audio.duration : 0,
      paused: audio.paused,
      buffered: audio.buffered.length > 0 ? audio.buffered.end(audio.buffered.length - 1) : 0,
    })
    for (const [type, name] of Object.entries(reported)) {
      audio.addEventListener(type, () => call.emit(name, state()))
    }
    audio.addEventListener('error', () => call.emit('error', { errCode: 10001, errMsg: audio.error?.message ?? '' }))
    const play = () => {
      audio.play().catch((error: unknown) => {
        call.emit('error', { errCode: -1, errMsg: error instanceof Error ? error.message : 'play failed' })
      })
    }
    const configure = async (options: Record<string, unknown>) => {
      audio.loop = readFlag(options, 'loop', audio.loop)
      audio.volume = Math.min(1, Math.max(0, readNumber(options, 'volume', audio.volume)))
      audio.playbackRate = readNumber(options, 'playbackRate', audio.playbackRate)
      const source = readText(options, 'src')
      if (source === '') return
      const url = await host.pictureUrl(source)
      if (url === undefined) {
        call.emit('error', { errCode: 10003, errMsg: 'file not found' })
        return
      }
      audio.src = url
      if (readFlag(options, 'autoplay')) play()
    }
    let ready: Promise<void> = Promise.resolve()
    call.onSignal((signal, value) => {
      ready = ready.then(async () => {
        if (signal === 'configure' && isRecord(value)) await configure(value)
        if (signal === 'play') play()
        if (signal === 'pause') audio.pause()
        if (signal === 'seek' && typeof value === 'number') audio.currentTime = value
        if (signal === 'stop') {
          audio.pause()
          audio.currentTime = 0
          call.emit('stop', state())
        }
        if (signal === 'destroy') {
          audio.pause()
          audio.removeAttribute('src')
          resolve()
        }
      })
    })
  })

export const audioHost: HostMethods = { createInnerAudioContext }
