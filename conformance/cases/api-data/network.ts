import type { Case } from '../../case.ts'

const page = (name: string) => `https://developers.weixin.qq.com/miniprogram/dev/api/network/${name}.html`
const wxml = '<view id="go" bindtap="go">go</view>'
const head = "const echo = 'https://echo.test/x'; const fail = ({ errMsg, errno }) => log(errMsg, errno);"

const short = (id: string, says: string, of: string, [code, ...log]: [string, ...string[]]): Case => ({
  id,
  says,
  source: page(of),
  wxml,
  js: `${head} Page({ go() { ${code} } })`,
  steps: [{ tap: '#go' }, { log }],
})

const request = 'request/wx.request'
const upload = 'upload/wx.uploadFile'
const download = 'download/wx.downloadFile'
const socket = 'websocket/wx.connectSocket'

export const cases: readonly Case[] = [
  short('get', 'request gives status, parsed data, header and errMsg.', request, [
    "wx.request({ url: echo + '?header=X-A:1', success: ({ statusCode, data, header, errMsg }) => log(statusCode, data.method, header['X-A'], errMsg) })",
    '200 GET 1 request:ok',
  ]),
  short('get-data', 'Data of a GET goes into the query.', request, [
    "wx.request({ url: echo + '?a=1', data: { b: '榕', c: 2 }, success: ({ data }) => log(data.url) })",
    'https://echo.test/x?a=1&b=%E6%A6%95&c=2',
  ]),
  short('post-json', 'Data of a POST is JSON unless the header says otherwise.', request, [
    "wx.request({ url: echo, method: 'POST', data: { a: [1] }, success: ({ data }) => log(data.body, data.header['content-type']) })",
    '{"a":[1]} application/json',
  ]),
  short('post-form', 'With a form header data is written as a query.', request, [
    "wx.request({ url: echo, method: 'POST', header: { 'content-type': 'application/x-www-form-urlencoded' }, data: { a: 1, b: 'x y' }, success: ({ data }) => log(data.body) })",
    'a=1&b=x%20y',
  ]),
  short('post-text', 'A text is sent as it is.', request, [
    "wx.request({ url: echo, method: 'POST', data: 'plain', success: ({ data }) => log(data.body) })",
    'plain',
  ]),
  short('post-bytes', 'An ArrayBuffer is sent as it is.', request, [
    "wx.request({ url: echo, method: 'POST', data: new Uint8Array([104, 105]).buffer, success: ({ data }) => log(data.body) })",
    'hi',
  ]),
  ...['PUT', 'DELETE', 'OPTIONS', 'PATCH'].map((method) =>
    short(`method-${method}`, `The method ${method} is sent as it is.`, request, [
      `wx.request({ url: echo, method: '${method}', success: ({ data }) => log(data.method) })`,
      method,
    ]),
  ),
  short('method-lower-case', 'A method may be written in small letters.', request, [
    "wx.request({ url: echo, method: 'post', success: ({ data }) => log(data.method) })",
    'POST',
  ]),
  short('method-unknown', 'A method that does not exist fails.', request, [
    "wx.request({ url: echo, method: 'FETCH', fail: ({ errMsg }) => log(errMsg) })",
    'request:fail method is invalid',
  ]),
  short('header', 'Headers of the app are sent, the referrer never.', request, [
    "wx.request({ url: echo, header: { 'X-Mine': 'a', Referer: 'https://a.test' }, success: ({ data }) => log(data.header['x-mine'], data.header.referer) })",
    'a undefined',
  ]),
  short('status', 'An answer with an error status is a success of the call.', request, [
    "wx.request({ url: echo + '?status=404', success: ({ statusCode }) => log(statusCode) })",
    '404',
  ]),
  short('data-type', 'With another dataType than json the text stays a text.', request, [
    "wx.request({ url: echo + '?body=[1]', dataType: 'other', success: ({ data }) => { log(typeof data, data); wx.request({ url: echo + '?body=[1]', success: ({ data }) => log(Array.isArray(data)) }) } })",
    'string [1]',
    'true',
  ]),
  short('response-type', 'With arraybuffer as responseType data are bytes.', request, [
    "wx.request({ url: echo + '?body=abc', responseType: 'arraybuffer', success: ({ data }) => log(data instanceof ArrayBuffer, data.byteLength) })",
    'true 3',
  ]),
  short('not-json', 'What is no JSON is given as text.', request, [
    "wx.request({ url: echo + '?body=<p>', success: ({ data }) => log(data) })",
    '<p>',
  ]),
  short('cookies', 'Cookies come as a list.', request, [
    "wx.request({ url: echo + '?header=Set-Cookie:a=1&header=Set-Cookie:b=2', success: ({ cookies }) => log(cookies) })",
    '["a=1","b=2"]',
  ]),
  short('profile', 'profile tells the times of the exchange.', request, [
    'wx.request({ url: echo, success: ({ profile }) => log(profile.responseEnd >= profile.fetchStart, profile.receivedBytedCount > 0) })',
    'true true',
  ]),
  short('timeout', 'A request that takes longer than timeout fails.', request, [
    "wx.request({ url: echo + '?hang=1', timeout: 100, fail })",
    'request:fail timeout 5',
  ]),
  short('abort', 'abort ends a request, which fails.', request, [
    "const task = wx.request({ url: echo + '?hang=1', fail: ({ errMsg }) => log(errMsg) }); setTimeout(() => task.abort(), 50)",
    'request:fail abort',
  ]),
  short('headers-received', 'onHeadersReceived hears header and status before the data; off ends it.', request, [
    "const task = wx.request({ url: echo + '?header=X-A:2', success: () => log('success') }); const never = () => log('never'); task.onHeadersReceived(never); task.offHeadersReceived(never); task.onHeadersReceived(({ header, statusCode }) => log(header['X-A'], statusCode))",
    '2 200',
    'success',
  ]),
  short('chunked', 'With enableChunked the data come in pieces as well.', request, [
    "let size = 0; const task = wx.request({ url: echo + '?size=5000', enableChunked: true, success: () => log(size) }); task.onChunkReceived(({ data }) => { size += data.byteLength })",
    '5000',
  ]),
  short('url-invalid', 'An address that is none fails with its number.', request, [
    "wx.request({ url: 'items', fail })",
    'request:fail invalid url "items" 600009',
  ]),
  short('url-missing', 'Without an address request is a parameter error.', request, [
    'wx.request({ fail: ({ errMsg }) => log(errMsg) })',
    'request:fail parameter error: parameter.url should be String instead of Undefined;',
  ]),
  short('domain-list', 'An address that is not in the list of domains is refused.', request, [
    "wx.request({ url: 'https://refused.test/', fail: ({ errMsg }) => log(errMsg) })",
    'request:fail url not in domain list',
  ]),
  short('many', 'More than ten requests at a time wait for their turn, and all are answered.', request, [
    'let count = 0; for (let at = 0; at < 15; at++) wx.request({ url: echo, success: () => { count += 1; if (count === 15) log(count) } })',
    '15',
  ]),
  short('promise', 'Without callbacks what request returns can be awaited.', request, [
    'wx.request({ url: echo }).then(({ statusCode }) => log(statusCode))',
    '200',
  ]),
  short('download', 'downloadFile brings a temporary file and its status.', download, [
    "wx.downloadFile({ url: echo + '/a.txt?body=abc', success: ({ tempFilePath, statusCode, dataLength }) => log(statusCode, dataLength, wx.getFileSystemManager().readFileSync(tempFilePath, 'utf8')) })",
    '200 3 abc',
  ]),
  short('download-to', 'With filePath the file lies there.', download, [
    "wx.downloadFile({ url: echo + '?body=abc', filePath: wx.env.USER_DATA_PATH + '/got.txt', success: ({ filePath, tempFilePath }) => log(filePath, tempFilePath, wx.getFileSystemManager().readFileSync(filePath, 'utf8')) })",
    'wxfile://usr/got.txt undefined abc',
  ]),
  short('download-to-nowhere', 'A filePath in a directory that is not there fails.', download, [
    "wx.downloadFile({ url: echo + '?body=abc', filePath: wx.env.USER_DATA_PATH + '/none/got.txt', fail: ({ errMsg }) => log(errMsg.startsWith('downloadFile:fail no such file or directory')) })",
    'true',
  ]),
  short('download-progress', 'onProgressUpdate tells percent and bytes up to the end.', download, [
    "let last; const task = wx.downloadFile({ url: echo + '?size=100000', success: () => log(last.progress, last.totalBytesWritten, last.totalBytesExpectedToWrite) }); task.onProgressUpdate((value) => { last = value })",
    '100 100000 100000',
  ]),
  short(
    'download-progress-of-unknown-length',
    'onProgressUpdate tells the end also when the server says no length.',
    download,
    [
      "let last; const task = wx.downloadFile({ url: echo + '?chunked=1&size=5000', success: () => log(last.progress, last.totalBytesWritten) }); task.onProgressUpdate((value) => { last = value })",
      '100 5000',
    ],
  ),
  short('download-abort', 'abort ends a download.', download, [
    "const task = wx.downloadFile({ url: echo + '?hang=1', fail: ({ errMsg }) => log(errMsg) }); setTimeout(() => task.abort(), 50)",
    'downloadFile:fail abort',
  ]),
  short('download-timeout', 'A download that takes longer than timeout fails.', download, [
    "wx.downloadFile({ url: echo + '?hang=1', timeout: 100, fail: ({ errMsg }) => log(errMsg) })",
    'downloadFile:fail timeout',
  ]),
  short('upload', 'uploadFile posts a form with the file and the fields; data is a text.', upload, [
    "const fs = wx.getFileSystemManager(); const filePath = wx.env.USER_DATA_PATH + '/up.txt'; fs.writeFileSync(filePath, 'the file'); wx.uploadFile({ url: echo, filePath, name: 'doc', formData: { kind: 'note' }, success: ({ data, statusCode }) => { const { body, method, header } = JSON.parse(data); log(statusCode, method, /multipart/.test(header['content-type']), body.includes('the file'), body.includes('name=\"doc\"'), body.includes('note')) } })",
    '200 POST true true true true',
  ]),
  short('upload-progress', 'onProgressUpdate tells what has been sent up to the end.', upload, [
    "const fs = wx.getFileSystemManager(); const filePath = wx.env.USER_DATA_PATH + '/up2.txt'; fs.writeFileSync(filePath, 'x'.repeat(50000)); let last; const task = wx.uploadFile({ url: echo, filePath, name: 'f', success: () => log(last.progress, last.totalBytesSent === last.totalBytesExpectedToSend) }); task.onProgressUpdate((value) => { last = value })",
    '100 true',
  ]),
  short('upload-missing-file', 'uploadFile of a file that is not there fails.', upload, [
    "wx.uploadFile({ url: echo, filePath: wx.env.USER_DATA_PATH + '/none', name: 'f', fail: ({ errMsg }) => log(errMsg) })",
    'uploadFile:fail file not found',
  ]),
  short('upload-needs-name', 'uploadFile wants the name of the field.', upload, [
    "wx.uploadFile({ url: echo, filePath: 'x', fail: ({ errMsg }) => log(errMsg) })",
    'uploadFile:fail parameter error: parameter.name should be String instead of Undefined;',
  ]),
  short('socket-states', 'A SocketTask has the constants of its states and begins as connecting.', socket, [
    "const task = wx.connectSocket({ url: 'wss://127.0.0.1:1/' }); log(task.CONNECTING, task.OPEN, task.CLOSING, task.CLOSED, task.readyState)",
    '0 1 2 3 0',
  ]),
  short('socket-refused', 'A connection that cannot be made tells onError and onClose.', socket, [
    "const task = wx.connectSocket({ url: 'wss://127.0.0.1:1/' }); task.onError(({ errMsg }) => log(errMsg.startsWith('connectSocket:fail'))); task.onClose(({ code }) => log(code, task.readyState))",
    'true',
    '1006 3',
  ]),
  short('socket-send-early', 'send before the connection is open fails.', 'websocket/SocketTask.send', [
    "const task = wx.connectSocket({ url: 'wss://127.0.0.1:1/' }); task.send({ data: 'x', fail: ({ errMsg }) => log(errMsg) })",
    'sendSocketMessage:fail SocketTask.readyState is not OPEN',
  ]),
  short('socket-close-code', 'close refuses codes that are not for apps.', 'websocket/SocketTask.close', [
    "const task = wx.connectSocket({ url: 'wss://127.0.0.1:1/' }); task.close({ code: 5, fail: ({ errMsg }) => log(errMsg.startsWith('closeSocket:fail')) })",
    'true',
  ]),
  short('socket-invalid-url', 'connectSocket to what is no socket address fails.', socket, [
    "wx.connectSocket({ url: 'https://a.test', fail: ({ errMsg }) => log(errMsg) })",
    'connectSocket:fail invalid url "https://a.test"',
  ]),
  short('socket-limit', 'A sixth connection at a time fails.', socket, [
    "for (let at = 0; at < 5; at++) wx.connectSocket({ url: 'wss://127.0.0.1:1/' }); wx.connectSocket({ url: 'wss://127.0.0.1:1/', fail: ({ errMsg }) => log(errMsg.startsWith('connectSocket:fail')) })",
    'true',
  ]),
  short('socket-global-events', 'The functions of wx speak for the socket opened last.', 'websocket/wx.onSocketError', [
    "wx.onSocketError(() => log('error')); wx.onSocketClose(() => log('close')); wx.connectSocket({ url: 'wss://127.0.0.1:1/' })",
    'error',
    'close',
  ]),
  short('socket-not-there', 'sendSocketMessage without a socket fails.', 'websocket/wx.sendSocketMessage', [
    "wx.sendSocketMessage({ data: 'x', fail: ({ errMsg }) => log(errMsg) })",
    'sendSocketMessage:fail WebSocket is not connected',
  ]),
  short('socket-text', 'A text that is sent arrives as a text; connectSocket and send tell their success.', socket, [
    "const task = wx.connectSocket({ url: '$SOCKET/a', success: ({ errMsg }) => log(errMsg) }); task.onOpen(() => { log('open', task.readyState); task.send({ data: '榕树', success: ({ errMsg }) => log(errMsg) }) }); task.onMessage(({ data }) => { log(typeof data, data); task.close() }); task.onClose(({ code }) => log('close', code, task.readyState))",
    'connectSocket:ok',
    'open 1',
    'sendSocketMessage:ok',
    'string 榕树',
    'close 1000 3',
  ]),
  short('socket-bytes', 'An ArrayBuffer that is sent arrives as an ArrayBuffer.', 'websocket/SocketTask.send', [
    "const task = wx.connectSocket({ url: '$SOCKET' }); task.onOpen(() => task.send({ data: new Uint8Array([0, 128, 255]).buffer })); task.onMessage(({ data }) => { log(data instanceof ArrayBuffer, Array.from(new Uint8Array(data)).join()); task.close() })",
    'true 0,128,255',
  ]),
  short('socket-order', 'Messages arrive in the order in which they were sent.', 'websocket/SocketTask.onMessage', [
    "const task = wx.connectSocket({ url: '$SOCKET' }); const got = []; task.onOpen(() => { for (let at = 0; at < 20; at++) task.send({ data: String(at) }) }); task.onMessage(({ data }) => { got.push(data); if (got.length === 20) { log(got.join()); task.close() } })",
    Array.from({ length: 20 }, (_, at) => at).join(),
  ]),
  short('socket-protocols', 'The protocol that the server chose is in the header of onOpen.', socket, [
    "const task = wx.connectSocket({ url: '$SOCKET', protocols: ['chat', 'other'] }); task.onOpen(({ header }) => { log(header['Sec-WebSocket-Protocol']); task.close() })",
    'chat',
  ]),
  short(
    'socket-server-ends',
    'When the server closes, onClose has its code and its reason.',
    'websocket/SocketTask.onClose',
    [
      "const task = wx.connectSocket({ url: '$SOCKET/ends' }); task.onClose(({ code, reason }) => log(code, reason, task.readyState))",
      '4001 enough 3',
    ],
  ),
  short('socket-close', 'close takes a code and a reason, and tells its success.', 'websocket/SocketTask.close', [
    "const task = wx.connectSocket({ url: '$SOCKET' }); task.onOpen(() => task.close({ code: 4002, reason: 'done', success: ({ errMsg }) => log(errMsg) })); task.onClose(({ code }) => log(code))",
    'closeSocket:ok',
    '4002',
  ]),
  short(
    'socket-global-messages',
    'The functions of wx send and receive on the socket opened last.',
    'websocket/wx.onSocketMessage',
    [
      "wx.onSocketOpen(() => wx.sendSocketMessage({ data: 'all', success: ({ errMsg }) => log(errMsg) })); wx.onSocketMessage(({ data }) => { log(data); wx.closeSocket({ success: ({ errMsg }) => log(errMsg) }) }); wx.onSocketClose(({ code }) => log(code)); wx.connectSocket({ url: '$SOCKET' })",
      'sendSocketMessage:ok',
      'all',
      'closeSocket:ok',
      '1000',
    ],
  ),
  short('socket-domain-list', 'A socket to an address that is not in the list of domains fails.', socket, [
    "const task = wx.connectSocket({ url: 'wss://refused.test/' }); task.onError(({ errMsg }) => log(errMsg))",
    'connectSocket:fail url not in domain list',
  ]),
  ...['createTCPSocket', 'createUDPSocket'].map((name) =>
    short(
      `soft-${name}`,
      `${name} gives an object even where there are no such sockets, and canIUse says so.`,
      'tcp/wx.createTCPSocket',
      [`const socket = wx.${name}(); socket.connect({}); log(typeof socket, wx.canIUse('${name}'))`, 'object false'],
    ),
  ),
  short('mdns-soft', 'startLocalServiceDiscovery fails softly.', 'mdns/wx.startLocalServiceDiscovery', [
    "wx.startLocalServiceDiscovery({ serviceType: '_http._tcp.', fail: ({ errMsg }) => log(errMsg) })",
    'startLocalServiceDiscovery:fail not supported',
  ]),
]
