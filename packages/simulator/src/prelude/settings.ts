/** What the simulator pretends to a page: read by the page's first script from the window around it. */
export interface PhoneSettings {
  device: string
  isLandscape: boolean
  theme: 'light' | 'dark'
  textScale: number
  network: NetworkKind
  locale: '' | 'zh_CN' | 'en'
  location: { latitude: number; longitude: number; accuracy: number } | undefined
  /** A route of the app; '' for the one that it starts with. */
  startPage: string
  scene: number
  /** As in an address: `id=1&from=share`. */
  query: string
  referrerAppId: string
  user: string
  permissions: Readonly<Record<string, boolean>>
}

export type NetworkKind = 'online' | '4g' | '3g' | '2g' | 'offline'

export const networks: Readonly<Record<NetworkKind, { latencyMs: number; bytesPerMs: number; effectiveType: string }>> =
  {
    online: { latencyMs: 0, bytesPerMs: 0, effectiveType: '4g' },
    '4g': { latencyMs: 60, bytesPerMs: 1100, effectiveType: '4g' },
    '3g': { latencyMs: 300, bytesPerMs: 90, effectiveType: '3g' },
    '2g': { latencyMs: 800, bytesPerMs: 6, effectiveType: '2g' },
    offline: { latencyMs: 0, bytesPerMs: 0, effectiveType: '4g' },
  }

export interface Device {
  id: string
  name: string
  width: number
  height: number
  pixelRatio: number
  /** In portrait. */
  safeArea: { top: number; bottom: number }
  notch: 'none' | 'notch' | 'island' | 'hole'
  brand: string
  model: string
  system: string
  platform: 'ios' | 'android' | 'windows'
}

const ios = { brand: 'iPhone', system: 'iOS 18.1', platform: 'ios' } as const
const android = { system: 'Android 15', platform: 'android', notch: 'hole' } as const

export const devices: readonly Device[] = [
  {
    id: 'iphone-15',
    name: 'iPhone 15',
    width: 393,
    height: 852,
    pixelRatio: 3,
    safeArea: { top: 59, bottom: 34 },
    notch: 'island',
    model: 'iPhone 15<iPhone15,4>',
    ...ios,
  },
  {
    id: 'iphone-15-pro-max',
    name: 'iPhone 15 Pro Max',
    width: 430,
    height: 932,
    pixelRatio: 3,
    safeArea: { top: 59, bottom: 34 },
    notch: 'island',
    model: 'iPhone 15 Pro Max<iPhone16,2>',
    ...ios,
  },
  {
    id: 'iphone-13-mini',
    name: 'iPhone 13 mini',
    width: 375,
    height: 812,
    pixelRatio: 3,
    safeArea: { top: 50, bottom: 34 },
    notch: 'notch',
    model: 'iPhone 13 mini<iPhone14,4>',
    ...ios,
  },
  {
    id: 'iphone-se',
    name: 'iPhone SE',
    width: 375,
    height: 667,
    pixelRatio: 2,
    safeArea: { top: 20, bottom: 0 },
    notch: 'none',
    model: 'iPhone SE<iPhone14,6>',
    ...ios,
  },
  {
    id: 'mate-60',
    name: 'HUAWEI Mate 60',
    width: 360,
    height: 792,
    pixelRatio: 3.375,
    safeArea: { top: 38, bottom: 16 },
    brand: 'HUAWEI',
    model: 'ALN-AL00',
    ...android,
  },
  {
    id: 'xiaomi-14',
    name: 'Xiaomi 14',
    width: 393,
    height: 873,
    pixelRatio: 3.05,
    safeArea: { top: 36, bottom: 16 },
    brand: 'Xiaomi',
    model: '23127PN0CC',
    ...android,
  },
  {
    id: 'small-android',
    name: 'Android 320',
    width: 320,
    height: 640,
    pixelRatio: 2,
    safeArea: { top: 24, bottom: 0 },
    brand: 'OPPO',
    model: 'A5',
    ...android,
    notch: 'none',
  },
  {
    id: 'tablet',
    name: 'iPad mini',
    width: 744,
    height: 1133,
    pixelRatio: 2,
    safeArea: { top: 24, bottom: 20 },
    notch: 'none',
    model: 'iPad mini<iPad14,1>',
    ...ios,
    brand: 'iPad',
  },
  {
    id: 'window',
    name: 'PC',
    width: 414,
    height: 736,
    pixelRatio: 1,
    safeArea: { top: 0, bottom: 0 },
    notch: 'none',
    brand: 'microsoft',
    model: 'microsoft',
    system: 'Windows 11',
    platform: 'windows',
  },
]

export function deviceOf(id: string): Device {
  const device = devices.find((each) => each.id === id) ?? devices[0]
  if (device === undefined) throw new Error('there are no devices')
  return device
}

/** Turned to its left, the top of a device is its left side. */
export function safeAreaOf(
  { safeArea }: Device,
  isLandscape: boolean,
): Record<'top' | 'right' | 'bottom' | 'left', number> {
  if (!isLandscape) return { ...safeArea, left: 0, right: 0 }
  const side = safeArea.top > 30 ? safeArea.top : 0
  return { top: 0, left: side, right: side, bottom: Math.min(safeArea.bottom, 21) }
}

export function parseQuery(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}
