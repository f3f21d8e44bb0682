import { element, icon, iconPaths } from './dom.ts'

export interface ToastOptions {
  title: string
  icon: 'success' | 'error' | 'loading' | 'none'
  /** An address that the host page may show, in place of the icon. */
  imageUrl?: string
  mask: boolean
  /** Undefined: until it is hidden. */
  durationMs?: number
}

export interface Toaster {
  show(options: ToastOptions): void
  hide(): void
}

/** Toast and loading are one place on the screen, as in WeChat: the later one replaces the earlier. */
export function createToaster(root: HTMLElement): Toaster {
  const place = element('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' })
  let timer: ReturnType<typeof setTimeout> | undefined
  root.append(place)
  const hide = () => {
    clearTimeout(timer)
    place.replaceChildren()
    place.classList.remove('mask')
  }
  return {
    show(options) {
      hide()
      const face = pictureOf(options)
      const square = face === undefined ? '' : ' square'
      place.append(element('div', { class: `toast${square}` }, ...(face === undefined ? [] : [face]), options.title))
      place.classList.toggle('mask', options.mask)
      if (options.durationMs !== undefined) timer = setTimeout(hide, options.durationMs)
    },
    hide,
  }
}

function pictureOf(options: ToastOptions): Element | undefined {
  if (options.imageUrl !== undefined) return element('img', { src: options.imageUrl, alt: '' })
  switch (options.icon) {
    case 'none':
      return undefined
    case 'loading':
      return element('span', { class: 'spin' })
    case 'success':
      return icon(iconPaths.success, 48)
    case 'error':
      return icon(iconPaths.error, 48)
  }
}
