/** Live pictures and calls need WeChat's servers: their objects exist, and each of their methods fails in WeChat's form. */
import type { LogicArea } from '../../logic/context.ts'
import { asyncFunction } from '../core/logic/async-function.ts'

const player =
  'play stop mute pause resume requestFullScreen exitFullScreen exitPictureInPicture snapshot requestBackgroundPlayback exitBackgroundPlayback startCasting switchCasting exitCasting reconnectCasting'
const pusher =
  'start stop pause resume switchCamera snapshot toggleTorch playBGM stopBGM pauseBGM resumeBGM setBGMVolume setMICVolume startPreview stopPreview sendMessage exitPictureInPicture getMaxZoom setZoom applyFilter clearFilters applySticker clearStickers applyBlusherStickMakeup applyEyeBrowMakeup applyEyeShadowMakeup applyFaceContourMakeup applyLipStickMakeup clearMakeups'

export const liveArea: LogicArea = () => ({
  createLivePlayerContext: () => refusing(player),
  createLivePusherContext: () => ({
    ...refusing(pusher),
    onCustomRendererEvent: () => undefined,
    createOffscreenCanvas: () => undefined,
  }),
})

function refusing(names: string): Record<string, (options?: unknown) => unknown> {
  return Object.fromEntries(names.split(' ').map((name) => [name, refuse(name)]))
}

/** Nobody must have to catch the refusal of what merely is not there. */
function refuse(name: string): (options?: unknown) => unknown {
  const fail = asyncFunction(name, () => {
    throw new Error('not supported')
  })
  return (options) => {
    const promise = fail(options)
    promise?.catch(() => undefined)
    return promise
  }
}
