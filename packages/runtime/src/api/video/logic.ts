import type { LogicArea, LogicContext } from '../../logic/context.ts'
import { textOf } from '../../logic/values.ts'
import { asyncFunction } from '../core/logic/async-function.ts'
import { type NodeHandle, nodeHandle } from '../core/logic/node-handle.ts'

export const videoArea: LogicArea = (context) => ({
  createVideoContext: (id: unknown, component?: unknown) => createVideo(context, id, component),
})

const commands = [
  'play',
  'pause',
  'stop',
  'seek',
  'sendDanmu',
  'playbackRate',
  'requestFullScreen',
  'exitFullScreen',
  'showStatusBar',
  'hideStatusBar',
  'requestBackgroundPlayback',
  'exitBackgroundPlayback',
] as const
const casting = ['startCasting', 'switchCasting', 'exitCasting', 'reconnectCasting'] as const

function createVideo(context: LogicContext, id: unknown, component: unknown): Record<string, unknown> {
  const handle = nodeHandle(context, textOf(id), component)
  const video: Record<string, unknown> = {
    exitPictureInPicture: asyncFunction('exitPictureInPicture', () => handle('exitPictureInPicture')),
    requestPictureInPicture: asyncFunction('requestPictureInPicture', () => handle('requestPictureInPicture')),
  }
  for (const name of commands) video[name] = command(handle, name)
  for (const name of casting) {
    const refuse = asyncFunction(name, () => {
      throw new Error('not supported')
    })
    video[name] = (options?: unknown) => void refuse(options)?.catch(() => undefined)
  }
  return video
}

/** Without an answer, as in WeChat; what fails is told by the component's `error`. */
export function command(handle: NodeHandle, name: string): (...args: unknown[]) => void {
  return (...args) => {
    void handle(name, ...args.map(plain)).catch(() => undefined)
  }
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value
  return Object.fromEntries(Object.entries(value).filter(([, item]) => typeof item !== 'function'))
}
