/** A pattern of `like` for texts that have the part in them, whatever its signs mean in patterns. */
export function containing(part: string): string {
  return `%${part.replace(/[\\%_]/g, '\\$&')}%`
}
