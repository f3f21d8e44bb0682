import { colorVariables, darkColors, fontStack, lightColors } from '@banyan/contract/tokens'

/** How the simulator's own page looks. */
export const panelStyles = `
:root{${colorVariables(lightColors)};color-scheme:light dark;font:13px/1.5 ${fontStack}}
@media (prefers-color-scheme:dark){:root{${colorVariables(darkColors)}}}
*{box-sizing:border-box}
body{margin:0;color:var(--banyan-ink);background:var(--banyan-ground)}
main{display:grid;grid-template-columns:minmax(360px,44%) 1fr;height:100vh}
section.left,section.right{display:flex;flex-direction:column;min-width:0;min-height:0}
section.right{background:var(--banyan-surface);border-left:1px solid var(--banyan-line)}
.bar,.tools,.pages:not(:empty){display:flex;flex-wrap:wrap;gap:8px;align-items:end;padding:8px 12px;border-bottom:1px solid var(--banyan-line)}
.stage{position:relative;flex:1;min-height:0;overflow:hidden}
.shell{position:absolute;top:50%;left:50%;border-radius:36px;overflow:hidden;background:#000;box-shadow:0 0 0 10px #1c2421,0 16px 48px rgb(0 0 0/24%)}
.shell iframe{display:block;width:100%;height:100%;border:0;background:#fff}
.cover{position:absolute;inset:0;cursor:crosshair}
.notch{position:absolute;pointer-events:none;background:#000}
.notch.notch{top:0;left:50%;width:42%;height:30px;border-radius:0 0 20px 20px;transform:translateX(-50%)}
.notch.island{top:11px;left:50%;width:120px;height:35px;border-radius:20px;transform:translateX(-50%)}
.notch.hole{top:11px;left:50%;width:18px;height:18px;border-radius:50%;transform:translateX(-50%)}
.notch.none{display:none}
.notch.turned{top:50%;left:11px;transform:translateY(-50%)}
.notch.turned.island{width:35px;height:120px}
.notch.turned.notch.notch:not(.island):not(.hole){left:0;width:30px;height:42%;border-radius:0 20px 20px 0}
.tabs{display:flex;overflow-x:auto;flex:none;border-bottom:1px solid var(--banyan-line)}
.tabs button{border:0;border-bottom:2px solid transparent;border-radius:0;background:none;white-space:nowrap;padding:8px 10px}
.tabs button[aria-selected=true]{color:var(--banyan-primary);border-color:var(--banyan-primary)}
.body{flex:1;min-height:0;display:flex;flex-direction:column}
.column{flex:1;min-height:0;display:flex;flex-direction:column}
.scroll{flex:1;min-height:0;overflow:auto}
.pad,.settings{padding:12px}
.settings{display:grid;grid-template-columns:repeat(auto-fill,minmax(180px,1fr));gap:12px;overflow:auto}
.field{display:flex;flex-direction:column;gap:2px;color:var(--banyan-secondary);font-size:12px}
.field span:empty{display:none}
button,input,select,textarea{font:inherit;color:var(--banyan-ink);background:var(--banyan-surface);border:1px solid var(--banyan-line);border-radius:8px;min-height:30px;padding:2px 10px}
select{max-width:220px}
textarea{width:100%;font:12px/1.5 ui-monospace,Menlo,Consolas,"Noto Sans CJK SC",monospace;resize:vertical}
button{cursor:pointer}
button:hover{border-color:var(--banyan-primary)}
:focus-visible{outline:2px solid var(--banyan-primary);outline-offset:1px}
button.link{border:0;background:none;padding:0;min-height:0;text-align:left;color:var(--banyan-primary);text-decoration:underline;text-underline-offset:2px;word-break:break-all}
.wide{flex:1}
input[type=checkbox]{min-height:0;width:18px;height:18px}
.log{flex:1;min-height:0;overflow:auto;margin:0;padding:0;list-style:none;font:12px/1.6 ui-monospace,Menlo,Consolas,"Noto Sans CJK SC",monospace}
.log li{padding:2px 12px;border-bottom:1px solid var(--banyan-line);white-space:pre-wrap;word-break:break-word}
.log .from{float:right;margin-left:12px}
.log .error{color:var(--banyan-danger)}.log .warn{color:var(--banyan-warning)}.log .info{color:var(--banyan-info)}.log .debug{color:var(--banyan-secondary)}
table{width:100%;border-collapse:collapse;font-size:12px;font-variant-numeric:tabular-nums}
td:not(:first-child){white-space:nowrap}
th,td{padding:4px 12px;text-align:left;border-bottom:1px solid var(--banyan-line);vertical-align:top}
th{color:var(--banyan-secondary);font-weight:500;position:sticky;top:0;background:var(--banyan-surface)}
.detail{max-height:45%;overflow:auto;border-top:1px solid var(--banyan-line)}
.detail:empty{display:none}
.detail h3,.detail pre{margin:8px 12px}
h3{font-size:13px;margin:12px 0 6px}
pre{font:12px/1.5 ui-monospace,Menlo,Consolas,"Noto Sans CJK SC",monospace;white-space:pre-wrap;word-break:break-word}
.tree{padding:8px 12px;font:12px/1.7 ui-monospace,Menlo,Consolas,"Noto Sans CJK SC",monospace}
.tree details{padding-left:12px}.tree summary{cursor:default;white-space:nowrap}.tree summary:hover{background:var(--banyan-primary-soft)}
.tree .chosen{background:var(--banyan-primary-soft)}
.tree b{color:var(--banyan-primary);font-weight:500}.tree i{color:var(--banyan-accent-text);font-style:normal}.tree span{color:var(--banyan-secondary)}
.tree .text{padding-left:26px}
.entry{display:grid;grid-template-columns:140px 1fr;gap:8px;margin-bottom:6px}
.entry code{word-break:break-all;color:var(--banyan-secondary)}
.lane{min-width:160px}.bar-of-time{height:10px;border-radius:3px;background:var(--banyan-primary)}
.findings{margin:0;padding-left:18px}.good{color:var(--banyan-success);margin:0}.empty{padding:24px;color:var(--banyan-secondary);text-align:center}
.rule{border:1px solid var(--banyan-line);border-radius:12px;margin:0 0 12px;padding:4px 12px 12px}.rule .tools{border:0;padding:8px 0}
.code{width:220px;height:220px;background:#fff;border-radius:12px}
@media (max-width:760px){main{grid-template-columns:1fr;height:auto}section.left{height:70vh}section.right{height:90vh;border:0}}
`
