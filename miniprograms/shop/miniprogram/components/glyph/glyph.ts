Component({
  properties: {
    name: String,
    /** Pixels. */
    size: { type: Number, value: 20 },
  },
})
