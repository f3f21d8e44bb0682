import { texts } from '../../text/texts'
import { zh } from '../../text/zh'

Component({
  properties: {
    value: { type: Number, value: 1 },
    min: { type: Number, value: 1 },
    max: { type: Number, value: 99 },
  },
  data: { t: zh.common },
  lifetimes: {
    attached() {
      this.setData({ t: texts().common })
    },
  },
  methods: {
    step(event: WechatMiniprogram.TouchEvent) {
      const { value, min, max } = this.data
      const next = value + Number(event.currentTarget.dataset['by'])
      if (next >= min && next <= max) this.triggerEvent('change', { value: next })
    },
  },
})
