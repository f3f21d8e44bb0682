/**
 * The style sheet below the app's. Widths and colours are WeChat's; selectors are as weak as there, because apps override them.
 * 20rem is the width of the screen, as WeChat documents it for `rem`.
 */
export const baseStyle = `
html{height:100%;font-size:5vw;overscroll-behavior-y:none;-webkit-text-size-adjust:100%;text-size-adjust:100%;-webkit-tap-highlight-color:transparent;touch-action:manipulation;-webkit-user-select:none;user-select:none;
--w-green:#07c160;--w-tick:#09bb07;--w-red:#fa5151;--w-link:#576b95;--w-text:#000;--w-dim:rgba(0,0,0,.5);--w-faint:rgba(0,0,0,.3);--w-line:rgba(0,0,0,.1);--w-fill:#f2f2f2;--w-fill-press:#e6e6e6;--w-sheet:#fff;--w-box:#fff;--w-box-line:#d1d1d1;--w-track:#e9e9e9}
html[data-style=v2]{--w-tick:var(--w-green)}
html[data-theme=dark]{--w-green:#06ad56;--w-link:#7d90a9;--w-text:rgba(255,255,255,.8);--w-dim:rgba(255,255,255,.5);--w-faint:rgba(255,255,255,.3);--w-line:rgba(255,255,255,.1);--w-fill:#2c2c2c;--w-fill-press:#373737;--w-sheet:#2c2c2c;--w-box:#191919;--w-box-line:#4c4c4c;--w-track:#3a3a3a}
body{display:flow-root;margin:0;height:100%}
wx-page{display:block;font:calc(16px*var(--banyan-text-scale,1))/normal -apple-system,"PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC","Microsoft YaHei","Segoe UI",Roboto,sans-serif;color:var(--w-text);word-wrap:break-word}
[hidden]{display:none!important}
:focus{outline:0}
:focus-visible{outline:2px solid #0b7a63;outline-offset:1px}
@media (prefers-reduced-motion:reduce){wx-page *,.banyan-sheet,.banyan-sheet *{scroll-behavior:auto!important}}
@keyframes banyan-turn{to{transform:rotate(360deg)}}
@keyframes banyan-dot{0%,80%,to{opacity:.25}40%{opacity:1}}
`
