/** The platform's own look: its name, mark and colour. The owner chooses; unreadable colours are mended. */
import { z } from 'zod'
import { contrastRatio, darkColors, lightColors, type ColorName } from './tokens.ts'

const brandLanguages = ['zh', 'en'] as const
const shortText = z.string().trim().max(40)
const longText = z.string().trim().max(120)

/** Empty: the product's own. */
export const brandNameSchema = z.strictObject({ zh: shortText, en: shortText })
export type BrandName = z.infer<typeof brandNameSchema>
export const brandTaglineSchema = z.strictObject({ zh: longText, en: longText })
export const brandColorSchema = z.string().regex(/^#[0-9A-Fa-f]{6}$/)
export const brandLanguagesSchema = z
  .array(z.enum(brandLanguages))
  .min(1)
  .max(2)
  .refine((languages) => new Set(languages).size === languages.length, 'a language stands twice')
/** PUT of the picture; then it stands in the setting `brand.logo`. */
export const logoMaxBytes = 256 * 1024
export const brandLogoSchema = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/webp']),
})
export type BrandLogo = z.infer<typeof brandLogoSchema>

export type Colors = Readonly<Record<ColorName, string>>

/** What a page wears, in each language and theme; the console's page carries it as JSON in `data-brand`. */
export interface WornBrand {
  names: BrandName
  colors: { readonly light: Colors; readonly dark: Colors }
}

/** The colours of both themes with this one as the primary: darker or lighter than asked where text would be hard to read. */
export function colorsOfBrand(color: string): { light: Colors; dark: Colors } {
  if (color.toUpperCase() === lightColors.primary) return { light: lightColors, dark: darkColors }
  return { light: lightWith(color), dark: darkWith(color) }
}

const readable = 4.5
const step = 0.04

function lightWith(color: string): Colors {
  const primarySoft = mix(color, '#FFFFFF', 0.9)
  const primary = untilReadable(color, '#000000', [lightColors.surface, lightColors.ground, primarySoft])
  return { ...lightColors, primary, primarySoft, primaryHover: mix(primary, '#000000', 0.16) }
}

function darkWith(color: string): Colors {
  const primarySoft = mix(color, darkColors.ground, 0.82)
  const primary = untilReadable(color, '#FFFFFF', [darkColors.surface, darkColors.ground, primarySoft])
  return { ...darkColors, primary, primarySoft, primaryHover: mix(primary, '#FFFFFF', 0.16) }
}

function untilReadable(color: string, towards: string, grounds: readonly string[]): string {
  for (let part = 0; part < 1; part += step) {
    const candidate = mix(color, towards, part)
    if (grounds.every((ground) => contrastRatio(candidate, ground) >= readable)) return candidate
  }
  return towards
}

/** `part` of the other, from 0 to 1. */
function mix(one: string, other: string, part: number): string {
  const channel = (color: string, at: number): number => Number.parseInt(color.slice(at, at + 2), 16)
  const parts = [1, 3, 5].map((at) => Math.round(channel(one, at) * (1 - part) + channel(other, at) * part))
  return `#${parts
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`
}
