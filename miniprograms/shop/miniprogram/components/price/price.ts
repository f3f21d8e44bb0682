import { splitMinor } from '../../services/money'

Component({
  properties: {
    /** Whole fen. */
    amountMinor: { type: Number, value: 0 },
    /** `small`, `medium` or `large`. */
    size: { type: String, value: 'medium' },
    isFrom: Boolean,
  },
  data: { whole: '0', part: '00' },
  observers: {
    amountMinor(amountMinor: number) {
      const [whole, part] = splitMinor(amountMinor)
      this.setData({ whole, part })
    },
  },
})
