import { describe, expect, it } from 'vitest'
import { keptGlobals, lockDown } from './lockdown.ts'

class WorkerScope {
  fetch(): string {
    return 'reached'
  }
  get indexedDB(): string {
    return 'reached'
  }
}
class Scope extends WorkerScope {
  postMessage(): string {
    return 'reached'
  }
}

function scopeWith(own: Record<string, unknown>): Record<string, unknown> {
  return Object.assign(new Scope(), own)
}

describe('the locked scope of app code', () => {
  it('has no network, storage, nesting or messaging, not even inherited', () => {
    const scope = scopeWith({ XMLHttpRequest: class {}, navigator: {}, caches: {}, importScripts: () => 'reached' })
    lockDown(scope)
    for (const name of [
      'fetch',
      'indexedDB',
      'postMessage',
      'XMLHttpRequest',
      'navigator',
      'caches',
      'importScripts',
    ]) {
      expect(scope[name], name).toBeUndefined()
      expect(typeof Reflect.get(Scope.prototype, name), name).toBe('undefined')
      expect(typeof Reflect.get(WorkerScope.prototype, name), name).toBe('undefined')
    }
  })

  it('gives nothing back through prototypes and their constructors', () => {
    const scope = scopeWith({})
    lockDown(scope)
    for (let owner: unknown = scope; owner !== null; owner = Object.getPrototypeOf(owner)) {
      const names = Object.getOwnPropertyNames(owner).filter((name) => !keptGlobals.has(name))
      expect(names.map((name) => Reflect.get(scope, name))).toEqual(names.map(() => undefined))
    }
    expect(scope['constructor']).toBe(Object)
  })

  it('makes what cannot be deleted undefined for good', () => {
    const scope = scopeWith({})
    Object.defineProperty(scope, 'WebSocket', { value: class {}, writable: true, configurable: false })
    lockDown(scope)
    expect(scope['WebSocket']).toBeUndefined()
    expect(() => {
      'use strict'
      scope['WebSocket'] = 1
    }).toThrow(TypeError)
  })

  it('has names without a value for libraries that only name the browser', () => {
    const scope = scopeWith({ navigator: {} })
    lockDown(scope)
    for (const name of ['window', 'document', 'navigator', 'location']) {
      expect([name in scope, scope[name]], name).toEqual([true, undefined])
    }
    scope['window'] = scope
    expect(scope['window']).toBe(scope)
  })

  it('keeps the language, timers and the console', () => {
    const kept = { Promise, Map, JSON, setTimeout, console, URL: class {}, globalThis }
    const scope = scopeWith({ ...kept })
    lockDown(scope)
    expect({ ...scope }).toEqual(kept)
  })

  it('lets no script be made of bytes', () => {
    class Address {
      static createObjectURL(): string {
        return 'blob:'
      }
    }
    lockDown(scopeWith({ URL: Address }))
    expect(Reflect.get(Address, 'createObjectURL')).toBeUndefined()
  })

  it.each([
    ...[
      'fetch',
      'XMLHttpRequest',
      'WebSocket',
      'WebSocketStream',
      'EventSource',
      'WebTransport',
      'RTCPeerConnection',
      'Request',
    ],
    ...[
      'indexedDB',
      'caches',
      'CacheStorage',
      'navigator',
      'location',
      'cookieStore',
      'StorageManager',
      'FileReaderSync',
    ],
    ...[
      'importScripts',
      'Worker',
      'SharedWorker',
      'MessageChannel',
      'MessagePort',
      'BroadcastChannel',
      'postMessage',
      'onmessage',
    ],
    ...[
      'addEventListener',
      'EventTarget',
      'Blob',
      'File',
      'WebAssembly',
      'close',
      'Notification',
      'trustedTypes',
      'PermissionStatus',
    ],
  ])('does not keep %s', (name) => {
    expect(keptGlobals.has(name)).toBe(false)
  })
})
