import type { ProductSummary } from '../../services/model'
import { texts } from '../../text/texts'
import { zh } from '../../text/zh'

Component({
  properties: {
    product: { type: Object, value: {} },
  },
  data: { t: zh.common, off: 0 },
  observers: {
    product({ priceMinor, wasMinor }: ProductSummary) {
      this.setData({ off: wasMinor ? Math.round((wasMinor - priceMinor) / 100) : 0 })
    },
  },
  lifetimes: {
    attached() {
      this.setData({ t: texts().common })
    },
  },
  methods: {
    open(event: WechatMiniprogram.TouchEvent) {
      wx.navigateTo({ url: `/pages/product/product?id=${event.currentTarget.dataset['id']}` })
    },
  },
})
