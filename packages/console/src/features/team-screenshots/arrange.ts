/** The list with the item at one place moved to another; places beyond the ends are the ends. */
export function moveTo<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, index) => index !== from)
  const place = Math.max(0, Math.min(to, rest.length))
  return [...rest.slice(0, place), ...items.slice(from, from + 1), ...rest.slice(place)]
}

/** What is said about a file before it is sent; undefined for one that may go. */
export type Refusal = 'wrongKind' | 'tooLarge' | 'tooMany'

export interface Choice<Chosen> {
  accepted: readonly Chosen[]
  refused: readonly { file: Chosen; refusal: Refusal }[]
}

export const pictureTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/webp']

/** Those of the chosen files that there is room for, and why the others stay behind. */
export function sortOut<Chosen extends { type: string; size: number }>(
  files: readonly Chosen[],
  limits: { room: number; bytes: number },
): Choice<Chosen> {
  const accepted: Chosen[] = []
  const refused: { file: Chosen; refusal: Refusal }[] = []
  for (const file of files) {
    if (!pictureTypes.includes(file.type)) refused.push({ file, refusal: 'wrongKind' })
    else if (file.size > limits.bytes) refused.push({ file, refusal: 'tooLarge' })
    else if (accepted.length >= limits.room) refused.push({ file, refusal: 'tooMany' })
    else accepted.push(file)
  }
  return { accepted, refused }
}
