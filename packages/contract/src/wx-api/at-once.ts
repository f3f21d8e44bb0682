/** Whose answers an app uses in the same breath, so that their code must be there before the app's first line runs. */
import { wxFunctions } from '../wx-api.ts'

/** What these return is only told things and listened to: it may be on its way while the app already holds it. */
const patient = new Set(
  `
  connectSocket createAudioContext createCameraContext createInnerAudioContext createInterstitialAd createLivePlayerContext
  createLivePusherContext createMapContext createRewardedVideoAd createVideoContext getLogManager getRealtimeLogManager
  getRecorderManager getUpdateManager
  `
    .trim()
    .split(/\s+/),
)

/** A page's own function for which code of that area must be there before the page is made. */
const pageFunctions: Readonly<Record<string, string>> = { onSaveExitState: 'exitMiniProgram' }

/** The area whose code must be there before the first line of an app that names this. */
export function areaAtOnce(name: string): string | undefined {
  if (answersAtOnce(name)) return wxFunctions[name]?.area
  return Object.hasOwn(pageFunctions, name) ? wxFunctions[pageFunctions[name] ?? '']?.area : undefined
}

export function answersAtOnce(name: string): boolean {
  const row = Object.hasOwn(wxFunctions, name) ? wxFunctions[name] : undefined
  if (row === undefined) return false
  if (row.kind === 'object') return true
  return row.support !== 'soft' && (row.kind === 'sync' || row.kind === 'create') && !patient.has(name)
}
