/** Pages of lists, newest first, that end with a time and an id, so that rows which come or go between two pages move nothing. */
export interface Place {
  at: Date
  id: string
}

export function writePlace({ at, id }: Place): string {
  return `${at.getTime()}.${id}`
}

/** Of a text that its contract's schema has passed. */
export function readPlace(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined
  const dot = cursor.indexOf('.')
  return { at: new Date(Number(cursor.slice(0, dot))), id: cursor.slice(dot + 1) }
}

/** Of `limit + 1` rows: what is shown, and where the next page begins. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => Place,
): { shown: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { shown, nextCursor: rows.length > limit && last !== undefined ? writePlace(placeOf(last)) : null }
}
