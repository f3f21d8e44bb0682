import type { AskMethods } from '../../../host/later/ask-methods.ts'
import { readNumber, readText } from '../../../host/params.ts'

/** The element `navigation-bar` inside `page-meta`: only the attributes that changed are there. */
export const navigationBarAsks: AskMethods = {
  navigationBar({ params, page }, host) {
    const { bar } = page
    if ('title' in params) bar.setTitle(readText(params, 'title'))
    if ('loading' in params) bar.setLoading(params.loading === true)
    if ('front-color' in params || 'background-color' in params) {
      const front = readText(params, 'front-color').toLowerCase()
      const background = readText(params, 'background-color')
      bar.setColors({
        ...(background === '' ? {} : { background }),
        ...(front === '' ? {} : { text: front === '#ffffff' ? ('white' as const) : ('black' as const) }),
        animation: {
          durationMs: readNumber(params, 'color-animation-duration', 0),
          easing: readText(params, 'color-animation-timing-func', 'linear'),
        },
      })
    }
    host.updateMetrics()
  },
}
