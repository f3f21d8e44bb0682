import { element } from '../../../host/ui/dom.ts'

/** Darker than this nobody would find the way back. */
const maxShade = 0.8

let shade: HTMLElement | undefined

/** A browser cannot change the lamp behind the screen, so the app is dimmed by a veil that lets every touch through. */
export function dimScreen(root: HTMLElement, brightness: number): void {
  shade?.remove()
  shade = undefined
  if (brightness >= 1) return
  shade = element('div', { 'aria-hidden': 'true' })
  shade.style.cssText = 'position:fixed;inset:0;z-index:2147483647;pointer-events:none;background:#000'
  shade.style.opacity = String((1 - brightness) * maxShade)
  root.append(shade)
}
