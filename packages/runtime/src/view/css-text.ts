/** Rewrites CSS text of the app for a frame: rpx, safe areas, and addresses that only the host can fetch. */

const rpx = /(-?(?:\d+\.?\d*|\.\d+))rpx\b/gi
const safeArea = /env\(\s*safe-area-inset-(top|right|bottom|left)/gi
const address = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]*))\s*\)/gi

const cacheLimit = 2000
const converted = new Map<string, string>()

/** Inline styles repeat a lot, and lists set the same text on every row. */
export function convertUnits(css: string): string {
  if (!css.includes('rpx') && !css.includes('env(')) return css
  const known = converted.get(css)
  if (known !== undefined) return known
  const result = css
    .replace(rpx, (_, value: string) => `${round(Number(value) / 7.5)}vw`)
    .replace(safeArea, (_, side: string) => `var(--banyan-safe-area-${side.toLowerCase()}`)
  if (converted.size >= cacheLimit) converted.clear()
  converted.set(css, result)
  return result
}

/** Length attributes such as a margin of a swiper: `20rpx`, `10px`, `10`. */
export function toCssLength(value: unknown, fallback: string): string {
  if (typeof value === 'number') return `${value}px`
  if (typeof value !== 'string' || value.trim() === '') return fallback
  const text = value.trim()
  return /^-?[\d.]+$/.test(text) ? `${text}px` : convertUnits(text)
}

/** Addresses in the text that the browser may not load itself. */
export function addressesIn(css: string): string[] {
  if (!css.includes('url(')) return []
  const found: string[] = []
  for (const match of css.matchAll(address)) {
    const url = match[1] ?? match[2] ?? match[3] ?? ''
    if (url !== '' && !isLocal(url)) found.push(url)
  }
  return found
}

/** Replaces the addresses by what `resolve` knows; what is not there yet shows nothing. */
export function replaceAddresses(css: string, resolve: (url: string) => string | undefined): string {
  return css.replace(address, (whole, double?: string, single?: string, bare?: string) => {
    const url = double ?? single ?? bare ?? ''
    return url === '' || isLocal(url) ? whole : `url("${resolve(url) ?? 'data:,'}")`
  })
}

function isLocal(url: string): boolean {
  return /^(data:|blob:|#)/i.test(url)
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
