/** Title, picture and buttons on the lock screen and among the system's media controls, where the browser can. */
import type { HostContext } from '../../../host/context.ts'
import { readText } from '../../../host/params.ts'
import type { Sound } from './sound.ts'

export interface SystemSession {
  describe(options: Readonly<Record<string, unknown>>): void
  changed(): void
  clear(): void
}

export function shareWithSystem(
  sound: Sound,
  host: HostContext,
  tell: (event: 'next' | 'prev') => void,
): SystemSession {
  const session: MediaSession | undefined = navigator.mediaSession
  if (session === undefined) return { describe: () => undefined, changed: () => undefined, clear: () => undefined }
  const handle = (action: MediaSessionAction, work: ((details: MediaSessionActionDetails) => void) | null) => {
    try {
      session.setActionHandler(action, work)
    } catch {
      // Each browser knows only some of the actions.
    }
  }
  const known: Record<string, string> = {}
  const show = async () => {
    const { title = '', singer = '', epname = '', coverImgUrl = '' } = known
    const address = coverImgUrl === '' ? undefined : await host.pictureUrl(coverImgUrl)
    session.metadata = new MediaMetadata({
      title,
      artist: singer,
      album: epname,
      artwork: address === undefined ? [] : [{ src: address }],
    })
  }
  return {
    describe(options) {
      const before = JSON.stringify(known)
      for (const name of ['title', 'singer', 'epname', 'coverImgUrl']) {
        if (name in options) known[name] = readText(options, name)
      }
      if (JSON.stringify(known) === before) return
      void show()
      handle('play', () => void sound.play())
      handle('pause', () => void sound.pause())
      handle('stop', () => void sound.stop())
      handle('nexttrack', () => tell('next'))
      handle('previoustrack', () => tell('prev'))
      handle('seekto', ({ seekTime = 0 }) => void sound.seek(seekTime))
    },
    changed() {
      const { duration, currentTime, paused } = sound.state()
      session.playbackState = paused ? 'paused' : 'playing'
      if (duration > 0 && typeof session.setPositionState === 'function') {
        session.setPositionState({
          duration,
          position: Math.min(currentTime, duration),
          playbackRate: sound.audio.playbackRate,
        })
      }
    },
    clear() {
      session.playbackState = 'none'
      session.metadata = null
    },
  }
}
