/**
 * The classic look, and by variables that of app.json's `"style": "v2"`, so that both are equally weak against the app's own rules.
 * The hairline is `::after`, which apps remove by `button::after`.
 */
export const buttonStyle = `
html{--b-bg:#f8f8f8;--b-fg:#000;--b-press:#dedede;--b-green:#1aad19;--b-green-press:#179b16;--b-red:#e64340;--b-red-fg:#fff;--b-red-bg:var(--b-red);--b-red-press:#ce3c39;--b-plain:#353535;--b-off:rgba(0,0,0,.3);--b-off-bg:#f7f7f7;--b-line:rgba(0,0,0,.2);--b-width:auto;--b-pad:0 14px;--b-weight:400;--b-size:18px;--b-height:2.55555556;--b-radius:5px;--b-mini-pad:0 1.34em;--b-mini-height:2.3;--b-mini-size:13px}
html[data-style=v2]{--b-bg:#f2f2f2;--b-fg:#06ae56;--b-press:#e6e6e6;--b-green:#07c160;--b-green-press:#06ae56;--b-red:#fa5151;--b-red-fg:#fa5151;--b-red-bg:#f2f2f2;--b-red-press:#e6e6e6;--b-off:rgba(0,0,0,.2);--b-off-bg:#fafafa;--b-line:transparent;--b-width:184px;--b-pad:8px 24px;--b-weight:700;--b-size:17px;--b-height:1.41176471;--b-radius:4px;--b-mini-pad:0 .75em;--b-mini-height:2;--b-mini-size:16px}
html[data-theme=dark]{--b-bg:#313131;--b-fg:rgba(255,255,255,.8);--b-press:#3f3f3f;--b-plain:rgba(255,255,255,.6);--b-off:rgba(255,255,255,.2);--b-off-bg:#252525;--b-line:transparent}
html[data-theme=dark][data-style=v2]{--b-red-bg:#313131;--b-red-press:#3f3f3f;--b-fg:#06ae56}
wx-button{position:relative;display:block;margin-left:auto;margin-right:auto;width:var(--b-width);padding:var(--b-pad);box-sizing:border-box;font-weight:var(--b-weight);font-size:calc(var(--b-size)*var(--banyan-text-scale,1));text-align:center;text-decoration:none;line-height:var(--b-height);border-radius:var(--b-radius);overflow:hidden;color:var(--b-fg);background-color:var(--b-bg);cursor:pointer;touch-action:manipulation}
wx-button::after{content:" ";width:200%;height:200%;position:absolute;top:0;left:0;border:1px solid var(--b-line);transform:scale(.5);transform-origin:0 0;box-sizing:border-box;border-radius:10px;pointer-events:none}
wx-button[type=primary]{color:#fff;background-color:var(--b-green)}
wx-button[type=warn]{color:var(--b-red-fg);background-color:var(--b-red-bg)}
wx-button[type=default]{color:var(--b-fg);background-color:var(--b-bg)}
wx-button[size=mini]{display:inline-block;width:auto;padding:var(--b-mini-pad);line-height:var(--b-mini-height);font-size:calc(var(--b-mini-size)*var(--banyan-text-scale,1))}
wx-button[disabled]{color:rgba(255,255,255,.6);cursor:default}
wx-button[disabled]:not([type]),wx-button[disabled][type=default]{color:var(--b-off);background-color:var(--b-off-bg)}
wx-button[disabled][type=primary]{background-color:var(--b-green);opacity:.5}
wx-button[disabled][type=warn]{background-color:var(--b-red-bg);color:var(--b-red-fg);opacity:.5}
wx-button[plain]{color:var(--b-plain);border:1px solid var(--b-plain);background-color:transparent}
wx-button[plain]::after{border-width:0}
wx-button[plain][type=primary]{color:var(--b-green);border-color:var(--b-green);background-color:transparent}
wx-button[plain][type=warn]{color:var(--b-red);border-color:var(--b-red);background-color:transparent}
wx-button[plain][disabled]{color:var(--b-off);border-color:var(--b-off);background-color:var(--b-off-bg)}
wx-button[loading]::before{content:"";display:inline-block;width:18px;height:18px;margin-right:6px;vertical-align:middle;box-sizing:border-box;border:2px solid currentColor;border-right-color:transparent;border-radius:50%;opacity:.7;animation:banyan-turn 1s linear infinite}
.button-hover,.button-hover[type=default]{opacity:.8;background-color:var(--b-press)}
.button-hover[type=primary]{background-color:var(--b-green-press)}
.button-hover[type=warn]{background-color:var(--b-red-press)}
.button-hover[plain],.button-hover[plain][type=primary],.button-hover[plain][type=warn]{opacity:.6;background-color:transparent}
`
