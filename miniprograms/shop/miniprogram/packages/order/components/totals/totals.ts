import { formatMinor } from '../../../../services/money'
import type { Totals } from '../../../../services/model'
import { texts } from '../../../../text/texts'
import { zh } from '../../../../text/zh'

/** The lines of a bill: goods, shipping, discount, and what is to be paid. */
Component({
  properties: { totals: { type: Object, value: {} } },
  data: { t: zh.checkout, items: '', shipping: '', discount: '' },
  lifetimes: {
    attached() {
      this.setData({ t: texts().checkout })
    },
  },
  observers: {
    totals({ itemsMinor = 0, shippingMinor = 0, discountMinor = 0 }: Partial<Totals>) {
      this.setData({
        items: formatMinor(itemsMinor),
        shipping: shippingMinor ? formatMinor(shippingMinor) : '',
        discount: discountMinor ? `-${formatMinor(discountMinor)}` : '',
      })
    },
  },
})
