/** What a file is: by its first bytes where they tell, else as its sender says. Nothing that a browser would run counts as what it claims. */

const signatures: readonly (readonly [string, (start: string) => boolean])[] = [
  ['image/png', (start) => start.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (start) => start.startsWith('\xff\xd8\xff')],
  ['image/gif', (start) => start.startsWith('GIF8')],
  ['image/webp', (start) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP'],
  ['application/pdf', (start) => start.startsWith('%PDF-')],
]
const plain = /^[a-z]+\/[\w.+-]{1,100}$/
const known = new Set(signatures.map(([mediaType]) => mediaType))

export function mediaTypeOf(bytes: Uint8Array, claimed: string): string {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const found = signatures.find(([, matches]) => matches(start))
  if (found) return found[0]
  const name = claimed.split(';')[0]?.trim().toLowerCase() ?? ''
  // A picture without a picture's first bytes is none.
  return plain.test(name) && !known.has(name) ? name : 'application/octet-stream'
}

/** `image/*` wants any picture; no wish at all, anything. */
export function isWanted(mediaType: string, wishes: readonly string[]): boolean {
  if (wishes.length === 0) return true
  return wishes.some((wish) => wish === mediaType || (wish.endsWith('/*') && mediaType.startsWith(wish.slice(0, -1))))
}
