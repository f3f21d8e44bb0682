/** `wx.getBackgroundAudioManager()`, one for the app, and the older functions that work the same sound. */
import { ApiError, type LogicContext } from '../../../logic/context.ts'
import { isFunction, textOf } from '../../../logic/values.ts'
import { asyncFunction } from '../../core/logic/async-function.ts'
import { createSoundObject, type SoundObject } from './sound-object.ts'

const settings = {
  src: '',
  startTime: 0,
  title: '',
  epname: '',
  singer: '',
  coverImgUrl: '',
  webUrl: '',
  protocol: 'http',
  playbackRate: 1,
  audioType: '',
  referrerPolicy: 'no-referrer',
  referrerPath: '',
}
const events = [
  'canplay',
  'play',
  'pause',
  'stop',
  'ended',
  'timeUpdate',
  'error',
  'waiting',
  'seeking',
  'seeked',
  'next',
  'prev',
] as const

export function backgroundAudio(context: LogicContext): Record<string, unknown> {
  let made: SoundObject | undefined
  const manager = () =>
    (made ??= createSoundObject(context, {
      function: 'getBackgroundAudioManager',
      settings,
      events,
      hasOff: false,
      playsAtOnce: true,
    }))
  const on = (event: string) => (listener: unknown) => {
    if (isFunction(listener)) manager().listeners.on(event, () => void listener())
  }
  return {
    getBackgroundAudioManager: () => manager().sound,
    playBackgroundAudio: asyncFunction(
      'playBackgroundAudio',
      (options) => {
        const { sound } = manager()
        const source = textOf(options.dataUrl)
        sound.title = textOf(options.title)
        sound.coverImgUrl = textOf(options.coverImgUrl)
        if (sound.src === source) manager().signal('play')
        else sound.src = source
      },
      { dataUrl: 'String' },
    ),
    pauseBackgroundAudio: asyncFunction('pauseBackgroundAudio', () => manager().signal('pause')),
    stopBackgroundAudio: asyncFunction('stopBackgroundAudio', () => manager().signal('stop')),
    seekBackgroundAudio: asyncFunction(
      'seekBackgroundAudio',
      (options) => manager().signal('seek', Number(options.position)),
      { position: 'Number' },
    ),
    getBackgroundAudioPlayerState: asyncFunction('getBackgroundAudioPlayerState', () => {
      const { sound, state } = manager()
      // 2 is "no music" in WeChat.
      if (sound.src === '') throw new ApiError('getBackgroundAudioPlayerState:fail no background audio')
      return {
        duration: state.duration,
        currentPosition: state.currentTime,
        status: state.paused === true ? 0 : 1,
        downloadPercent: Number(state.duration) > 0 ? (Number(state.buffered) / Number(state.duration)) * 100 : 0,
        dataUrl: sound.src,
      }
    }),
    onBackgroundAudioPlay: on('play'),
    onBackgroundAudioPause: on('pause'),
    onBackgroundAudioStop: on('stop'),
  }
}
