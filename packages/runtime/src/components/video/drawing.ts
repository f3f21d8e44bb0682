/** Small elements of media controls. */
const namespace = 'http://www.w3.org/2000/svg'

export const mediaIcons = {
  play: 'M8 5v14l11-7z',
  pause: 'M7 5h3v14H7zM14 5h3v14h-3z',
  sound: 'M4 9v6h4l5 4V5L8 9zM16 8a5 5 0 0 1 0 8M18.500 5.500a9 9 0 0 1 0 13',
  mute: 'M4 9v6h4l5 4V5L8 9zM16 9l5 6M21 9l-5 6',
  full: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  leaveFull: 'M9 4v5H4M15 4v5h5M9 20v-5H4M15 20v-5h5',
  lock: 'M6 11h12v9H6zM9 11V7a3 3 0 0 1 6 0v4',
  unlock: 'M6 11h12v9H6zM9 11V7a3 3 0 0 1 5.500-1.500',
  background: 'M4 5h16v12H4zM8 21h8',
} as const

export type MediaIcon = keyof typeof mediaIcons

export function drawIcon(name: MediaIcon, sizePx: number): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg')
  const isSolid = name === 'play' || name === 'pause'
  const shape = document.createElementNS(namespace, 'path')
  shape.setAttribute('d', mediaIcons[name])
  const look: Readonly<Record<string, string>> = {
    viewBox: '0 0 24 24',
    width: String(sizePx),
    height: String(sizePx),
    fill: isSolid ? 'currentColor' : 'none',
    stroke: isSolid ? 'none' : 'currentColor',
    'stroke-width': '1.8',
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
    'aria-hidden': 'true',
  }
  for (const [attribute, value] of Object.entries(look)) svg.setAttribute(attribute, value)
  svg.append(shape)
  return svg
}

/** A button whose tap is told apart by `data-act`. */
export function actButton(act: string, className = ''): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.dataset['act'] = act
  button.className = `wx-video-act ${className}`.trim()
  return button
}

/** Face and name of a button, drawn anew only when the face changes. */
export function faceButton(button: HTMLElement, icon: MediaIcon, label: string, sizePx: number): void {
  button.setAttribute('aria-label', label)
  if (button.dataset['face'] === icon) return
  button.dataset['face'] = icon
  button.replaceChildren(drawIcon(icon, sizePx))
}

/** `1:02:03` or `02:03`. */
export function clock(seconds: number): string {
  const total = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0
  const two = (value: number): string => String(value).padStart(2, '0')
  const minutes = Math.floor(total / 60)
  const rest = `${two(minutes % 60)}:${two(total % 60)}`
  return minutes >= 60 ? `${Math.floor(minutes / 60)}:${rest}` : rest
}
