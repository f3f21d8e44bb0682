/** Rules of what opens later: modal, action sheet, menu. */
export const laterStyles = `
.offline{position:absolute;z-index:55;left:50%;transform:translateX(-50%);bottom:calc(72px + env(safe-area-inset-bottom));background:var(--banyan-ink);color:var(--banyan-surface);border-radius:16px;padding:4px 16px;font-size:14px;pointer-events:none}
.modal{place-self:center;width:min(320px,calc(100% - 48px));max-height:calc(100% - 48px);border-radius:12px;overflow:hidden;background:var(--banyan-surface);display:flex;flex-direction:column;outline:none}
.modal h2{margin:28px 24px 0;font-size:17px;line-height:1.4;font-weight:600;text-align:center;word-break:break-word}
.modal .text{margin:12px 24px 28px;color:var(--banyan-secondary);text-align:center;white-space:pre-wrap;word-break:break-word;overflow:auto}
.modal h2+.text{margin-top:12px}.modal .text:first-child{margin-top:28px;color:var(--banyan-ink)}
.modal textarea{font:inherit;color:var(--banyan-ink);margin:16px 24px 24px;padding:10px 12px;border:1px solid var(--banyan-line);border-radius:8px;background:var(--banyan-ground);resize:none;min-height:46px}
.modal .actions{display:flex;border-top:1px solid var(--banyan-line)}
.modal .actions button{flex:1;min-height:54px;padding:8px;font-weight:600;font-size:17px;color:var(--banyan-primary);word-break:break-word}
.modal .actions button+button{border-left:1px solid var(--banyan-line)}
.modal .actions .quiet{color:var(--banyan-ink);font-weight:500}
.sheet{align-self:end;border-radius:16px 16px 0 0;overflow:hidden;background:var(--banyan-ground);max-height:80%;display:flex;flex-direction:column;animation:rise 240ms ease-out;outline:none;padding-bottom:env(safe-area-inset-bottom)}
.sheet .title{padding:16px 24px;text-align:center;font-size:14px;color:var(--banyan-secondary);background:var(--banyan-surface);border-bottom:1px solid var(--banyan-line)}
.sheet .list{overflow:auto;background:var(--banyan-surface)}
.sheet .list button,.sheet .cancel{display:block;width:100%;min-height:56px;padding:8px 24px;font-size:17px;text-align:center;background:var(--banyan-surface)}
.sheet .list button+button{border-top:1px solid var(--banyan-line)}
.sheet .cancel{margin-top:8px;flex:none}
.sheet button:active,.modal button:active{background:var(--banyan-primary-soft)}
.menu .head{display:flex;gap:12px;align-items:center;padding:20px 20px 12px}
.menu .head b{font-weight:600}.menu .head small{color:var(--banyan-secondary);display:block;font-size:12px}
.menu .grid{display:grid;grid-template-columns:repeat(4,1fr);gap:12px 0;padding:12px 8px 24px}
.menu .grid button{display:flex;flex-direction:column;align-items:center;gap:8px;font-size:12px;color:var(--banyan-secondary);min-height:84px;border-radius:12px;text-align:center}
.menu .grid i{width:52px;height:52px;border-radius:12px;background:var(--banyan-surface);display:grid;place-items:center;color:var(--banyan-ink)}
.panel{background:var(--banyan-surface);padding:20px 24px calc(20px + env(safe-area-inset-bottom));gap:12px;overflow:auto;color:var(--banyan-ink)}
.panel h2{margin:0;font-size:18px;line-height:1.4;font-weight:600;word-break:break-word}
.panel p{margin:0;font-size:15px;color:var(--banyan-secondary);word-break:break-word}
.panel .who{display:flex;align-items:center;gap:10px;font-size:15px}.panel .who b{font-weight:600;word-break:break-word}
.panel .who .mark.small{width:28px;height:28px;border-radius:7px;font-size:14px}
.panel .row{display:flex;gap:12px;margin-top:8px;flex:none}
.panel .row button{flex:1;min-height:48px;border-radius:8px;padding:8px 12px;font-weight:600;background:var(--banyan-ground);color:var(--banyan-ink)}
.panel .row .go{background:var(--banyan-primary);color:var(--banyan-on-primary)}
.panel .row .danger{color:#d92c2c}
:root[data-theme=dark] .panel .danger,:root[data-theme=dark] .panel .wrong{color:#ff8a80}
.panel .link{color:var(--banyan-primary);text-align:left;min-height:44px;padding:0}
.panel form{display:flex;flex-direction:column;gap:4px}
.panel label{display:flex;align-items:center;gap:12px;min-height:48px;border-bottom:1px solid var(--banyan-line);font-size:16px}
.panel label>span:first-child{flex:none;width:88px;color:var(--banyan-secondary)}
.panel label.check{border:0}.panel label.check>span:first-child{width:auto;flex:1;color:var(--banyan-ink)}
.panel input:not([type=checkbox]),.panel select{flex:1;min-width:0;font:inherit;color:inherit;background:none;border:0;min-height:44px;border-radius:4px}
.panel input[type=checkbox]{width:22px;height:22px;accent-color:var(--banyan-primary);flex:none}
.panel .wrong{color:#d92c2c;font-size:14px;min-height:0}
.panel .entry{display:flex;align-items:center;border-bottom:1px solid var(--banyan-line)}
.panel .entry button:first-child{flex:1;text-align:left;padding:12px 0;min-height:56px;word-break:break-word}
.panel .entry small{display:block;color:var(--banyan-secondary);font-size:14px}
.panel .entry button+button{flex:none;min-width:56px;min-height:44px;color:var(--banyan-primary);font-size:15px}
.panel .card{display:flex;gap:12px;align-items:center;border:1px solid var(--banyan-line);border-radius:12px;padding:12px;background:var(--banyan-ground)}
.panel .card b{flex:1;font-weight:600;word-break:break-word}.panel .card img{width:96px;height:77px;object-fit:cover;border-radius:8px;flex:none}
.panel .qr{align-self:center;background:#fff;padding:16px;border-radius:12px;line-height:0}
.panel .sum{font-size:28px;font-weight:600;text-align:center;margin:8px 0}
.panel .note{align-self:center;background:#fff4d6;color:#6b4a00;border-radius:6px;padding:2px 10px;font-size:13px}
`
