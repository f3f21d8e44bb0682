module.exports = {
  properties: { number: Number, label: String, chosen: Boolean },
  methods: {
    choose() {
      this.triggerEvent('choose')
    },
    remove() {
      this.triggerEvent('remove')
    },
  },
}
