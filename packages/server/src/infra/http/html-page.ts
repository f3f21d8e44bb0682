/** Server-rendered pages: one frame, the brand's colours, no script unless the page brings its own. */
import { keepHeader } from '@banyan/contract/offline'
import { colorVariables, fontStack, radiusPx } from '@banyan/contract/tokens'
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { HttpContext, Locale, PageBrand } from './http-env.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export interface HtmlPage {
  title: string
  locale: Locale
  body: Html
  description?: string
  /** Elements of the head, for programs that show the address as a card. */
  head?: Html
  /** Rules of this page, after those of all pages. */
  styles?: string
  /** Code of a script element; it gets the nonce of the answer. */
  script?: string
  /** The same for everybody: kept by browsers for times without a network, and installable with the portal's manifest. */
  isPublic?: true
  status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 422 | 429 | 500 | 503
}

export async function respondHtml(c: HttpContext, page: HtmlPage): Promise<Response> {
  const nonce = c.get('requestId')
  const { colors } = c.get('brand')
  const document = await html`<!doctype html>
    <html lang="${page.locale === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="${colors.light.ground}" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="${colors.dark.ground}" media="(prefers-color-scheme: dark)" />
        <title>${page.title}</title>
        ${page.description ? html`<meta name="description" content="${page.description}" />` : ''}${page.head ?? ''}
        <link rel="icon" href="/favicon.svg" />
        ${page.isPublic ? html`<link rel="manifest" href="/manifest.webmanifest" />` : ''}
        <style nonce="${nonce}">
          ${raw(variables(colors) + styleSheet + (page.styles ?? ''))}
        </style>
      </head>
      <body>
        ${page.body}${
          page.script
            ? html`<script nonce="${nonce}">
                ${raw(page.script)}
              </script>`
            : ''
        }
      </body>
    </html>`
  return c.html(document, page.status ?? 200, {
    'Content-Security-Policy':
      `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; img-src 'self'; connect-src 'self'; ` +
      `worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'Cache-Control': page.isPublic ? 'no-cache' : 'no-store',
    ...(page.isPublic ? { [keepHeader]: 'public', Vary: 'Accept-Language, Cookie' } : {}),
    'Referrer-Policy': 'same-origin',
  })
}

/** A crown of three leaves above parallel roots. */
export function brandMark(color: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="${color}"><circle cx="10" cy="11" r="7"/><circle cx="22" cy="11" r="7"/><circle cx="16" cy="8" r="7"/><path d="M9 17h2v12H9zm6 0h2v13h-2zm6 0h2v12h-2z"/></svg>`
}

function variables({ light, dark }: PageBrand['colors']): string {
  return `:root{${colorVariables(light)}}@media(prefers-color-scheme:dark){:root{${colorVariables(dark)}}}`
}

const styleSheet = `
*{box-sizing:border-box}
body{margin:0;background:var(--banyan-ground);color:var(--banyan-ink);font:16px/1.5 ${fontStack}}
main{max-width:880px;margin:0 auto;padding:24px 16px 64px}
header.top{display:flex;flex-wrap:wrap;align-items:center;gap:12px;max-width:880px;margin:0 auto;padding:20px 16px 0}
header.top img{width:32px;height:32px}
header.top strong{font-size:20px;flex:1;white-space:nowrap}
header.top strong a{color:inherit;text-decoration:none}
h1{font-size:24px;line-height:1.3;margin:8px 0 16px}
h2{font-size:20px;line-height:1.3;margin:32px 0 12px}
h3{font-size:16px;margin:20px 0 8px}
p{margin:0 0 12px}
.soft{color:var(--banyan-secondary)}
.small{font-size:14px}
a{color:var(--banyan-primary)}
.card{background:var(--banyan-surface);border:1px solid var(--banyan-line);border-radius:${radiusPx.card}px;padding:20px;margin:0 0 16px}
.narrow{max-width:440px;margin:6vh auto 0}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(132px,1fr));gap:12px;list-style:none;padding:0;margin:0}
.grid a{display:flex;flex-direction:column;align-items:center;gap:8px;height:100%;padding:20px 12px;text-align:center;text-decoration:none;color:inherit;background:var(--banyan-surface);border:1px solid var(--banyan-line);border-radius:${radiusPx.card}px;transition:border-color 120ms ease-out}
.grid a:hover{border-color:var(--banyan-primary)}
.icon{width:64px;height:64px;border-radius:${radiusPx.sheet}px;object-fit:cover;background:var(--banyan-primary-soft);color:var(--banyan-primary);display:grid;place-items:center;font-size:24px;font-weight:600}
label{display:block;font-size:14px;margin:12px 0 4px}
input,select,textarea{width:100%;min-height:44px;padding:8px 12px;font:inherit;color:inherit;background:var(--banyan-surface);border:1px solid var(--banyan-secondary);border-radius:${radiusPx.control}px}
input[type=checkbox]{width:20px;min-height:20px;margin:0}
textarea{min-height:88px;font:14px/1.5 ui-monospace,monospace}
button,.button{display:inline-block;min-height:44px;padding:8px 20px;font:inherit;font-weight:600;color:var(--banyan-on-primary);background:var(--banyan-primary);border:0;border-radius:${radiusPx.control}px;cursor:pointer;text-decoration:none}
button:hover,.button:hover{background:var(--banyan-primary-hover)}
button.quiet{color:var(--banyan-primary);background:transparent;border:1px solid var(--banyan-line)}
button.quiet:hover{background:var(--banyan-primary-soft)}
button.danger{color:var(--banyan-danger)}
:focus-visible{outline:3px solid var(--banyan-primary);outline-offset:2px}
form .actions{margin-top:20px}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:8px 8px 8px 0;text-align:left;border-bottom:1px solid var(--banyan-line);vertical-align:middle}
th{font-size:14px;font-weight:600;color:var(--banyan-secondary)}
.scroll{overflow-x:auto}
.notice{border-left:4px solid var(--banyan-primary);background:var(--banyan-primary-soft);padding:12px 16px;border-radius:${radiusPx.control}px;margin:0 0 16px}
.notice.bad{border-color:var(--banyan-danger);background:transparent;color:var(--banyan-danger)}
.card>:last-child,.card form>:last-child,form.card>.actions{margin-bottom:0}
tr:last-child td{border-bottom:0}
th,.nowrap{white-space:nowrap}
.tag{display:inline-block;white-space:nowrap;padding:0 8px;border-radius:${radiusPx.control}px;font-size:14px;color:var(--banyan-primary);background:var(--banyan-primary-soft)}
code{font:14px/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
pre{margin:0 0 16px}
ul{padding-left:20px}
ul.grid{padding:0}
[hidden]{display:none!important}
.row{display:flex;flex-wrap:wrap;gap:12px;align-items:center}
.row .fill{flex:1}
@media(prefers-reduced-motion:reduce){*{transition:none}}
`
