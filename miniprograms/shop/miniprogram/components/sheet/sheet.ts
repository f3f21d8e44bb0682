import { texts } from '../../text/texts'

/** A panel that rises from below; sends `close` when the person taps beside it or on the cross. */
Component({
  options: { multipleSlots: true },
  properties: {
    isOpen: Boolean,
    label: String,
  },
  data: { close: '' },
  lifetimes: {
    attached() {
      this.setData({ close: texts().common.close })
    },
  },
  methods: {
    close() {
      this.triggerEvent('close')
    },
    stay() {},
  },
})
