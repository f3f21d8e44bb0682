import type { LogicArea, LogicContext } from '../../logic/context.ts'
import { isRecord } from '../../logic/values.ts'
import { TaskEvents } from '../core/logic/event-functions.ts'

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
] as const
const settings = [
  'src',
  'startTime',
  'autoplay',
  'loop',
  'obeyMuteSwitch',
  'volume',
  'playbackRate',
  'referrerPolicy',
] as const

export const audioArea: LogicArea = (context) => ({
  createInnerAudioContext: () => createSound(context),
})

/** Settings go to the host when they change; what it reports is what the app reads. */
function createSound(context: LogicContext): object {
  const listeners = new TaskEvents()
  const state: Record<string, unknown> = { currentTime: 0, duration: 0, paused: true, buffered: 0 }
  const values: Record<string, unknown> = {
    src: '',
    startTime: 0,
    autoplay: false,
    loop: false,
    volume: 1,
    playbackRate: 1,
  }
  const call = context.open('createInnerAudioContext', {}, (event, value) => {
    if (isRecord(value)) for (const name of Object.keys(state)) if (name in value) state[name] = value[name]
    listeners.emit(event, value)
  })
  call.done.catch(() => undefined)
  const sound: Record<string, unknown> = {
    play: () => call.signal('play'),
    pause: () => call.signal('pause'),
    stop: () => call.signal('stop'),
    seek: (position: unknown) => call.signal('seek', Number(position)),
    destroy: () => call.signal('destroy'),
    ...listeners.methods(...events),
  }
  for (const name of settings) {
    Object.defineProperty(sound, name, {
      enumerable: true,
      get: () => values[name],
      set(value: unknown) {
        values[name] = value
        call.signal('configure', name === 'src' ? { ...values, src: value } : { [name]: value })
      },
    })
  }
  for (const name of Object.keys(state))
    Object.defineProperty(sound, name, { enumerable: true, get: () => state[name] })
  return sound
}
