import type { HostCall, HostMethods } from '../../host/context.ts'
import { isRecord } from '../../host/worker-messages.ts'
import { shareWithSystem } from './host/media-session.ts'
import { Sound } from './host/sound.ts'

export const audioHost: HostMethods = {
  /** Lasts until the app destroys the sound. */
  createInnerAudioContext: (call, host) =>
    new Promise<void>((resolve) => {
      const sound = new Sound(host, (event, state) => call.emit(event, state))
      // WeChat stops the sounds of an app that goes to the background.
      const onHidden = () => {
        if (document.visibilityState === 'hidden') void sound.pause()
      }
      document.addEventListener('visibilitychange', onHidden)
      obey(call, sound, () => {
        document.removeEventListener('visibilitychange', onHidden)
        sound.destroy()
        resolve()
      })
    }),
  /** Lasts as long as the app; plays on when the app is hidden, and stands among the system's own controls. */
  getBackgroundAudioManager: (call, host) =>
    new Promise<void>(() => {
      const sound = new Sound(host, (event, state) => {
        session.changed()
        call.emit(event, state)
      })
      const session = shareWithSystem(sound, host, (event) => call.emit(event, sound.state()))
      obey(call, sound, () => undefined)
      call.onSignal((signal, value) => {
        if (signal === 'configure' && isRecord(value)) session.describe(value)
        if (signal === 'stop') session.clear()
      })
    }),
}

function obey(call: HostCall, sound: Sound, destroy: () => void): void {
  call.onSignal((signal, value) => {
    if (signal === 'configure' && isRecord(value)) void sound.configure(value)
    if (signal === 'play') void sound.play()
    if (signal === 'pause') void sound.pause()
    if (signal === 'seek' && typeof value === 'number') void sound.seek(value)
    if (signal === 'stop') void sound.stop()
    if (signal === 'destroy') destroy()
  })
}
