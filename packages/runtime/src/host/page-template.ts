/** The host page and its policy, written into `runtime.json` by the build. */
import { earlyViewStart } from './first-frame-html.ts'
import { earlyLogicFrame, earlyWorkerStart } from './frame-html.ts'
import { trustedTypesDirectives, trustInHost } from './trusted-scripts.ts'
import { hostStyle } from './ui/styles.ts'

/**
 * Starts every download that the launch needs while the parser is still at the head; the host script takes the answers over by address.
 * A refused promise is handled there, so it must not be reported twice.
 */
const earlyScript = (laterAreas: readonly string[]) =>
  [
    trustInHost,
    'var b=JSON.parse(document.getElementById("banyan-boot").textContent),m=b.manifest,p=m.packages[0],e=window.banyanEarly={},',
    `l=${JSON.stringify(laterAreas.join(' '))}.split(" "),n=!m.areas||m.areas.some(function(a){return l.includes(a)});`,
    '[b.runtime.logicUrl,n&&b.runtime.logicLaterUrl,b.runtime.viewUrl,b.config?0:b.fileBase+m.config.hash,b.fileBase+p.script.hash,b.fileBase+p.style.hash,',
    'b.fileBase+m.assets.hash].forEach(function(u){if(u&&!e[u])(e[u]=fetch(u).then(function(r){',
    'if(!r.ok)throw Error(r.status+" "+u);return r.arrayBuffer()})).catch(function(){})});',
    `${earlyWorkerStart};`,
    earlyViewStart,
  ].join('')

/** `laterAreas`: a package that names one of these areas of `wx.*` needs the worker's second script at its start. */
export const pageTemplate = (laterAreas: readonly string[]) => `<!doctype html>
<html lang="{{lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover,interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="mobile-web-app-capable" content="yes">
<meta name="format-detection" content="telephone=no">
<title>{{title}}</title>
<script type="application/json" id="banyan-boot">{{boot}}</script>
<script nonce="{{nonce}}">${earlyScript(laterAreas)}</script>
<script type="module" async nonce="{{nonce}}" src="{{host}}" id="banyan-host"></script>
<style>${hostStyle}</style>
{{head}}
</head>
<body>{{first}}${earlyLogicFrame()}</body>
</html>
`

/**
 * A `srcdoc` frame inherits this policy on top of its own, so it must allow what the frames need: the nonce, `blob:` scripts and workers.
 * `frame-src 'self'` keeps a frame from leaking by navigating itself.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'nonce-{{nonce}}' blob:",
  // The platform's service worker; frames have a policy of their own that leaves `blob:`.
  "worker-src 'self' blob:",
  "style-src 'unsafe-inline'",
  "img-src 'self' data: blob: https:",
  'font-src data: blob:',
  'media-src data: blob:',
  "connect-src 'self' https: {{sockets}} data: blob:",
  "frame-src 'self' {{frames}}",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  ...trustedTypesDirectives,
].join('; ')
