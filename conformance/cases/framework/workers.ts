import type { Case } from '../../case.ts'

const source = 'https://developers.weixin.qq.com/miniprogram/dev/framework/workers.html'
const app = { json: { workers: 'workers' } }

export const cases: readonly Case[] = [
  {
    id: 'messages-go-both-ways',
    says: 'A worker made by wx.createWorker runs its file, takes messages and answers them; values are copied.',
    source,
    covers: ['wx.createWorker'],
    wxml: '<view/>',
    js: `const sent = { msg: 'hello', list: [1, 2] }
Page({ onLoad() {
  const worker = wx.createWorker('workers/request/index.js')
  worker.onMessage((res) => log('page', res))
  worker.postMessage(sent)
} })`,
    app,
    files: {
      'workers/request/index.js': `const utils = require('./utils')
worker.onMessage((res) => { res.list.push(utils.sum(res.list)); worker.postMessage(res) })`,
      'workers/request/utils.js': 'exports.sum = (list) => list.reduce((a, b) => a + b, 0)',
    },
    steps: [{ log: ['page {"msg":"hello","list":[1,2,3]}'] }],
  },
  {
    id: 'has-no-wx-and-no-pages',
    says: 'A worker has a realm of its own: no wx functions, no pages, no globals of the app.',
    source,
    covers: ['wx.createWorker'],
    wxml: '<view/>',
    js: `Page({ onLoad() {
  globalThis.shared = 1
  const worker = wx.createWorker('workers/index.js')
  worker.onMessage((res) => log(res))
} })`,
    app,
    files: {
      'workers/index.js':
        'worker.postMessage([typeof Page, typeof getApp, typeof shared, typeof fetch, typeof XMLHttpRequest, typeof importScripts, typeof worker.env.USER_DATA_PATH])',
    },
    steps: [{ log: ['["undefined","undefined","undefined","undefined","undefined","undefined","string"]'] }],
  },
  {
    id: 'requires-only-its-folder',
    says: 'Code of a worker can require files of the workers folder only.',
    source,
    covers: ['wx.createWorker'],
    wxml: '<view/>',
    js: `Page({ onLoad() { wx.createWorker('workers/index.js').onMessage((res) => log(res)) } })`,
    app,
    files: {
      'outside.js': 'module.exports = 1',
      'workers/index.js': `let found = 'none'
try { found = require('../outside') } catch (error) {}
worker.postMessage(found)`,
    },
    steps: [{ log: ['none'] }],
  },
  {
    id: 'one-at-a-time',
    says: 'There is at most one worker; after terminate the next one can be made.',
    source,
    covers: ['wx.createWorker'],
    wxml: '<view/>',
    js: `Page({ onLoad() {
  const first = wx.createWorker('workers/index.js')
  try { wx.createWorker('workers/index.js'); log('two') } catch (error) { log('refused') }
  first.terminate()
  wx.createWorker('workers/index.js').onMessage((res) => log(res))
} })`,
    app,
    files: { 'workers/index.js': `worker.postMessage('here')` },
    steps: [{ log: ['refused', 'here'] }],
  },
  {
    id: 'terminated-is-silent',
    says: 'terminate ends the worker: its timers and messages stop.',
    source,
    covers: ['wx.createWorker'],
    wxml: '<view/>',
    js: `Page({ onLoad() {
  const worker = wx.createWorker('workers/index.js')
  let count = 0
  worker.onMessage(() => { count += 1; if (count === 3) { worker.terminate(); log('ended'); setTimeout(() => log(count), 300) } })
} })`,
    app,
    files: { 'workers/index.js': 'setInterval(() => worker.postMessage(1), 20)' },
    steps: [{ log: ['ended', '3'] }],
  },
  {
    id: 'does-not-block-the-page',
    says: 'A worker computes beside the page, which goes on meanwhile.',
    source,
    covers: ['wx.createWorker'],
    wxml: '<view id="go" bindtap="go">go</view>',
    js: `Page({
  onLoad() { this.worker = wx.createWorker('workers/index.js'); this.worker.onMessage((res) => log(res)); this.worker.postMessage({ ms: 600 }) },
  go() { log('tapped') },
})`,
    app,
    files: {
      'workers/index.js': `worker.onMessage(({ ms }) => { const end = Date.now() + ms; while (Date.now() < end); worker.postMessage('done') })`,
    },
    steps: [{ tap: '#go' }, { logHas: ['tapped'] }, { logHas: ['done'] }],
  },
  {
    id: 'object-form-of-workers',
    says: 'workers of app.json may be an object with a path.',
    source,
    covers: ['wx.createWorker'],
    wxml: '<view/>',
    js: `Page({ onLoad() { wx.createWorker('code/w/index.js').onMessage((res) => log(res)) } })`,
    app: { json: { workers: { path: 'code/w', isSubpackage: false } } },
    files: { 'code/w/index.js': `worker.postMessage({ ok: true })` },
    steps: [{ log: ['{"ok":true}'] }],
  },
  {
    id: 'errors-reach-on-error',
    says: 'An error in the code of a worker is told to worker.onError.',
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/worker/Worker.onError.html',
    covers: ['wx.createWorker'],
    wxml: '<view/>',
    js: `Page({ onLoad() {
  const worker = wx.createWorker('workers/index.js')
  worker.onError((error) => log(error.message))
} })`,
    app,
    files: { 'workers/index.js': `setTimeout(() => { throw new Error('in the worker') }, 0)` },
    steps: [{ log: ['in the worker'] }],
  },
]
