const { makeRows } = require('../../operations.js')

Page({
  data: { rows: [], count: 0 },
  createMany() {
    this.setData({ rows: makeRows(10000), count: this.data.count + 1 })
  },
})
