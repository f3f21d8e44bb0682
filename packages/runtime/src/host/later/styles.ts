/** Rules of what opens later: modal, action sheet, menu. */
export const laterStyles = `
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
`
