const { methods } = require('../../operations.js')

Page({
  data: { rows: [], chosen: 0, count: 0 },
  ...methods,
})
