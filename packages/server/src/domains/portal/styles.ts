import { radiusPx } from '@banyan/contract/tokens'

export const portalStyles = `
.find{display:flex;gap:8px;margin:0 0 16px}
.find input{flex:1;min-width:0}
.chips{display:flex;gap:8px;overflow-x:auto;list-style:none;margin:0 0 16px;padding:4px}
.chips a{display:block;padding:8px 16px;min-height:40px;white-space:nowrap;border:1px solid var(--banyan-line);border-radius:${radiusPx.sheet}px;background:var(--banyan-surface);color:inherit;text-decoration:none}
.chips a[aria-current]{color:var(--banyan-on-primary);background:var(--banyan-primary);border-color:var(--banyan-primary)}
.apps{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,260px),1fr));gap:12px;list-style:none;padding:0;margin:0}
.apps a{display:flex;gap:12px;align-items:center;height:100%;padding:16px;color:inherit;text-decoration:none;background:var(--banyan-surface);border:1px solid var(--banyan-line);border-radius:${radiusPx.card}px;transition:border-color 120ms ease-out}
.apps a:hover{border-color:var(--banyan-primary)}
.apps .icon{flex:none;width:56px;height:56px}
.apps span{min-width:0}
.apps strong,.apps small{display:block;overflow-wrap:anywhere}
.apps small{font-size:14px;color:var(--banyan-secondary);display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
footer{max-width:880px;margin:0 auto;padding:0 16px 32px}
`
