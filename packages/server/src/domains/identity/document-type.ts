/** Documents are PDFs or pictures, known by their first bytes and never by what the client says. */
const starts: readonly [mediaType: string, start: string][] = [
  ['application/pdf', '255044462d'],
  ['image/png', '89504e470d0a1a0a'],
  ['image/jpeg', 'ffd8ff'],
]

export function documentMediaType(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 8).toString('hex')
  return starts.find(([, start]) => head.startsWith(start))?.[0]
}
