/** Says what will stand here and how to get there; sends `act` when its button is pressed. */
Component({
  properties: {
    icon: { type: String, value: 'leaf' },
    heading: String,
    hint: String,
    action: String,
  },
  methods: {
    act() {
      this.triggerEvent('act')
    },
  },
})
