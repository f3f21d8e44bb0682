import type { Item, Note } from './notes'

export const sorts = ['edited', 'created', 'title'] as const
export type Sort = (typeof sorts)[number]

export function chosenSort(): Sort {
  const kept = wx.getStorageSync<string>('sort')
  return sorts.find((sort) => sort === kept) ?? 'edited'
}

export function chooseSort(sort: Sort): void {
  wx.setStorageSync('sort', sort)
}

export function isDoneLast(): boolean {
  return wx.getStorageSync<boolean | ''>('doneLast') === true
}

export function chooseDoneLast(isLast: boolean): void {
  wx.setStorageSync('doneLast', isLast)
}

/** Pinned notes first, then as chosen. */
export function sortNotes(notes: readonly Note[], sort: Sort): Note[] {
  return [...notes].sort((a, b) => Number(b.isPinned) - Number(a.isPinned) || compare(a, b, sort))
}

function compare(a: Note, b: Note, sort: Sort): number {
  if (sort === 'created') return b.createdAt - a.createdAt
  if (sort === 'title') return a.title.localeCompare(b.title) || b.updatedAt - a.updatedAt
  return b.updatedAt - a.updatedAt
}

export function sortItems(items: readonly Item[]): readonly Item[] {
  if (!isDoneLast()) return items
  return [...items.filter((item) => !item.isDone), ...items.filter((item) => item.isDone)]
}
