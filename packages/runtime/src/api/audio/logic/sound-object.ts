/** What an app holds of a sound: settings go to the host when they change; what the host reports is what the app reads. */
import type { LogicContext } from '../../../logic/context.ts'
import { isRecord } from '../../../logic/values.ts'
import { TaskEvents } from '../../core/logic/event-functions.ts'

export interface SoundObject {
  sound: Record<string, unknown>
  listeners: TaskEvents
  state: Readonly<Record<string, unknown>>
  signal(name: string, value?: unknown): void
}

export function createSoundObject(
  context: LogicContext,
  options: {
    function: string
    settings: Readonly<Record<string, unknown>>
    events: readonly string[]
    hasOff: boolean
    /** Setting `src` plays, as a background manager does. */
    playsAtOnce?: boolean
  },
): SoundObject {
  const listeners = new TaskEvents()
  const state: Record<string, unknown> = { currentTime: 0, duration: 0, paused: true, buffered: 0 }
  const values: Record<string, unknown> = { ...options.settings }
  let isOver = false
  const call = context.open(options.function, {}, (event, value) => {
    if (isOver) return
    if (isRecord(value)) for (const name of Object.keys(state)) if (name in value) state[name] = value[name]
    listeners.emit(event, event === 'error' && isRecord(value) ? errorOf(value) : undefined)
  })
  call.done.catch(() => undefined)
  const signal = (name: string, value?: unknown) => {
    if (!isOver) call.signal(name, value)
  }
  const methods = Object.entries(listeners.methods(...options.events)).filter(
    ([name]) => options.hasOff || name.startsWith('on'),
  )
  const sound: Record<string, unknown> = {
    play: () => signal('play'),
    pause: () => signal('pause'),
    stop: () => signal('stop'),
    seek: (position: unknown) => signal('seek', Number(position)),
    ...Object.fromEntries(methods),
  }
  if (options.hasOff) {
    sound.destroy = () => {
      signal('destroy')
      isOver = true
      state.paused = true
    }
  }
  for (const name of Object.keys(values)) {
    Object.defineProperty(sound, name, {
      enumerable: true,
      get: () => values[name],
      set(value: unknown) {
        values[name] = value
        if (name !== 'src') signal('configure', { [name]: value })
        else signal('configure', { ...values, autoplay: options.playsAtOnce === true || values.autoplay === true })
      },
    })
  }
  for (const name of Object.keys(state))
    Object.defineProperty(sound, name, { enumerable: true, get: () => state[name] })
  return { sound, listeners, state, signal }
}

function errorOf({ errCode, errMsg }: Record<string, unknown>): Record<string, unknown> {
  return { errCode, errMsg }
}
