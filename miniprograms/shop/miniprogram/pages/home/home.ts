import { failureText, fetchBanners, fetchCategories, fetchProducts } from '../../services/api'
import { showCartBadge } from '../../services/cart'
import { openList } from '../../services/list-filter'
import type { Banner, Category, ProductSummary } from '../../services/model'
import { texts } from '../../text/texts'
import { zh } from '../../text/zh'

const noBanners: readonly Banner[] = []
const noCategories: readonly Category[] = []
const noProducts: readonly ProductSummary[] = []

Page({
  data: {
    t: zh.home,
    state: 'loading',
    failure: '',
    banners: noBanners,
    categories: noCategories,
    products: noProducts,
    bannerAt: 0,
  },
  onLoad() {
    const { home, shop } = texts()
    this.setData({ t: home })
    wx.setNavigationBarTitle({ title: shop })
    void this.load()
  },
  onShow() {
    showCartBadge()
  },
  async onPullDownRefresh() {
    await this.load()
    wx.stopPullDownRefresh()
  },
  onShareAppMessage() {
    return { title: texts().shop, path: '/pages/home/home' }
  },
  async load() {
    try {
      const [banners, categories, page] = await Promise.all([fetchBanners(), fetchCategories(), fetchProducts({}, 1)])
      this.setData({ state: 'ready', banners, categories, products: page.items })
    } catch (error) {
      this.setData({ state: 'failed', failure: failureText(error) })
    }
  },
  retry() {
    this.setData({ state: 'loading' })
    void this.load()
  },
  turnBanner(event: WechatMiniprogram.SwiperChange) {
    this.setData({ bannerAt: event.detail.current })
  },
  openBanner(event: WechatMiniprogram.TouchEvent) {
    const banner = this.data.banners[Number(event.currentTarget.dataset['index'])]
    if (banner?.target.kind === 'category') openList({ category: banner.target.id })
    else if (banner) wx.navigateTo({ url: `/pages/product/product?id=${banner.target.id}` })
  },
  openCategory(event: WechatMiniprogram.TouchEvent) {
    openList({ category: String(event.currentTarget.dataset['id']) })
  },
  openSearch() {
    openList({})
  },
})
