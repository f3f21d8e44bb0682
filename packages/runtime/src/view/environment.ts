/** Theme, text size and safe areas as attributes and variables of the root element. */
import type { ViewEnvironment } from '../bridge/frame-messages.ts'

export function applyEnvironment(root: HTMLElement, environment: ViewEnvironment): void {
  root.lang = environment.locale === 'en' ? 'en' : 'zh-CN'
  root.dataset['theme'] = environment.theme
  if (environment.styleV2) root.dataset['style'] = 'v2'
  else delete root.dataset['style']
  root.toggleAttribute('data-reduced-motion', environment.reducedMotion)
  const { style } = root
  style.setProperty('color-scheme', environment.theme)
  style.setProperty('--banyan-text-scale', String(environment.textScale))
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    style.setProperty(`--banyan-safe-area-${side}`, `${environment.safeArea[side]}px`)
  }
}
