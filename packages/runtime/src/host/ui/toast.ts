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

type ToastKind = 'toast' | 'loading'

export interface Toaster {
  show(options: ToastOptions): void
  /** Of one kind only, or whichever is shown. */
  hide(kind?: ToastKind): void
}

/** Toast and loading are one place on the screen, as in WeChat: the later one replaces the earlier. */
export function createToaster(root: HTMLElement): Toaster {
  const place = element('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' })
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown: ToastKind | undefined
  root.append(place)
  const hide = (kind?: ToastKind) => {
    if (kind !== undefined && kind !== shown) return
    shown = undefined
    clearTimeout(timer)
    place.replaceChildren()
    place.classList.remove('mask')
  }
  return {
    show(options) {
      hide()
      shown = options.durationMs === undefined ? 'loading' : 'toast'
      const face = pictureOf(options)
      const square = face === undefined ? '' : ' square'
      place.append(
        element(
          'div',
          { class: `toast${square}` },
          ...(face === undefined ? [] : [face]),
          element('span', {}, options.title),
        ),
      )
      place.classList.toggle('mask', options.mask)
      if (options.durationMs !== undefined) timer = setTimeout(() => hide(), options.durationMs)
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
