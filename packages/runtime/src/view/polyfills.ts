/** What the oldest supported browsers (Chrome 80, Safari 14) lack of what the view uses. */
define(Array.prototype, 'at', function at(this: readonly unknown[], index: number) {
  return this[index < 0 ? this.length + index : index]
})
define(
  Array.prototype,
  'findLastIndex',
  function findLastIndex(this: readonly unknown[], fits: (item: unknown) => boolean) {
    for (let at = this.length - 1; at >= 0; at--) if (fits(this[at])) return at
    return -1
  },
)
define(Object, 'hasOwn', (object: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(object, key))
define(String.prototype, 'replaceAll', function replaceAll(this: string, search: string, replacement: string) {
  return this.split(search).join(replacement)
})
define(Element.prototype, 'replaceChildren', function replaceChildren(this: Element, ...nodes: Node[]) {
  while (this.lastChild !== null) this.lastChild.remove()
  this.append(...nodes)
})

function define(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true })
}
