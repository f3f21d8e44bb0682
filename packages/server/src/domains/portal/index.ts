/**
 * The home page of the platform: which mini-programs there are.
 * Owns nothing. Shows published apps only.
 */
import { offlineScriptPath } from '@banyan/contract/offline'
import { html } from 'hono/html'
import type { Apps, PublicApp } from '#domains/apps'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, Locale } from '#infra/http/http-env.ts'
import { brandMark, respondHtml, type Html } from '#infra/http/html-page.ts'

const texts = {
  zh: {
    title: '榕 Banyan',
    heading: '小程序',
    empty: '还没有已发布的小程序。',
    hint: '在控制台创建小程序、上传并发布一个版本，它就会出现在这里。',
    console: '控制台',
  },
  en: {
    title: 'Banyan',
    heading: 'Mini-programs',
    empty: 'No mini-program has been published yet.',
    hint: 'Create one in the console, upload and publish a version, and it appears here.',
    console: 'Console',
  },
} as const

/** The page itself works without. */
const keepScript = `navigator.serviceWorker?.register('${offlineScriptPath}',{scope:'/'}).catch(()=>{})`

export function createPortal({ apps }: { apps: Apps }): { routes: HttpApp } {
  const routes = createRouter()
  routes.get('/', async (c) => {
    const locale = c.get('locale')
    const text = texts[locale]
    return respondHtml(c, {
      title: text.title,
      locale,
      isPublic: true,
      script: keepScript,
      body: html`<header class="top">
          <img src="/favicon.svg" alt="" /><strong>${text.title}</strong><a href="/console">${text.console}</a>
        </header>
        <main>
          <h1>${text.heading}</h1>
          ${listApps(await apps.listPublished(), locale)}
        </main>`,
    })
  })
  routes.get('/favicon.svg', (c) =>
    c.body(brandMark, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
  )
  return { routes }
}

function listApps(published: readonly PublicApp[], locale: Locale): Html {
  const text = texts[locale]
  if (published.length === 0)
    return html`<div class="card">
      <p>${text.empty}</p>
      <p class="soft">${text.hint}</p>
    </div>`
  return html`<ul class="grid">
    ${published.map(
      (app) =>
        html`<li>
          <a href="/a/${app.id}/">${iconOf(app)}<span>${app.name}</span></a>
        </li>`,
    )}
  </ul>`
}

function iconOf(app: PublicApp): Html {
  if (app.iconPath !== null) return html`<img class="icon" src="${app.iconPath}" alt="" loading="lazy" />`
  return html`<span class="icon" aria-hidden="true">${Array.from(app.name)[0] ?? ''}</span>`
}
