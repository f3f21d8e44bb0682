/** Which areas of `wx.*` a module names functions of that answer at once: their code must be there before the app's first line runs. */
import { areaAtOnce } from '@banyan/contract/wx-api/at-once'

/** Member access, a computed name, a key, or a word that stands alone; a text that merely holds the word is none of these. */
const words = /(?<!["'`])\b[a-z]\w{2,}\b(?!["'`])|\[\s*["'`]([a-z]\w{2,})["'`]\s*\]/g

/** `code` is the compiled source, without comments. */
export function usedAreas(code: string): string[] {
  const areas = new Set<string>()
  for (const [word, computed] of code.matchAll(words)) {
    const area = areaAtOnce(computed ?? word)
    if (area !== undefined) areas.add(area)
  }
  return [...areas].sort()
}
