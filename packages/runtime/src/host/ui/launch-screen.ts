import { element } from './dom.ts'
import type { Texts } from './texts.ts'

export interface LaunchScreen {
  /** Uncovers the first page at once; the fade takes no taps. */
  finish(): void
}

export function showLaunchScreen(
  root: HTMLElement,
  texts: Texts,
  app: { name: string; iconUrl?: string },
): LaunchScreen {
  const early = root.querySelector<HTMLElement>('.launch')
  // What is there already, or a snapshot of the page, needs no other.
  if (early !== null || root.querySelector('[data-snapshot]') !== null) return { finish: () => uncover(early) }
  const dots = element('span', { class: 'dots', role: 'progressbar', 'aria-label': texts.loading })
  dots.append(element('i'), element('i'), element('i'))
  const screen = element('div', { class: 'launch' }, appMark(app, ''), element('b', {}, app.name), dots)
  root.append(screen)
  return { finish: () => uncover(screen) }
}

function uncover(screen: HTMLElement | null): void {
  if (screen === null) return
  screen.classList.add('gone')
  screen.addEventListener('transitionend', () => screen.remove())
  // Without motion there is no end of a transition to wait for.
  setTimeout(() => screen.remove(), 300)
}

/** The app's icon, or the first letter of its name. */
export function appMark(app: { name: string; iconUrl?: string }, className: string): HTMLElement {
  const classes = `mark ${className}`
  if (app.iconUrl !== undefined) return element('img', { class: classes, src: app.iconUrl, alt: '' })
  return element('span', { class: classes, 'aria-hidden': 'true' }, Array.from(app.name)[0] ?? '')
}
