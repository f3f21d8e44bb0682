/** The same rows as `app/operations.js`, for the controls. */
export interface Row {
  readonly id: number
  readonly label: string
}

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

export function makeRows(count: number): Row[] {
  return Array.from({ length: count }, () => {
    lastId += 1
    return { id: lastId, label: `${choose(sizes)} ${choose(colours)} ${choose(things)}` }
  })
}

function choose(list: readonly string[]): string {
  state = (state * 48271) % 2147483647
  return list[state % list.length] ?? ''
}
