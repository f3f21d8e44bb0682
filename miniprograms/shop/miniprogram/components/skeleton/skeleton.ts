/** Grey shapes where the content will stand: `grid`, `product`, `rows` or `home`. */
Component({
  properties: {
    kind: { type: String, value: 'rows' },
    count: { type: Number, value: 4 },
  },
})
