/** The mini-program that attacks: one page an attack. Each page shows what it reached, as `name=value`. */
import { probeRunner, workerProbes } from './probes.ts'

const show = 'const show = (name, value) => this.setData({ text: `${name}=${JSON.stringify(value)}` });'

/** Page -> body of `onReady`. What eats memory stops at one gigabyte and hangs, so that it hurts the browser and not the machine. */
const pages: Readonly<Record<string, string>> = {
  idle: `show('idle', true)`,
  probe: `const run = ${probeRunner(workerProbes)}
    run(this.options.attacker).then((results) => show('probe', results))`,
  launch: `show('launch', { enter: wx.getEnterOptionsSync(), launch: wx.getLaunchOptionsSync() })`,
  cover: `show('cover', true)`,
  spin: `show('spin', true); setTimeout(() => { for (;;) Math.sqrt(2) }, 500)`,
  eat: `show('eat', true); setTimeout(() => { globalThis.eaten = []; for (let n = 0; n < 128; n += 1) globalThis.eaten.push(new Array(1e6).fill(Math.random())); for (;;) Math.sqrt(2) }, 500)`,
  flood: `show('flood', true); setTimeout(() => { for (let n = 0; n < 60000; n += 1) wx.setNavigationBarTitle({ title: String(n), fail() {} }) }, 500)`,
  ask: `show('ask', 'asking'); wx.getLocation({ success: () => show('ask', 'granted'), fail: ({ errMsg }) => show('ask', errMsg) })`,
  stack: `let opened = 0; const next = () => wx.navigateTo({ url: '/pages/idle/idle', success: () => { opened += 1; opened > 30 ? show('stack', opened) : next() }, fail: ({ errMsg }) => show('stack', [opened, errMsg]) }); next()`,
  away: `const tries = ['/../../console', '../../../../console', 'https://example.com/', '//example.com/', 'javascript:alert(1)', '/pages/none/none']
    Promise.all(tries.map((url) => new Promise((done) => wx.navigateTo({ url, success: () => done('opened ' + url), fail: () => done('') })))).then((all) => show('away', all.filter(Boolean)))`,
  names: `const found = ['request', 'self', 'postMessage', 'onmessage', 'MessagePort', 'importScripts', 'fetch', 'indexedDB'].filter((name) => globalThis[name] !== undefined)
    const inner = Object.keys(wx).filter((name) => name.startsWith('_'))
    show('names', { found, inner, banyan: Object.keys(globalThis).filter((name) => /port|link|host|bridge/i.test(name)) })`,
}

const coverMarkup = `<view style="position:fixed;top:-100px;left:-100px;width:3000px;height:3000px;z-index:2147483647;background:#ff00ff;transform:scale(2)" catchtap="nothing"></view>
<cover-view style="position:fixed;top:0;left:0;width:100vw;height:200px;z-index:2147483647">x</cover-view>`

export function hostileApp(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    'app.json': JSON.stringify({
      pages: Object.keys(pages).map((name) => `pages/${name}/${name}`),
      permission: { 'scope.userLocation': { desc: 'probe' } },
      requiredPrivateInfos: ['getLocation'],
    }),
    'app.js': 'App({})',
    // A page that no list declares must stay closed, though its files are there.
    'pages/hidden/hidden.js': `Page({ data: { text: 'hidden=true' } })`,
    'pages/hidden/hidden.wxml': '<view>{{text}}</view>',
  }
  for (const [name, body] of Object.entries(pages)) {
    files[`pages/${name}/${name}.wxml`] = `<view>{{text}}</view>${name === 'cover' ? coverMarkup : ''}`
    files[`pages/${name}/${name}.json`] = JSON.stringify(name === 'cover' ? { navigationStyle: 'custom' } : {})
    files[`pages/${name}/${name}.js`] =
      `Page({ data: { text: '' }, onLoad(options) { this.options = options }, onReady() { ${show} ${body} } })`
  }
  return files
}
