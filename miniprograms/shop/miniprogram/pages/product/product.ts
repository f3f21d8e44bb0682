import { failureText, fetchProduct, RequestFailure } from '../../services/api'
import { addToCart, cartCount, keepForCheckout } from '../../services/cart'
import type { Product, Variant } from '../../services/model'
import { texts } from '../../text/texts'
import { zh } from '../../text/zh'

interface Choice {
  readonly action: 'add' | 'buy'
  readonly variant: Variant
  readonly label: string
  readonly quantity: number
}

const noPictures: readonly string[] = []

Page({
  data: {
    t: zh.product,
    common: zh.common,
    state: 'loading',
    failure: '',
    id: '',
    product: asProduct(null),
    pictures: noPictures,
    pictureAt: 0,
    label: '',
    priceMinor: 0,
    stock: 0,
    isSheetOpen: false,
    count: 0,
  },
  onLoad(query: { id?: string }) {
    const { product, common } = texts()
    this.setData({ t: product, common, id: query.id ?? '' })
    wx.setNavigationBarTitle({ title: product.title })
    void this.load()
  },
  onShow() {
    this.setData({ count: cartCount() })
  },
  onShareAppMessage() {
    const { product, id } = this.data
    return { title: product?.name ?? texts().shop, path: `/pages/product/product?id=${id}` }
  },
  async load() {
    try {
      const product = await fetchProduct(this.data.id)
      this.setData({ state: 'ready', product, pictures: product.pictures, priceMinor: product.priceMinor })
    } catch (error) {
      const isGone = error instanceof RequestFailure && error.code === 'notFound'
      this.setData({ state: isGone ? 'gone' : 'failed', failure: failureText(error) })
    }
  },
  retry() {
    this.setData({ state: 'loading' })
    void this.load()
  },
  turnPicture(event: WechatMiniprogram.SwiperChange) {
    this.setData({ pictureAt: event.detail.current })
  },
  openSheet() {
    this.setData({ isSheetOpen: true })
  },
  closeSheet() {
    this.setData({ isSheetOpen: false })
  },
  showChoice(event: WechatMiniprogram.CustomEvent<{ variant: Variant; label: string }>) {
    const { variant, label } = event.detail
    const at = this.data.pictures.indexOf(variant.picture)
    this.setData({
      label,
      priceMinor: variant.priceMinor,
      stock: variant.stock,
      ...(at >= 0 && { pictureAt: at }),
    })
  },
  confirm(event: WechatMiniprogram.CustomEvent<Choice>) {
    const { product } = this.data
    if (!product) return
    const { action, variant, label, quantity } = event.detail
    const line = {
      variantId: variant.id,
      productId: product.id,
      name: product.name,
      options: label,
      picture: variant.picture,
      priceMinor: variant.priceMinor,
      stock: variant.stock,
      quantity,
    }
    this.setData({ isSheetOpen: false })
    if (action === 'buy') {
      keepForCheckout(line)
      wx.navigateTo({ url: '/packages/order/pages/checkout/checkout?source=now' })
      return
    }
    addToCart(line)
    this.setData({ count: cartCount() })
    wx.showToast({ title: this.data.t.added, icon: 'success' })
  },
  openHome() {
    wx.switchTab({ url: '/pages/home/home' })
  },
  openCart() {
    wx.switchTab({ url: '/pages/cart/cart' })
  },
})

/** Gives the data its type before there is a product. */
function asProduct(product: Product | null): Product | null {
  return product
}
