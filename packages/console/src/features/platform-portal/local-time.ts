/** Between times of the API and what a field for a local date and time holds. Pure. */

export function toLocalTime(iso: string | null): string {
  if (iso === null) return ''
  const time = new Date(iso)
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

export function fromLocalTime(text: string): string | null {
  return text === '' ? null : new Date(text).toISOString()
}
