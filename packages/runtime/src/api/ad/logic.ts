/** There are no advertisements: loading and showing one fails with WeChat's code for that, so that an app can answer at once. */
import type { LogicArea } from '../../logic/context.ts'
import { TaskEvents } from '../core/logic/event-functions.ts'

/** WeChat's code for "no suitable advertisement". */
const noAd = { errCode: 1004, errMsg: 'no advertisement' }

export const adArea: LogicArea = () => ({
  createRewardedVideoAd: () => createAd(),
  createInterstitialAd: () => createAd(),
})

function createAd(): Record<string, unknown> {
  const listeners = new TaskEvents()
  const refuse = () => {
    const refusal = Promise.reject(noAd)
    // Most apps only listen to `onError`.
    refusal.catch(() => undefined)
    setTimeout(() => listeners.emit('error', { ...noAd }))
    return refusal
  }
  return {
    load: refuse,
    show: refuse,
    destroy: () => {
      for (const name of ['load', 'error', 'close']) listeners.off(name)
    },
    ...listeners.methods('load', 'error', 'close'),
  }
}
