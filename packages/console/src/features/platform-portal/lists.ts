/** Changes of lists in which order counts. Pure. */

export function moved<Item>(items: readonly Item[], from: number, by: 1 | -1): Item[] {
  const item = items[from]
  const to = from + by
  if (item === undefined || to < 0 || to >= items.length) return [...items]
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}

/** With this one in the place of the one that has the same key, or at the end. */
export function withItem<Item>(items: readonly Item[], item: Item, keyOf: (item: Item) => string): Item[] {
  const place = items.findIndex((each) => keyOf(each) === keyOf(item))
  return place === -1 ? [...items, item] : items.with(place, item)
}
