import type { LogicArea } from '../../logic/context.ts'
import { textOf } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { nodeHandle } from '../core/logic/node-handle.ts'
import { command } from '../video/logic.ts'
import { backgroundAudio } from './logic/background-audio.ts'
import { createSoundObject } from './logic/sound-object.ts'

const innerSettings = {
  src: '',
  startTime: 0,
  autoplay: false,
  loop: false,
  obeyMuteSwitch: true,
  volume: 1,
  playbackRate: 1,
  referrerPolicy: 'no-referrer',
}
const innerEvents = [
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
] as const

export const audioArea: LogicArea = (context) => ({
  createInnerAudioContext: () =>
    createSoundObject(context, {
      function: 'createInnerAudioContext',
      settings: innerSettings,
      events: innerEvents,
      hasOff: true,
    }).sound,
  setInnerAudioOption: asyncFunction('setInnerAudioOption', () => undefined),
  createAudioContext: (id: unknown, component?: unknown) => {
    const handle = nodeHandle(context, textOf(id), component)
    return Object.fromEntries(['play', 'pause', 'seek', 'setSrc'].map((name) => [name, command(handle, name)]))
  },
  ...backgroundAudio(context),
  ...voice(() =>
    createSoundObject(context, {
      function: 'createInnerAudioContext',
      settings: innerSettings,
      events: innerEvents,
      hasOff: true,
    }),
  ),
})

/** `wx.playVoice` of the first base libraries: one recording at a time, done when it has ended. */
function voice(create: () => ReturnType<typeof createSoundObject>): Record<string, unknown> {
  let playing: { call: ReturnType<typeof create>; path: string; end: () => void } | undefined
  const stop = () => {
    playing?.call.signal('destroy')
    playing?.end()
    playing = undefined
  }
  return {
    playVoice: asyncFunction(
      'playVoice',
      (options) => {
        const path = textOf(options.filePath)
        if (playing?.path === path) {
          playing.call.signal('play')
          return undefined
        }
        stop()
        return new Promise<void>((resolve, reject) => {
          const call = create()
          playing = { call, path, end: resolve }
          call.listeners.on('ended', stop)
          call.listeners.on('error', () => reject(new Error('file not found')))
          call.signal('configure', { src: path, autoplay: true })
        })
      },
      { filePath: 'String' },
    ),
    pauseVoice: asyncFunction('pauseVoice', () => playing?.call.signal('pause')),
    stopVoice: asyncFunction('stopVoice', stop),
  }
}
