/** A window without a screen, for the process that draws snapshots: imported before anything of the view. */
import { Window } from 'happy-dom'

const window = new Window({ url: 'about:srcdoc', width: 390, height: 844 })

/** Node's own globals stay: messages and blobs of both sides must be of one kind. */
for (const name of Object.getOwnPropertyNames(window)) {
  if (name in globalThis) continue
  Object.defineProperty(globalThis, name, { get: (): unknown => Reflect.get(window, name), configurable: true })
}
Object.defineProperty(globalThis, 'window', { value: globalThis })
for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent', 'getComputedStyle', 'matchMedia']) {
  const own: unknown = Reflect.get(window, name)
  if (typeof own === 'function') {
    const bound: unknown = own.bind(window)
    Object.defineProperty(globalThis, name, { value: bound, configurable: true })
  }
}
