/** What the framework, our code or apps use and browsers of 2020 lack. */

function addMethod(owner: object, name: string, value: (...args: never[]) => unknown): void {
  if (name in owner) return
  Object.defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: false })
}

function relativeIndex(length: number, index: number): number {
  const whole = Math.trunc(index) || 0
  return whole < 0 ? length + whole : whole
}

addMethod(Array.prototype, 'at', function at(this: unknown[], index: number) {
  return this[relativeIndex(this.length, index)]
})
addMethod(
  Array.prototype,
  'findLast',
  function findLast(this: unknown[], fits: (item: unknown, index: number, list: unknown[]) => unknown) {
    for (let index = this.length - 1; index >= 0; index -= 1) if (fits(this[index], index, this)) return this[index]
    return undefined
  },
)
addMethod(
  Array.prototype,
  'findLastIndex',
  function findLastIndex(this: unknown[], fits: (item: unknown, index: number, list: unknown[]) => unknown) {
    for (let index = this.length - 1; index >= 0; index -= 1) if (fits(this[index], index, this)) return index
    return -1
  },
)
addMethod(Array.prototype, 'toReversed', function toReversed(this: unknown[]) {
  return [...this].reverse()
})
addMethod(
  Array.prototype,
  'toSorted',
  function toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number) {
    return [...this].sort(compare)
  },
)
addMethod(String.prototype, 'at', function at(this: string, index: number) {
  return this[relativeIndex(this.length, index)]
})
addMethod(String.prototype, 'replaceAll', function replaceAll(this: string, search: string | RegExp, value: string) {
  return typeof search === 'string' ? this.split(search).join(value) : this.replace(search, value)
})
addMethod(Object, 'hasOwn', (owner: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(owner, key))
