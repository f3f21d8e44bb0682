/** HTML of the sandboxed frames. The page's own HTML holds the first of them, so the build reads this as well. */
import { frameScriptEnd, frameScriptMark, logicFrameId, logicReady } from './frame-names.ts'
import { trustedTypesDirectives, trustInFrames } from './trusted-scripts.ts'

/** Everything an app could send data out with is closed. A worker started in a frame inherits its policy. */
export function framePolicy(nonce: string): string {
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
    ...trustedTypesDirectives,
  ].join('; ')
}

function logicFrameHtml(nonce: string): string {
  const policy = framePolicy(nonce).replaceAll('"', '&quot;')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width,initial-scale=1"></head><body><script nonce="${nonce}">${trustInFrames}${frameScriptMark}${logicFrameScript}${frameScriptEnd}`
}

/** Runs in the logic frame: takes one message of the host, starts the worker and hands it the port. */
const logicFrameScript = `addEventListener('message',function once(e){var d=e.data
if(e.source!==parent||!d||d.type!=='banyan:logic')return
removeEventListener('message',once)
var w=new Worker(URL.createObjectURL(d.source))
w.onerror=function(x){parent.postMessage({type:'banyan:workerError',message:String(x.message||'')},'*')}
w.postMessage({type:'banyan:port'},[e.ports[0]])})
parent.postMessage('${logicReady}','*')`

/** The logic frame as a part of the page's HTML, with the place `{{nonce}}`. */
export function earlyLogicFrame(): string {
  const html = logicFrameHtml('{{nonce}}').replaceAll('&', '&amp;').replaceAll('"', '&quot;')
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
