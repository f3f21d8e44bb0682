// The work of the benchmark. The same numbers give the same rows in every subject and every run.
const sizes = [
  'tiny',
  'small',
  'medium',
  'large',
  'huge',
  'narrow',
  'wide',
  'tall',
  'short',
  'round',
  'square',
  'heavy',
]
const colours = ['red', 'orange', 'yellow', 'green', 'cyan', 'blue', 'violet', 'white', 'grey', 'black']
const things = [
  'lamp',
  'desk',
  'bowl',
  'boat',
  'kite',
  'drum',
  'coat',
  'book',
  'clock',
  'spoon',
  'chair',
  'bell',
  'cup',
]

let state = 7
let lastId = 0

function choose(list) {
  state = (state * 48271) % 2147483647
  return list[state % list.length]
}

function makeRows(count) {
  const rows = []
  for (let index = 0; index < count; index += 1) {
    lastId += 1
    rows.push({ id: lastId, label: `${choose(sizes)} ${choose(colours)} ${choose(things)}` })
  }
  return rows
}

const methods = {
  create() {
    this.setData({ rows: makeRows(1000), chosen: 0, count: this.data.count + 1 })
  },
  append() {
    this.setData({ rows: this.data.rows.concat(makeRows(1000)), count: this.data.count + 1 })
  },
  update() {
    const change = { count: this.data.count + 1 }
    for (let index = 0; index < this.data.rows.length; index += 10) {
      change[`rows[${index}].label`] = `${this.data.rows[index].label} *`
    }
    this.setData(change)
  },
  swap() {
    const { rows } = this.data
    this.setData({ 'rows[1]': rows[998], 'rows[998]': rows[1], count: this.data.count + 1 })
  },
  choose(event) {
    this.setData({ chosen: event.currentTarget.dataset.id, count: this.data.count + 1 })
  },
  remove(event) {
    const { id } = event.currentTarget.dataset
    this.setData({ rows: this.data.rows.filter((row) => row.id !== id), count: this.data.count + 1 })
  },
  clear() {
    this.setData({ rows: [], chosen: 0, count: this.data.count + 1 })
  },
}

module.exports = { makeRows, methods }
