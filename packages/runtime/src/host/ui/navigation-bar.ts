import { element, icon, iconPaths } from './dom.ts'
import type { Texts } from './texts.ts'

export type Leading = 'none' | 'back' | 'home'

export interface NavigationBar {
  readonly root: HTMLElement
  setTitle(title: string): void
  readonly title: string
  setColors(colors: {
    background?: string
    text?: 'black' | 'white'
    animation?: { durationMs: number; easing: string }
  }): void
  readonly textColor: 'black' | 'white'
  setLeading(leading: Leading): void
  setLoading(isLoading: boolean): void
  setCustom(isCustom: boolean): void
  focusTitle(): void
}

export function createNavigationBar(texts: Texts, onLeading: (leading: Leading) => void): NavigationBar {
  const text = element('span')
  const spinner = element('span', { class: 'spin', role: 'progressbar', 'aria-label': texts.loading })
  spinner.hidden = true
  const heading = element('h1', { tabindex: '-1' }, spinner, text)
  const back = element('button', { type: 'button', 'aria-label': texts.back }, icon(iconPaths.back))
  const home = element('button', { type: 'button', 'aria-label': texts.home }, icon(iconPaths.home, 22))
  const root = element('header', { class: 'bar black' }, back, home, heading)
  let textColor: 'black' | 'white' = 'black'
  back.hidden = true
  home.hidden = true
  back.addEventListener('click', () => onLeading('back'))
  home.addEventListener('click', () => onLeading('home'))
  return {
    root,
    setTitle(title) {
      text.textContent = title
    },
    get title() {
      return text.textContent ?? ''
    },
    setColors({ background, text: color, animation }) {
      root.style.transition =
        animation === undefined ? '' : `background-color ${animation.durationMs}ms ${animation.easing}`
      if (background !== undefined) root.style.backgroundColor = background
      if (color === undefined) return
      textColor = color
      root.classList.toggle('white', color === 'white')
      root.classList.toggle('black', color === 'black')
    },
    get textColor() {
      return textColor
    },
    setLeading(leading) {
      back.hidden = leading !== 'back'
      home.hidden = leading !== 'home'
    },
    setLoading(isLoading) {
      spinner.hidden = !isLoading
    },
    setCustom(isCustom) {
      root.classList.toggle('custom', isCustom)
    },
    focusTitle() {
      heading.focus({ preventScroll: true })
    },
  }
}
