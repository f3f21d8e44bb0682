import { writeText } from '../../host/later/clipboard.ts'
import { isWeakNetwork, networkType } from '../../host/connection.ts'
import type { HostContext, HostMethods } from '../../host/context.ts'
import { HostFailure } from '../../host/host-failure.ts'
import { readFlag, readText } from '../../host/params.ts'
import { showActionSheet } from '../../host/later/action-sheet.ts'
import { laterTextsOf } from '../../host/later/texts.ts'

const shortVibrationMs = 15
const longVibrationMs = 400

let ownText: string | undefined
let wakeLock: { release(): Promise<void> } | undefined

export const deviceHost: HostMethods = {
  async setClipboardData({ params }, host) {
    ownText = readText(params, 'data')
    if (!(await writeText(ownText)) && !(await writeUnderFinger(host, ownText))) throw new HostFailure('fail')
    const title = host.boot.locale === 'en' ? 'Copied' : '内容已复制'
    host.toaster.show({ title, icon: 'success', mask: false, durationMs: 1500 })
  },
  async getClipboardData() {
    try {
      return { data: await navigator.clipboard.readText() }
    } catch {
      // The app may always have back what it has put there itself.
      if (ownText !== undefined) return { data: ownText }
      throw new HostFailure('fail permission denied')
    }
  },
  vibrateShort: () => vibrate(shortVibrationMs),
  vibrateLong: () => vibrate(longVibrationMs),
  async makePhoneCall({ params }, host) {
    const number = readText(params, 'phoneNumber').replace(/[^\d+*#,-]/g, '')
    const chosen = await showActionSheet(host.root, host.texts, {
      items: [`${laterTextsOf(host.texts).call} ${number}`],
    })
    if (chosen === undefined) throw new HostFailure('fail cancel')
    const link = document.createElement('a')
    link.href = `tel:${number}`
    link.click()
  },
  getNetworkType: () => ({
    networkType: networkType(),
    signalStrength: 0,
    hasSystemProxy: false,
    weakNet: isWeakNetwork(),
  }),
  async setKeepScreenOn({ params }) {
    await wakeLock?.release()
    wakeLock = undefined
    if (!readFlag(params, 'keepScreenOn')) return
    if (!('wakeLock' in navigator)) throw new HostFailure('fail not supported')
    wakeLock = await navigator.wakeLock.request('screen')
  },
}

/** Safari lets a page write only in answer to a tap, and the app's own has gone through the worker: the user touches once more. */
async function writeUnderFinger(host: HostContext, text: string): Promise<boolean> {
  const title = host.boot.locale === 'en' ? 'Copy' : '复制'
  return (await showActionSheet(host.root, host.texts, { items: [title] })) !== undefined && writeText(text)
}

/** Desktop browsers have nothing to vibrate; apps only want it to have been tried. */
function vibrate(durationMs: number): void {
  if ('vibrate' in navigator) navigator.vibrate(durationMs)
}
