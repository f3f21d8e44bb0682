/** What of a font's description browsers read. */
export interface FontDescription {
  style?: string
  weight?: string
}

export function readFontDescription(given: Readonly<Record<string, unknown>>): FontDescription {
  const { style, weight } = given
  return {
    ...(typeof style === 'string' && /^(normal|italic|oblique)$/.test(style) ? { style } : {}),
    ...(/^(normal|bold|[1-9]00)$/.test(String(weight)) ? { weight: String(weight) } : {}),
  }
}
