/** Icons are pictures that a browser cannot take for anything else: recognised by their first bytes, never by what the client says. */
export function imageMediaType(bytes: Uint8Array): string | undefined {
  const startsWith = (at: number, ...values: number[]): boolean =>
    values.every((value, index) => bytes[at + index] === value)
  if (startsWith(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (startsWith(0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (startsWith(0, 0x52, 0x49, 0x46, 0x46) && startsWith(8, 0x57, 0x45, 0x42, 0x50)) return 'image/webp'
  return undefined
}
