/** Names that a hurried eye takes for each other. Pure. */

/** Characters that are drawn alike, each with the plain one; only pairs that fonts really confuse. */
const confusable: Readonly<Record<string, string>> = {
  '0': 'o', '1': 'l', '5': 's', '3': 'e', '|': 'l', i: 'l', ı: 'l', ι: 'l', і: 'l', ӏ: 'l', ⅼ: 'l',
  а: 'a', α: 'a', ɑ: 'a', в: 'b', ь: 'b', с: 'c', ϲ: 'c', ԁ: 'd', е: 'e', ё: 'e', є: 'e', ε: 'e', ɡ: 'g', һ: 'h', н: 'h',
  ј: 'j', к: 'k', κ: 'k', м: 'm', п: 'n', η: 'n', о: 'o', ο: 'o', σ: 'o', р: 'p', ρ: 'p', ԛ: 'q', г: 'r', ѕ: 's',
  т: 't', τ: 't', υ: 'u', ս: 'u', ν: 'v', ѵ: 'v', ш: 'w', ѡ: 'w', ω: 'w', х: 'x', χ: 'x', у: 'y', γ: 'y', ᴢ: 'z',
  〇: 'o', 囗: '口', 己: '已', 巳: '已', 末: '未', 土: '士', 曰: '日', 干: '千', 人: '入', 八: '入', 壹: '一', 二: '=', ニ: '=',
} // prettier-ignore

/** Equal for two names that look the same: width, accents, case, spaces and like-drawn characters are gone. */
export function skeletonOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\p{Z}\p{P}\p{S}]/gu, '')
  return Array.from(plain)
    .map((character) => confusable[character] ?? character)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
}

/** Short names must be equal; longer ones may differ in one character, long ones in two. */
export function looksLike(one: string, other: string): boolean {
  const [a, b] = [skeletonOf(one), skeletonOf(other)]
  if (a === b) return a !== ''
  const length = Math.max(Array.from(a).length, Array.from(b).length)
  const allowed = length >= 12 ? 2 : length >= 6 ? 1 : 0
  return allowed > 0 && distance(Array.from(a), Array.from(b), allowed) <= allowed
}

/** Levenshtein's, given up once it is above `limit`. */
function distance(one: readonly string[], other: readonly string[], limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let previous = other.map((_, index) => index + 1)
  for (const [row, character] of one.entries()) {
    let left = row + 1
    const current: number[] = []
    for (const [column, against] of other.entries()) {
      const diagonal = column === 0 ? row : (previous[column - 1] ?? 0)
      left = Math.min(left + 1, (previous[column] ?? 0) + 1, diagonal + (character === against ? 0 : 1))
      current.push(left)
    }
    if (Math.min(...current) > limit) return limit + 1
    previous = current
  }
  return previous.at(-1) ?? one.length
}
