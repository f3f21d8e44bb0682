/** HTML of the sandboxed frames. The page's own HTML holds the first of them, so the build reads this as well. */

/** Everything an app could send data out with is closed. A worker started in a frame inherits its policy. */
function framePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' blob:`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data: blob:',
    'media-src data: blob:',
    "connect-src 'none'",
    "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
}

export function frameHtml(nonce: string, lang: string, script: string): string {
  const policy = framePolicy(nonce).replaceAll('"', '&quot;')
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width,initial-scale=1"></head><body><script nonce="${nonce}">${script}</script></body></html>`
}

export const firstFrameId = 'banyan-first'

/** What the first page's frame says: it listens, and the view's script has run in it. */
const firstReady = 'banyan:firstReady'
const viewReady = 'banyan:viewReady'

/** In the first page's frame, before its snapshot: the theme, which decides on its colours. */
const firstThemeScript = `var h=document.documentElement
if({{dark}}&&matchMedia('(prefers-color-scheme: dark)').matches){h.dataset.theme='dark';h.style.colorScheme='dark'}`

/** Behind the snapshot: its background covers the window as the view does it later; then the view's script is awaited. */
const firstFrameScript = `(function(h){var p=document.getElementById('banyan-snapshot')
if(p){var b=getComputedStyle(p).backgroundColor;if(!/^(transparent|rgba\\(.*, 0\\))$/.test(b))h.style.backgroundColor=b}
addEventListener('message',function once(e){var d=e.data
if(e.source!==parent||!d||d.type!=='banyan:viewSource')return
removeEventListener('message',once)
var s=document.createElement('script');s.src=URL.createObjectURL(d.source)
s.onload=function(){URL.revokeObjectURL(s.src);s.remove();parent.postMessage('${viewReady}','*')}
document.head.append(s)})
parent.postMessage('${firstReady}','*')})(document.documentElement)`

/** The first page's frame for `RuntimeBuild.firstFrame`; `fillHostPage` fills its places. */
export function firstFrameHtml(baseStyle: string): string {
  const policy = framePolicy('{{nonce}}').replaceAll('"', '&quot;')
  const base = baseStyle.replace(/\n+/g, '')
  return [
    '<!doctype html><html lang="{{lang}}" data-theme="light"{{v2}}><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<script nonce="{{nonce}}">${firstThemeScript}</script><style id="banyan-snapshot-style">${base}{{style}}</style></head><body>{{body}}`,
    `<script nonce="{{nonce}}">${firstFrameScript}</script></body></html>`,
  ].join('')
}

/**
 * Statements of the page's first script, as `earlyWorkerStart`: the view's script goes into the first page's frame as soon as both are there.
 * The promise says whether it runs.
 */
export const earlyViewStart =
  `var v=e[b.runtime.viewUrl];window.banyanFirstView=new Promise(function(r){addEventListener("message",function h(m){` +
  `var f=document.getElementById("${firstFrameId}");if(!f||m.source!==f.contentWindow)return;` +
  `if(m.data==="${viewReady}"){removeEventListener("message",h);r(true)}` +
  `if(m.data==="${firstReady}")v.then(function(x){` +
  `x?f.contentWindow.postMessage({type:"banyan:viewSource",source:new Blob([x],{type:"text/javascript"})},"*"):r(false)})})})`

export const logicFrameId = 'banyan-logic'

/** What the logic frame says when it listens. */
export const logicReady = 'banyan:logicReady'

/** Runs in the logic frame: takes one message of the host, starts the worker and hands it the port. */
export const logicFrameScript = `addEventListener('message',function once(e){var d=e.data
if(e.source!==parent||!d||d.type!=='banyan:logic')return
removeEventListener('message',once)
var w=new Worker(URL.createObjectURL(d.source))
w.onerror=function(x){parent.postMessage({type:'banyan:workerError',message:String(x.message||'')},'*')}
w.postMessage({type:'banyan:port'},[e.ports[0]])})
parent.postMessage('${logicReady}','*')`

/** The logic frame as a part of the page's HTML, with the place `{{nonce}}`. */
export function earlyLogicFrame(): string {
  const html = frameHtml('{{nonce}}', 'en', logicFrameScript).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `<iframe id="${logicFrameId}" hidden aria-hidden="true" sandbox="allow-scripts" referrerpolicy="no-referrer" srcdoc="${html}"></iframe>`
}

/**
 * Statements of the page's first script, which knows `b`, the boot data, and `e`, the downloads under way by address: as soon as the frame
 * listens and the worker's code is there, the worker starts, whether the host's own script has come or not. The promise gives the host's end
 * of its port, or nothing when the download failed.
 */
export const earlyWorkerStart =
  `window.banyanLogicPort=Promise.all([new Promise(function(r){addEventListener("message",function(m){` +
  `var f=document.getElementById("${logicFrameId}");if(f&&m.source===f.contentWindow&&m.data==="${logicReady}")r(f)})}),` +
  `e[b.runtime.logicUrl]]).then(function(x){if(!x[1])return;var c=new MessageChannel;x[0].contentWindow.postMessage(` +
  `{type:"banyan:logic",source:new Blob([x[1]],{type:"text/javascript"})},"*",[c.port2]);return c.port1})`
