/** HTML of the first page's frame, which comes with the page. Only the build reads this. */
import { framePolicy } from './frame-html.ts'
import { firstFrameId } from './frame-names.ts'
import { trustInFrames } from './trusted-scripts.ts'

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
    `<script nonce="{{nonce}}">${trustInFrames}${firstThemeScript}</script><style id="banyan-snapshot-style">${base}{{style}}</style></head><body>{{body}}`,
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
