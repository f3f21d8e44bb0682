const { makeRows, methods } = require('../../operations.js')

Page({
  data: { rows: [], chosen: 0, count: 0, stamp: 0 },
  ...methods,
  /** As many keys as new rows, instead of a new list. */
  appendPaths() {
    const { length } = this.data.rows
    const change = { count: this.data.count + 1 }
    for (const [index, row] of makeRows(1000).entries()) change[`rows[${length + index}]`] = row
    this.setData(change)
  },
  /** One field now and then, at moments that no frame of the screen has chosen. */
  beat() {
    let left = 60
    const next = () => {
      this.setData({ stamp: Date.now() })
      left -= 1
      if (left > 0) setTimeout(next, 60 + ((left * 7) % 17))
    }
    setTimeout(next, 100)
  },
  /** A thousand calls a second for two seconds. */
  flood() {
    const startedAt = Date.now()
    let calls = 0
    const timer = setInterval(() => {
      const due = Math.min(2000, Date.now() - startedAt)
      for (; calls < due; calls += 1) this.setData({ stamp: calls })
      if (calls >= 2000) clearInterval(timer)
    }, 4)
  },
  /** Leaves no room for anything else on the worker's thread. */
  spin() {
    const endsAt = Date.now() + 1500
    while (Date.now() < endsAt);
  },
})
