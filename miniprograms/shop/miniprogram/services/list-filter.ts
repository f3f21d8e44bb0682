import type { ProductFilter } from './api'

/** A tab page takes no query: whoever sends someone to the list leaves the filter here. */
let waiting: ProductFilter | undefined

export function openList(filter: ProductFilter): void {
  waiting = filter
  wx.switchTab({ url: '/pages/list/list' })
}

export function takeListFilter(): ProductFilter | undefined {
  const filter = waiting
  waiting = undefined
  return filter
}
