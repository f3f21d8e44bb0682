import { radiusPx } from '@banyan/contract/tokens'

export const portalStyles = `
.find{display:flex;gap:8px;margin:0 0 16px}
.find input{flex:1;min-width:0}
.chips{display:flex;gap:8px;overflow-x:auto;list-style:none;margin:0 0 16px;padding:4px 0}
.chips a{display:flex;align-items:center;padding:0 16px;height:40px;white-space:nowrap;border:1px solid var(--banyan-line);border-radius:20px;background:var(--banyan-surface);color:inherit;text-decoration:none}
.chips a[aria-current]{color:var(--banyan-on-primary);background:var(--banyan-primary);border-color:var(--banyan-primary)}
.apps{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,260px),1fr));gap:12px;list-style:none;padding:0;margin:0}
.apps li{display:flex;background:var(--banyan-surface);border:1px solid var(--banyan-line);border-radius:${radiusPx.card}px;transition:border-color 120ms ease-out}
.apps li:hover{border-color:var(--banyan-primary)}
.apps .open{flex:1;min-width:0;display:flex;gap:12px;align-items:center;padding:16px 0 16px 16px;color:inherit;text-decoration:none}
.apps .about{flex:none;display:grid;place-items:center;width:44px;color:var(--banyan-secondary)}
.apps .about svg{width:20px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.apps .icon{flex:none;width:56px;height:56px}
.apps span{min-width:0}
.apps strong,.apps small{display:block;overflow-wrap:anywhere}
.apps small{font-size:14px;color:var(--banyan-secondary);display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
.featured{display:flex;gap:12px;overflow-x:auto;list-style:none;padding:4px 0;margin:0 0 16px}
.featured a{display:flex;flex-direction:column;align-items:center;gap:8px;width:96px;padding:8px 4px;text-align:center;color:inherit;text-decoration:none;border-radius:${radiusPx.card}px}
.featured a:hover{background:var(--banyan-primary-soft)}
.featured strong{font-size:14px;font-weight:400;max-width:100%;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
#recent .row{margin-top:24px}
#recent h2{margin:0}
#recent button{min-height:32px;padding:4px 12px;font-size:14px}
.banner{position:relative;display:flex;align-items:center;gap:16px;min-height:112px;margin:0 0 16px;padding:20px;color:inherit;text-decoration:none;background:var(--banyan-primary-soft);border-radius:${radiusPx.card}px;overflow:hidden}
.banner .icon{flex:none;background:var(--banyan-surface)}
.banner strong,.banner small{display:block;overflow-wrap:anywhere}
.banner strong{font-size:20px;line-height:1.3}
.banner small{font-size:14px}
.pictured{display:block;padding:0;background:var(--banyan-surface);border:1px solid var(--banyan-line)}
.pictured img{display:block;width:100%;aspect-ratio:3/1;object-fit:cover}
.pictured span{display:block;padding:12px 16px}
.pages{justify-content:center;margin-top:24px}
.intro{display:flex;flex-wrap:wrap;gap:20px;align-items:flex-start}
.intro h1{margin:0 0 4px}
.intro .fill{flex:1;min-width:min(100%,240px)}
.intro .row{margin:16px 0 0}
.code{margin:0;text-align:center}
.code svg{display:block;width:120px;height:120px;margin:0 auto 4px;border-radius:${radiusPx.control}px}
.shots{display:flex;gap:12px;overflow-x:auto;list-style:none;padding:4px 0;margin:0}
.shots img{display:block;height:360px;max-width:80vw;border:1px solid var(--banyan-line);border-radius:${radiusPx.card}px}
dt{font-weight:600}
dd{margin:0 0 12px}
@media(hover:none) and (max-width:640px){.code{display:none}}
footer{max-width:880px;margin:0 auto;padding:0 16px 32px}
`
