Component({
  properties: { lines: { type: Array, value: [] } },
})
