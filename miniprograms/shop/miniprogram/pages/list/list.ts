import { failureText, fetchCategories, fetchProducts, type ProductFilter } from '../../services/api'
import { showCartBadge } from '../../services/cart'
import { takeListFilter } from '../../services/list-filter'
import type { Category, ProductSummary } from '../../services/model'
import { texts } from '../../text/texts'
import { zh } from '../../text/zh'

const noCategories: readonly Category[] = []
const noProducts: readonly ProductSummary[] = []
const nothingTyped = { min: '', max: '', inStock: false }

/** Answers may come out of order: only the one to the last question is shown. */
let asked = 0

Page({
  data: {
    t: zh.list,
    common: zh.common,
    state: 'loading',
    failure: '',
    /** What the foot of the list says: `idle`, `loading`, `failed` or `end`. */
    foot: 'idle',
    categories: noCategories,
    products: noProducts,
    total: 0,
    page: 1,
    category: '',
    q: '',
    sort: 'recommended',
    ...nothingTyped,
    isFilterOpen: false,
    draft: nothingTyped,
    isFiltered: false,
  },
  onLoad(query: { category?: string; q?: string }) {
    const { list, common, tabs } = texts()
    this.setData({ t: list, common, category: query.category ?? '', q: decodeURIComponent(query.q ?? '') })
    wx.setNavigationBarTitle({ title: tabs.list })
    const filter = takeListFilter()
    if (filter) this.setData({ category: filter.category ?? '' })
    void this.loadCategories()
    void this.load()
  },
  onShow() {
    showCartBadge()
    const filter = takeListFilter()
    if (!filter) return
    this.setData({ category: filter.category ?? '', q: '' })
    this.restart()
  },
  async onPullDownRefresh() {
    await this.load()
    wx.stopPullDownRefresh()
  },
  onReachBottom() {
    void this.loadMore()
  },
  onShareAppMessage() {
    return { title: texts().shop, path: `/pages/list/list?category=${this.data.category}` }
  },
  filter(): ProductFilter {
    const { category, q, sort, min, max, inStock } = this.data
    return {
      sort,
      inStock,
      ...(category && { category }),
      ...(q && { q }),
      ...(min && { min: Number(min) * 100 }),
      ...(max && { max: Number(max) * 100 }),
    }
  },
  async loadCategories() {
    try {
      this.setData({ categories: await fetchCategories() })
    } catch {
      // The list itself says what is wrong; without categories it still works.
    }
  },
  async load() {
    const question = ++asked
    try {
      const { items, total, hasMore } = await fetchProducts(this.filter(), 1)
      if (question !== asked) return
      this.setData({ state: 'ready', products: items, total, page: 1, foot: hasMore ? 'idle' : 'end' })
    } catch (error) {
      if (question === asked) this.setData({ state: 'failed', failure: failureText(error) })
    }
  },
  async loadMore() {
    const { state, foot, page, products } = this.data
    if (state !== 'ready' || foot === 'loading' || foot === 'end') return
    const question = ++asked
    this.setData({ foot: 'loading' })
    try {
      const next = await fetchProducts(this.filter(), page + 1)
      if (question !== asked) return
      this.setData({ products: [...products, ...next.items], page: next.page, foot: next.hasMore ? 'idle' : 'end' })
    } catch {
      if (question === asked) this.setData({ foot: 'failed' })
    }
  },
  restart() {
    this.setData({ state: 'loading', isFiltered: Boolean(this.data.min || this.data.max || this.data.inStock) })
    wx.pageScrollTo({ scrollTop: 0, duration: 0 })
    void this.load()
  },
  chooseCategory(event: WechatMiniprogram.TouchEvent) {
    this.setData({ category: String(event.currentTarget.dataset['id']) })
    this.restart()
  },
  chooseSort(event: WechatMiniprogram.TouchEvent) {
    const wanted = String(event.currentTarget.dataset['sort'])
    const sort = wanted === 'price' ? (this.data.sort === 'priceUp' ? 'priceDown' : 'priceUp') : wanted
    this.setData({ sort })
    this.restart()
  },
  search(event: WechatMiniprogram.InputConfirm) {
    this.setData({ q: event.detail.value.trim() })
    this.restart()
  },
  clearSearch() {
    this.setData({ q: '' })
    this.restart()
  },
  openFilter() {
    const { min, max, inStock } = this.data
    this.setData({ isFilterOpen: true, draft: { min, max, inStock } })
  },
  closeFilter() {
    this.setData({ isFilterOpen: false })
  },
  typePrice(event: WechatMiniprogram.Input) {
    const value = event.detail.value.replace(/\D/g, '').slice(0, 6)
    this.setData({ [`draft.${event.currentTarget.dataset['name']}`]: value })
  },
  toggleStock(event: WechatMiniprogram.SwitchChange) {
    this.setData({ 'draft.inStock': event.detail.value })
  },
  resetFilter() {
    this.setData({ draft: nothingTyped })
  },
  applyFilter() {
    const { min, max } = this.data.draft
    if (min && max && Number(min) > Number(max)) {
      wx.showToast({ title: this.data.t.rangeWrong, icon: 'none' })
      return
    }
    this.setData({ ...this.data.draft, isFilterOpen: false })
    this.restart()
  },
  clearAll() {
    this.setData({ ...nothingTyped, q: '', category: '' })
    this.restart()
  },
})
