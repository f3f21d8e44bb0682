/** The brand's colours, sizes and times: one table for the host, the portal, the console and the documentation. */
export const lightColors = {
  primary: '#0B7A63',
  primaryHover: '#096652',
  primarySoft: '#E5F3EF',
  onPrimary: '#FFFFFF',
  accentText: '#9A5B00',
  accentFill: '#F2A33A',
  ink: '#13201C',
  secondary: '#51605A',
  line: '#DDE5E1',
  surface: '#FFFFFF',
  ground: '#F5F8F6',
  success: '#0B7A63',
  warning: '#9A5B00',
  danger: '#B3261E',
  info: '#1F5FA8',
} as const

export type ColorName = keyof typeof lightColors

export const darkColors: Readonly<Record<ColorName, string>> = {
  primary: '#4CC3A5',
  primaryHover: '#6AD0B6',
  primarySoft: '#1B342C',
  onPrimary: '#0F1613',
  accentText: '#F2B25C',
  accentFill: '#F2A33A',
  ink: '#E7EFEB',
  secondary: '#A3B3AC',
  line: '#2A3631',
  surface: '#17201C',
  ground: '#0F1613',
  success: '#4CC3A5',
  warning: '#F2B25C',
  danger: '#FF8A80',
  info: '#8AB8F0',
}

/** Pairs that carry text: each has a contrast of at least 4.5:1 in both themes. */
export const textPairs: readonly (readonly [text: ColorName, ground: ColorName])[] = [
  ['ink', 'surface'],
  ['ink', 'ground'],
  ['secondary', 'surface'],
  ['secondary', 'ground'],
  ['primary', 'surface'],
  ['primary', 'ground'],
  ['primary', 'primarySoft'],
  ['onPrimary', 'primary'],
  ['onPrimary', 'primaryHover'],
  ['accentText', 'surface'],
  ['accentText', 'ground'],
  ['success', 'surface'],
  ['warning', 'surface'],
  ['danger', 'surface'],
  ['info', 'surface'],
]

export const fontStack =
  '-apple-system, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "Segoe UI", Roboto, sans-serif'
export const fontSizesPx = [12, 14, 16, 20, 24, 32] as const
export const radiusPx = { control: 8, card: 12, sheet: 16 } as const
export const gridPx = 4
export const motionMs = { feedback: 120, move: 240 } as const

/** `--banyan-ink: #13201C; ...` for a rule of CSS. */
export function colorVariables(colors: Readonly<Record<ColorName, string>>): string {
  return Object.entries(colors)
    .map(([name, value]) => `--banyan-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
    .join(';')
}

/** WCAG contrast of two `#RRGGBB` colours, 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Behind a page whose app names no colour. Text of a dark page is light by itself, so its ground must not be white. */
export const pageGround = { light: '#ffffff', dark: '#191919' } as const
