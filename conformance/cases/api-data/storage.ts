import type { Case } from '../../case.ts'

const page = (name: string) => `https://developers.weixin.qq.com/miniprogram/dev/api/storage/wx.${name}.html`
const wxml = '<view id="go" bindtap="go">go</view>'

const short = (id: string, says: string, of: string, [code, ...log]: [string, ...string[]]): Case => ({
  id,
  says,
  source: page(of),
  wxml,
  js: `const attempt = (work) => { try { return work() } catch (error) { return error.message } }; Page({ go() { ${code} } })`,
  steps: [{ tap: '#go' }, { log }],
})

export const cases: readonly Case[] = [
  short('object', 'An object comes back as it went in.', 'setStorageSync', [
    "wx.setStorageSync('a', { n: 1, list: ['x'], none: null }); log(wx.getStorageSync('a'))",
    '{"n":1,"list":["x"],"none":null}',
  ]),
  short('copy', 'What is read is a copy: a change of it does not change the storage.', 'getStorageSync', [
    "wx.setStorageSync('b', { n: 1 }); wx.getStorageSync('b').n = 2; log(wx.getStorageSync('b').n)",
    '1',
  ]),
  short('kinds', 'Numbers, booleans, null, undefined and dates keep their kind.', 'setStorageSync', [
    "for (const value of [0, false, null, undefined, '']) { wx.setStorageSync('k', value); log(wx.getStorageSync('k')) } wx.setStorageSync('k', new Date(5)); log(wx.getStorageSync('k') instanceof Date, wx.getStorageSync('k').getTime())",
    '0',
    'false',
    'null',
    'undefined',
    '',
    'true 5',
  ]),
  short('not-a-number', 'NaN and infinity come back as they are.', 'setStorageSync', [
    "wx.setStorageSync('n', NaN); wx.setStorageSync('i', -Infinity); log(Number.isNaN(wx.getStorageSync('n')), wx.getStorageSync('i') === -Infinity)",
    'true true',
  ]),
  short('missing-sync', 'getStorageSync of a key that is not there gives an empty text.', 'getStorageSync', [
    "log(wx.getStorageSync('none') === '')",
    'true',
  ]),
  short('missing-async', 'getStorage of a key that is not there fails.', 'getStorage', [
    "wx.getStorage({ key: 'none', fail: ({ errMsg }) => log(errMsg), complete: () => log('complete') })",
    'getStorage:fail data not found',
    'complete',
  ]),
  short('async', 'setStorage and getStorage work with callbacks and as promises.', 'setStorage', [
    "wx.setStorage({ key: 'c', data: [1], success: ({ errMsg }) => { log(errMsg); wx.getStorage({ key: 'c' }).then(({ data, errMsg }) => log(data, errMsg)) } })",
    'setStorage:ok',
    '[1] getStorage:ok',
  ]),
  short('encrypt', 'With encrypt data is set and got in the asynchronous form.', 'setStorage', [
    "wx.setStorage({ key: 'secret', data: 'x', encrypt: true, success: () => wx.getStorage({ key: 'secret', encrypt: true, success: ({ data }) => log(data) }) })",
    'x',
  ]),
  short('key-kind', 'A key that is no text is a parameter error.', 'setStorageSync', [
    "log(attempt(() => wx.setStorageSync(1, 'x'))); wx.getStorage({ key: 1, fail: ({ errMsg }) => log(errMsg) })",
    'setStorageSync:fail parameter error: parameter should be String instead of Number;',
    'getStorage:fail parameter error: parameter.key should be String instead of Number;',
  ]),
  short('remove', 'removeStorage and removeStorageSync take a key away.', 'removeStorage', [
    "wx.setStorageSync('d', 1); wx.setStorageSync('e', 1); wx.removeStorageSync('d'); wx.removeStorage({ key: 'e', success: ({ errMsg }) => log(errMsg, wx.getStorageSync('d') === '', wx.getStorageSync('e') === '') })",
    'removeStorage:ok true true',
  ]),
  short('clear', 'clearStorage empties the storage.', 'clearStorage', [
    "wx.setStorageSync('f', 1); wx.clearStorage({ success: ({ errMsg }) => log(errMsg, wx.getStorageInfoSync().keys) })",
    'clearStorage:ok []',
  ]),
  short('info', 'getStorageInfo tells keys, current size in KB and the limit.', 'getStorageInfo', [
    "wx.clearStorageSync(); wx.setStorageSync('g', 'x'.repeat(3000)); wx.getStorageInfo({ success: ({ keys, currentSize, limitSize }) => log(keys, currentSize, limitSize) })",
    '["g"] 3 10240',
  ]),
  short('entry-limit', 'One key holds 1 MB at most.', 'setStorage', [
    "wx.setStorage({ key: 'big', data: 'x'.repeat(1024 * 1024 + 1), fail: ({ errMsg }) => log(errMsg.startsWith('setStorage:fail'), wx.getStorageSync('big') === '') })",
    'true true',
  ]),
  short('total-limit', 'All keys together hold 10 MB at most.', 'setStorage', [
    "wx.clearStorageSync(); const text = 'x'.repeat(1024 * 1000); let count = 0; const error = attempt(() => { for (;; count++) wx.setStorageSync('t' + count, text) }); log(count, error); wx.clearStorageSync()",
    '10 setStorageSync:fail exceed storage max size 10Mb',
  ]),
  short('batch', 'batchSetStorage and batchGetStorage work on several keys in their order.', 'batchGetStorage', [
    "wx.batchSetStorage({ kvList: [{ key: 'h', value: 1 }, { key: 'i', value: { a: 2 } }], success: ({ errMsg }) => { log(errMsg); wx.batchGetStorage({ keyList: ['i', 'h'], success: ({ dataList }) => log(dataList) }) } })",
    'batchSetStorage:ok',
    '[{"a":2},1]',
  ]),
  short('batch-sync', 'batchSetStorageSync and batchGetStorageSync do the same at once.', 'batchGetStorageSync', [
    "wx.batchSetStorageSync([{ key: 'j', value: 'a' }, { key: 'l', value: 'b' }]); log(wx.batchGetStorageSync(['j', 'l']))",
    '["a","b"]',
  ]),
  short('batch-needs-list', 'batchGetStorage without a list is a parameter error.', 'batchGetStorage', [
    'wx.batchGetStorage({ fail: ({ errMsg }) => log(errMsg) })',
    'batchGetStorage:fail parameter error: parameter.keyList should be Array instead of Undefined;',
  ]),
  {
    id: 'stays',
    says: 'What setStorage has confirmed is there when the app is opened again.',
    source: page('setStorage'),
    wxml,
    js: "Page({ onLoad() { log(wx.getStorageSync('stay') || 'nothing') }, go() { wx.setStorage({ key: 'stay', data: 'kept', success: () => log('written') }) } })",
    steps: [{ log: ['nothing'] }, { tap: '#go' }, { logHas: ['written'] }, { reload: true }, { logHas: ['kept'] }],
  },
  short(
    'buffer-url',
    'createBufferURL makes a path of bytes that can be read until it is revoked.',
    'createBufferURL',
    [
      "const url = wx.createBufferURL(new Uint8Array([104, 105]).buffer); const fs = wx.getFileSystemManager(); log(fs.readFileSync(url, 'utf8')); wx.revokeBufferURL(url); log(attempt(() => fs.accessSync(url)).includes('no such file'))",
      'hi',
      'true',
    ],
  ),
  short('fetch-token', 'getBackgroundFetchToken gives back the token that was set.', 'getBackgroundFetchToken', [
    "wx.setBackgroundFetchToken({ token: 't1', success: ({ errMsg }) => { log(errMsg); wx.getBackgroundFetchToken({ success: ({ token }) => log(token) }) } })",
    'setBackgroundFetchToken:ok',
    't1',
  ]),
  short('fetch-data', 'getBackgroundFetchData fails when nothing has been fetched ahead.', 'getBackgroundFetchData', [
    "wx.getBackgroundFetchData({ fetchType: 'pre', fail: ({ errMsg }) => log(errMsg.startsWith('getBackgroundFetchData:fail')) })",
    'true',
  ]),
]
