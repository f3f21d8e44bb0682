/** Width of a character in parts of the font size: Chinese ones fill the square. */
const wideCharacter = 1
const narrowCharacter = 0.55

/** For browsers whose workers have no canvas to measure with. */
export function estimateWidth(text: string, font: string): number {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10)
  return Array.from(text).reduce((sum, char) => sum + (char > '\u00ff' ? wideCharacter : narrowCharacter) * size, 0)
}
