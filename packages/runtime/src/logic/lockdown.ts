/**
 * Takes the browser away from app code: what is left is the language, timers, the console and a few harmless helpers. The frame's
 * policy closes the network for the whole worker as well; this is the second wall, and the one that keeps the host's port private.
 */

/** Everything else that the global object has or inherits is removed. */
export const keptGlobals: ReadonlySet<string> = new Set([
  // The language.
  ...[
    'AggregateError',
    'Array',
    'ArrayBuffer',
    'Atomics',
    'BigInt',
    'BigInt64Array',
    'BigUint64Array',
    'Boolean',
    'DataView',
  ],
  ...['Date', 'Error', 'EvalError', 'FinalizationRegistry', 'Float16Array', 'Float32Array', 'Float64Array', 'Function'],
  ...[
    'Infinity',
    'Int16Array',
    'Int32Array',
    'Int8Array',
    'Intl',
    'Iterator',
    'JSON',
    'Map',
    'Math',
    'NaN',
    'Number',
    'Object',
  ],
  ...[
    'Promise',
    'Proxy',
    'RangeError',
    'ReferenceError',
    'Reflect',
    'RegExp',
    'Set',
    'String',
    'SuppressedError',
    'Symbol',
  ],
  ...[
    'SyntaxError',
    'TypeError',
    'URIError',
    'Uint16Array',
    'Uint32Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'WeakMap',
  ],
  ...['WeakRef', 'WeakSet', 'AsyncDisposableStack', 'DisposableStack', 'decodeURI', 'decodeURIComponent', 'encodeURI'],
  ...[
    'encodeURIComponent',
    'escape',
    'eval',
    'globalThis',
    'isFinite',
    'isNaN',
    'parseFloat',
    'parseInt',
    'undefined',
    'unescape',
  ],
  // Members of `Object.prototype`, which is on the chain of the global object.
  ...[
    'constructor',
    'hasOwnProperty',
    'isPrototypeOf',
    'propertyIsEnumerable',
    'toLocaleString',
    'toString',
    'valueOf',
  ],
  ...['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__', '__proto__'],
  // Timers, console, helpers without reach.
  ...[
    'clearInterval',
    'clearTimeout',
    'console',
    'queueMicrotask',
    'self',
    'setInterval',
    'setTimeout',
    'structuredClone',
  ],
  ...['TextDecoder', 'TextEncoder', 'URL', 'URLSearchParams', 'atob', 'btoa'],
])

/** In WeChat these are parameters of every module, without a value: libraries that name one for nothing must not fail on it. */
const emptyNames = [
  ...['window', 'document', 'frames', 'location', 'navigator', 'localStorage', 'history', 'screen'],
  ...['alert', 'confirm', 'prompt', 'fetch', 'XMLHttpRequest', 'WebSocket', 'webkit'],
]

export function lockDown(globals: object): void {
  for (let owner: object | null = globals; owner !== null; owner = prototypeOf(owner)) {
    for (const name of Object.getOwnPropertyNames(owner)) if (!keptGlobals.has(name)) removeProperty(owner, name)
  }
  const url: unknown = Reflect.get(globals, 'URL')
  if (typeof url === 'function') {
    // An address of bytes could be loaded as a script.
    for (const name of ['createObjectURL', 'revokeObjectURL']) removeProperty(url, name)
  }
  detachConstructors(globals)
  for (const name of emptyNames) {
    Reflect.defineProperty(globals, name, { value: undefined, writable: true, configurable: true, enumerable: false })
  }
}

/** What cannot be deleted becomes undefined for good. */
function removeProperty(owner: object, name: string): void {
  if (Reflect.deleteProperty(owner, name)) return
  Reflect.defineProperty(owner, name, { value: undefined, writable: false })
}

/** `self.constructor`, `Object.getPrototypeOf(self).constructor`, ... lead to interfaces that are gone otherwise. */
function detachConstructors(globals: object): void {
  for (let owner = prototypeOf(globals); owner !== null && prototypeOf(owner) !== null; owner = prototypeOf(owner)) {
    Reflect.defineProperty(owner, 'constructor', { value: Object, writable: false, configurable: false })
  }
}

function prototypeOf(value: object): object | null {
  const prototype: unknown = Object.getPrototypeOf(value)
  return typeof prototype === 'object' ? prototype : null
}
