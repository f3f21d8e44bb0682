Component({
  properties: {
    icon: String,
    name: String,
    streak: Number,
    done: Boolean,
  },
  methods: {
    toggle() {
      this.triggerEvent('toggle')
    },
    open() {
      this.triggerEvent('open')
    },
  },
})
