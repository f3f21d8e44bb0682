/** What is read and found in the host page around the app. Sent there as text. */

declare global {
  interface Window {
    conformance?: { lines: { level: string; text: string }[]; faults: string[] }
  }
}

/** Runs before anything else in the host page. */
export const firstScript = `window.conformance={lines:[],faults:[]};
addEventListener('banyan:console',function(e){conformance.lines.push({level:e.detail.level,text:e.detail.args.join(' ')})});
addEventListener('banyan:fault',function(e){conformance.faults.push(String(e.detail))});
addEventListener('error',function(e){if(!/^ResizeObserver loop/.test(e.message))conformance.faults.push('host: '+e.message)});
addEventListener('unhandledrejection',function(e){conformance.faults.push('host: '+e.reason)});`

export interface HostState {
  lines: readonly { level: string; text: string }[]
  faults: readonly string[]
  path: string
  title: string
  bar: { background: string; text: string; isLoading: boolean; leading: string; isCustom: boolean }
  toast: { text: string; icon: string } | null
  modal: { title: string; content: string; buttons: readonly string[] } | null
  sheet: readonly string[] | null
  tabs: readonly { text: string; badge: string | null; hasDot: boolean; isSelected: boolean; color: string }[]
  hasTabBar: boolean
  text: string
}

export function lookAtHost(): HostState {
  const shown = [...document.querySelectorAll('section.page.shown:not(.popping)')].at(-1)
  const header = shown?.querySelector('header.bar')
  const isSeen = (element: Element | null | undefined): element is HTMLElement =>
    element instanceof HTMLElement && !element.hidden && element.getClientRects().length > 0
  const buttons = [...(header?.querySelectorAll(':scope > button') ?? [])]
  const toast = document.querySelector<HTMLElement>('.toast')
  const iconOf = (element: HTMLElement): string => {
    if (element.querySelector('img') !== null) return 'image'
    if (element.querySelector('.spin') !== null) return 'loading'
    const shape = element.querySelector('svg path')?.getAttribute('d')
    return shape == null ? 'none' : shape.startsWith('M4') ? 'success' : 'error'
  }
  const modal = document.querySelector<HTMLElement>('.modal')
  const sheet = document.querySelector<HTMLElement>('.sheet')
  const nav = document.querySelector<HTMLElement>('nav.tabs')
  const texts = (root: Element | null, selector: string): string[] =>
    [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])].map((each) => each.innerText.trim())
  const field = modal?.querySelector('textarea')
  const [, , , ...inside] = location.pathname.split('/')
  return {
    lines: window.conformance?.lines ?? [],
    faults: window.conformance?.faults ?? [],
    path: inside.join('/') + location.search,
    title: header?.querySelector('h1')?.textContent ?? '',
    bar: {
      background: header == null ? '' : getComputedStyle(header).backgroundColor,
      text: header?.classList.contains('white') === true ? 'white' : 'black',
      isLoading: isSeen(header?.querySelector('.spin')),
      leading: isSeen(buttons[0]) ? 'back' : isSeen(buttons[1]) ? 'home' : 'none',
      isCustom: header?.classList.contains('custom') === true,
    },
    toast: toast === null ? null : { text: toast.innerText.trim(), icon: iconOf(toast) },
    modal:
      modal === null
        ? null
        : {
            title: texts(modal, 'h2')[0] ?? '',
            content: field?.value ?? texts(modal, '.text')[0] ?? '',
            buttons: texts(modal, '.actions button'),
          },
    sheet: sheet === null ? null : texts(sheet, '.list button'),
    tabs: [...(nav?.querySelectorAll<HTMLElement>('button') ?? [])].map((tab) => ({
      text: texts(tab, ':scope > span:last-child')[0] ?? '',
      badge: isSeen(tab.querySelector('.badge')) ? (tab.querySelector('.badge')?.textContent ?? '') : null,
      hasDot: isSeen(tab.querySelector('.dot')),
      isSelected: tab.getAttribute('aria-selected') === 'true',
      color: getComputedStyle(tab).color,
    })),
    hasTabBar: isSeen(nav),
    text: document.body.innerText,
  }
}

export interface HostPlace {
  selector?: string
  /** Text or label of a button. */
  named?: string
  nth?: number
}

/** The middle of an element of the host page; null while it is not there or things move. */
export async function placeInHost({ selector, named, nth = 0 }: HostPlace): Promise<{ x: number; y: number } | null> {
  const isSeen = (element: Element) =>
    element.getClientRects().length > 0 && element.closest('[inert]') === null && !element.matches(':disabled')
  const all = [
    ...document.querySelectorAll<HTMLElement>(selector ?? 'button, [role=button], textarea, input, a, li, label'),
  ]
  const found = all.filter(
    (element) =>
      isSeen(element) &&
      (named === undefined || element.innerText.trim() === named || element.getAttribute('aria-label') === named),
  )[nth]
  if (found === undefined) return null
  // A busy browser may not have drawn the first step of a movement yet: standing still alone says too little.
  const isCarried = document.getAnimations().some(({ effect, playState }) => {
    if (!(effect instanceof KeyframeEffect) || playState !== 'running') return false
    return effect.target?.contains(found) === true && effect.getComputedTiming().endTime !== Infinity
  })
  if (isCarried) return null
  const point = () => {
    const { left, top, width, height } = found.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }
  const before = point()
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve))
    setTimeout(resolve, 100)
  })
  const after = point()
  return Math.abs(before.x - after.x) < 1 && Math.abs(before.y - after.y) < 1 ? after : null
}

/** Where the frame of the page on top begins; null while pages move or the app has not started. */
export function frameOrigin(): { x: number; y: number } | null {
  if (document.querySelector('.pushing, .popping, .launch:not(.gone)') !== null) return null
  const frame = [...document.querySelectorAll('section.page.shown iframe')].at(-1)
  if (frame === undefined) return null
  const { left, top } = frame.getBoundingClientRect()
  return { x: left, y: top }
}
