/** The host's one style sheet, part of the host page's HTML. Apps draw inside frames, so nothing of theirs can meet these rules. */
import { colorVariables, darkColors, fontStack, lightColors } from '@banyan/contract/tokens'

const chrome = `
*{box-sizing:border-box;-webkit-tap-highlight-color:transparent}
[hidden]{display:none!important}
html,body{margin:0;height:100%;overflow:hidden;overscroll-behavior:none;background:var(--banyan-ground);color:var(--banyan-ink);font:16px/1.5 ${fontStack};-webkit-text-size-adjust:100%}
button{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;cursor:pointer;touch-action:manipulation}
:focus{outline:none}:focus-visible{outline:2px solid var(--banyan-primary);outline-offset:-2px}
.app{position:fixed;top:0;right:0;bottom:0;left:0;margin:0 auto;max-width:480px;overflow:hidden;background:var(--banyan-surface)}
@media(min-width:481px){.app{box-shadow:0 0 0 1px var(--banyan-line)}}
.page{position:absolute;top:0;right:0;bottom:0;left:0;display:flex;flex-direction:column;background:var(--banyan-surface);visibility:hidden;z-index:1}
.page.shown{visibility:visible}
.page.above{z-index:30}
.page.tabbed{padding-bottom:var(--tab-bottom,0px);padding-top:var(--tab-top,0px)}
.page iframe{flex:1;width:100%;min-height:0;border:0;display:block}
.page.above.shown{box-shadow:-8px 0 24px rgba(0,0,0,.06)}
@keyframes push{from{transform:translateX(100%)}}
@keyframes pop{to{transform:translateX(100%)}}
.pushing{animation:push 240ms ease-out}
.popping{animation:pop 240ms ease-out forwards;pointer-events:none;visibility:visible}
@media(prefers-reduced-motion:reduce){.pushing,.popping,.sheet,.shade,.launch,.toast{animation:none!important;transition:none!important}}
.bar{flex:none;position:relative;height:calc(44px + env(safe-area-inset-top));padding-top:env(safe-area-inset-top);display:flex;align-items:center;z-index:2}
.bar.white{color:#fff}.bar.black{color:#000}
.bar.custom{position:absolute;top:0;right:0;left:0;pointer-events:none;background:none!important}
.bar.custom h1{display:none}.bar.custom button{display:none}
.bar h1{position:absolute;left:96px;right:104px;margin:0;text-align:center;font-size:17px;font-weight:600;line-height:44px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.bar h1:focus{outline:none}
.bar button{width:44px;height:44px;display:grid;place-items:center;border-radius:8px}
.bar .spin{width:16px;height:16px;margin-right:8px;vertical-align:-2px}
.capsule{position:absolute;z-index:60;top:calc(6px + env(safe-area-inset-top));right:7px;width:87px;height:32px;display:flex;border-radius:16px;border:1px solid rgba(0,0,0,.1);background:rgba(255,255,255,.7);color:#000}
.capsule.white{border-color:rgba(255,255,255,.28);background:rgba(0,0,0,.16);color:#fff}
.capsule button{flex:1;height:44px;margin-top:-7px;display:grid;place-items:center;border-radius:16px}
.capsule button+button{position:relative}
.capsule button+button:before{content:"";position:absolute;left:0;top:13px;height:18px;width:1px;background:currentColor;opacity:.16}
.capsule button:first-child svg path{stroke-width:4}
.capsule button:focus-visible{outline-offset:-8px}
.tabs{position:absolute;left:0;right:0;bottom:0;z-index:20;display:flex;height:calc(var(--tab-height) + env(safe-area-inset-bottom));padding-bottom:env(safe-area-inset-bottom);transition:transform 240ms ease-out}
.tabs.top{bottom:auto;padding-bottom:0;height:var(--tab-height)}
.tabs:before{content:"";position:absolute;left:0;right:0;top:0;height:1px;background:var(--edge);transform:scaleY(.5)}
.tabs.top:before{top:auto;bottom:0}
.tabs button{flex:1;min-width:0;position:relative;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:2px;font-size:11px;line-height:14px}
.tabs.top button{font-size:15px}
.tabs.top button[aria-selected=true]:after{content:"";position:absolute;left:25%;right:25%;bottom:0;height:2px;background:currentColor}
.tabs img{width:27px;height:27px;object-fit:contain}
.tabs .face{position:relative;display:block;max-width:100%}
.tabs .badge{position:absolute;left:calc(50% + 7px);top:-3px;min-width:16px;height:16px;padding:0 4px;border-radius:8px;background:#d92c2c;color:#fff;font-size:11px;line-height:16px;text-align:center;white-space:nowrap}
.tabs .dot{position:absolute;left:calc(50% + 10px);top:0;width:8px;height:8px;border-radius:4px;background:#d92c2c}
.shade{position:absolute;top:0;right:0;bottom:0;left:0;z-index:70;background:rgba(0,0,0,.5);display:grid;animation:fade 120ms ease-out}
.shade.clear{background:none}
@keyframes fade{from{opacity:0}}
@keyframes rise{from{transform:translateY(100%)}}
.toasts{position:absolute;top:0;right:0;bottom:0;left:0;z-index:65;display:grid;place-items:center;pointer-events:none}
.toasts.mask{pointer-events:auto}
.toast{background:rgba(31,38,35,.92);color:#fff;border-radius:12px;padding:12px 16px;max-width:min(280px,calc(100% - 64px));text-align:center;font-size:16px;word-break:break-word;animation:fade 120ms ease-out}
.toast>span:last-child:not(.spin){display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;white-space:pre-line}
.toast.square{min-width:136px;min-height:136px;max-width:200px;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:12px;padding:16px}
.toast img{width:48px;height:48px;object-fit:contain}
.spin{display:inline-block;width:36px;height:36px;border-radius:50%;border:3px solid currentColor;border-right-color:transparent;opacity:.85;animation:turn 900ms linear infinite}
.bar .spin{border-width:2px}
@keyframes turn{to{transform:rotate(1turn)}}
.launch{position:absolute;top:0;right:0;bottom:0;left:0;z-index:50;display:flex;flex-direction:column;align-items:center;padding-top:28vh;gap:16px;background:var(--banyan-surface);transition:opacity 120ms ease-out}
.launch.gone{opacity:0;pointer-events:none}
.mark{width:64px;height:64px;border-radius:16px;object-fit:cover;background:var(--banyan-primary-soft);color:var(--banyan-primary);display:grid;place-items:center;font-size:28px;font-weight:600}
.mark.small{width:40px;height:40px;border-radius:10px;font-size:18px;flex:none}
.launch b{font-weight:500;font-size:17px;padding:0 32px;text-align:center}
.dots{display:flex;gap:6px}.dots i{width:6px;height:6px;border-radius:3px;background:var(--banyan-primary);opacity:.25;animation:dots 1.2s infinite}
.dots i+i{animation-delay:.2s}.dots i+i+i{animation-delay:.4s}@keyframes dots{30%{opacity:1}}
.notice{position:absolute;top:0;right:0;bottom:0;left:0;z-index:40;background:var(--banyan-surface);display:flex;flex-direction:column;align-items:center;justify-content:center;gap:12px;padding:32px;text-align:center}
.notice h2{margin:0;font-size:20px;line-height:1.4}
.notice p{margin:0;color:var(--banyan-secondary);max-width:32em}
.notice code{font-size:12px;color:var(--banyan-secondary);user-select:all;overflow-wrap:anywhere}
.primary{background:var(--banyan-primary);color:var(--banyan-on-primary);border-radius:8px;min-height:44px;padding:8px 24px;font-weight:600;margin-top:12px}
`

export const hostStyle =
  `:root{${colorVariables(lightColors)}}@media(prefers-color-scheme:dark){:root:not([data-theme=light]){${colorVariables(darkColors)}}}:root[data-theme=dark]{${colorVariables(darkColors)}}${chrome}`.replaceAll(
    '\n',
    '',
  )
