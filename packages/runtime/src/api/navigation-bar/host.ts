import type { HostMethods } from '../../host/context.ts'
import { readNumber, readText } from '../../host/params.ts'
import { isRecord } from '../../host/worker-messages.ts'

const easings: Readonly<Record<string, string>> = {
  linear: 'linear',
  easeIn: 'ease-in',
  easeOut: 'ease-out',
  easeInOut: 'ease-in-out',
}

export const navigationBarHost: HostMethods = {
  setNavigationBarTitle({ params, pageId }, host) {
    host.pageOf(pageId)?.bar.setTitle(readText(params, 'title'))
    host.updateMetrics()
  },
  setNavigationBarColor({ params, pageId }, host) {
    const animation = isRecord(params.animation) ? params.animation : {}
    host.pageOf(pageId)?.bar.setColors({
      background: readText(params, 'backgroundColor'),
      text: readText(params, 'frontColor').toLowerCase() === '#ffffff' ? 'white' : 'black',
      animation: {
        durationMs: readNumber(animation, 'duration', 0),
        easing: easings[readText(animation, 'timingFunc', 'linear')] ?? 'linear',
      },
    })
    host.updateMetrics()
  },
  showNavigationBarLoading({ pageId }, host) {
    host.pageOf(pageId)?.bar.setLoading(true)
  },
  hideNavigationBarLoading({ pageId }, host) {
    host.pageOf(pageId)?.bar.setLoading(false)
  },
  hideHomeButton({ pageId }, host) {
    host.pageOf(pageId)?.hideHomeButton()
  },
}
