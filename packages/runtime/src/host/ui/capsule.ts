import { element, icon, iconPaths } from './dom.ts'
import type { Texts } from './texts.ts'

/** Size and place of the capsule, known to apps by `wx.getMenuButtonBoundingClientRect`. */
export const capsuleRect = { width: 87, height: 32, top: 6, right: 7 } as const

export interface Capsule {
  setTextColor(color: 'black' | 'white'): void
}

export function createCapsule(root: HTMLElement, texts: Texts, actions: { onMenu(): void; onClose(): void }): Capsule {
  const menu = element(
    'button',
    { type: 'button', 'aria-label': texts.menu, 'aria-haspopup': 'dialog' },
    icon(iconPaths.more, 22),
  )
  const close = element('button', { type: 'button', 'aria-label': texts.close }, icon(iconPaths.close, 22))
  const place = element('div', { class: 'capsule', role: 'group' }, menu, close)
  menu.addEventListener('click', () => actions.onMenu())
  close.addEventListener('click', () => actions.onClose())
  root.append(place)
  return {
    setTextColor(color) {
      place.classList.toggle('white', color === 'white')
    },
  }
}
