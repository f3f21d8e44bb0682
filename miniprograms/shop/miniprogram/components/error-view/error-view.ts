import { texts } from '../../text/texts'
import { zh } from '../../text/zh'

/** What went wrong and a way on; sends `retry`. */
Component({
  properties: { message: String },
  data: { t: zh.common },
  lifetimes: {
    attached() {
      this.setData({ t: texts().common })
    },
  },
  methods: {
    retry() {
      this.triggerEvent('retry')
    },
  },
})
