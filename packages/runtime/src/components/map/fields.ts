/** Reads what apps write into the lists of a map: any field may be missing or of another kind. */
export type Fields = Readonly<Record<string, unknown>>

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

export function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null).map(fieldsOf) : []
}

/** Numbers also stand as `"12"`, `"12px"` and `"24rpx"`. */
export function numberIn(fields: Fields, name: string, fallback: number): number {
  const value = fields[name]
  if (value === undefined || value === null || value === '') return fallback
  const number = typeof value === 'string' ? Number.parseFloat(value) : Number(value)
  if (!Number.isFinite(number)) return fallback
  return typeof value === 'string' && value.trim().endsWith('rpx') ? (number / 750) * innerWidth : number
}

export function textIn(fields: Fields, name: string, fallback = ''): string {
  const value = fields[name]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : fallback
}
