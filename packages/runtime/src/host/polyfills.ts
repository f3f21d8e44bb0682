/** What the oldest supported browsers (Chrome 80, Safari 14) lack of what the host uses. */
define(Array.prototype, 'at', function at(this: readonly unknown[], index: number) {
  return this[index < 0 ? this.length + index : index]
})
define(Array.prototype, 'toReversed', function toReversed(this: readonly unknown[]) {
  return this.slice().reverse()
})
define(Object, 'hasOwn', (object: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(object, key))
define(String.prototype, 'replaceAll', function replaceAll(this: string, search: string, replacement: string) {
  return this.split(search).join(replacement)
})

function define(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true })
}
