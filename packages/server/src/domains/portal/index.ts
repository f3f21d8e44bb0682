/**
 * The home page of the platform: which mini-programs there are, in the owner's name and colour. Works without a script.
 * Owns nothing. Shows published apps only.
 */
import { offlineScriptPath } from '@banyan/contract/offline'
import { html } from 'hono/html'
import type { Apps, PublicApp } from '#domains/apps'
import type { Brand } from '#domains/brand'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, Locale } from '#infra/http/http-env.ts'
import { respondHtml, type Html } from '#infra/http/html-page.ts'
import { findApps, mainCategoryOf } from './find-apps.ts'
import { portalStyles } from './styles.ts'
import { categoryNames, portalTexts } from './texts.ts'

/** The page itself works without. */
const keepScript = `navigator.serviceWorker?.register('${offlineScriptPath}',{scope:'/'}).catch(()=>{})`
const longestQuery = 60

export function createPortal({ apps, brand }: { apps: Apps; brand: Brand }): { routes: HttpApp } {
  const routes = createRouter()
  routes.get('/', async (c) => {
    brand.chooseLanguage(c)
    const locale = c.get('locale')
    const { name } = c.get('brand')
    const text = portalTexts[locale]
    const query = (c.req.query('q') ?? '').slice(0, longestQuery)
    const published = await apps.listPublished()
    const categories = [...new Set(published.map(mainCategoryOf))].filter((key) => key !== undefined)
    const category = categories.find((key) => key === c.req.query('category'))
    const shown = findApps(published, query).filter((app) => category === undefined || mainCategoryOf(app) === category)
    const tagline = brand.tagline(locale)
    return respondHtml(c, {
      title: name,
      ...(tagline === '' ? {} : { description: tagline }),
      locale,
      isPublic: true,
      styles: portalStyles,
      script: keepScript,
      body: html`<header class="top">
          <img src="/favicon.svg" alt="" /><strong>${name}</strong><a href="/inbox/">${text.inbox}</a
          ><a href="/me/">${text.me}</a><a href="/console">${text.console}</a>
        </header>
        <main>
          <h1>${query === '' ? text.heading : text.found(query)}</h1>
          ${tagline === '' ? '' : html`<p class="soft">${tagline}</p>`}
          <form class="find" role="search" action="/">
            <input
              type="search"
              name="q"
              maxlength="${longestQuery}"
              aria-label="${text.search}"
              placeholder="${text.search}"
              value="${query}"
            />
            <button>${text.find}</button>
          </form>
          ${showCategories(categories, category, locale)}
          ${published.length === 0 ? showNothing(text.empty, text.hint) : ''}
          ${published.length > 0 && shown.length === 0 ? showNothing(text.nothing, text.nothingHint) : ''}
          ${
            shown.length === 0
              ? ''
              : html`<ul class="apps">
                  ${shown.map(showApp)}
                </ul>`
          }
        </main>
        ${showLanguages(brand.languages(), locale)}`,
    })
  })
  return { routes }
}

function showCategories(categories: readonly string[], chosen: string | undefined, locale: Locale): Html | string {
  if (categories.length === 0) return ''
  const { all, categories: label } = portalTexts[locale]
  const nameOf = (key: string): string => categoryNames.get(key)?.[locale === 'zh' ? 0 : 1] ?? key
  return html`<nav aria-label="${label}">
    <ul class="chips">
      <li>${chip('/', all, chosen === undefined)}</li>
      ${categories.map((key) => html`<li>${chip(`/?category=${key}`, nameOf(key), key === chosen)}</li>`)}
    </ul>
  </nav>`
}

function chip(href: string, name: string, isChosen: boolean): Html {
  return isChosen ? html`<a href="${href}" aria-current="page">${name}</a>` : html`<a href="${href}">${name}</a>`
}

function showNothing(what: string, hint: string): Html {
  return html`<div class="card">
    <p>${what}</p>
    <p class="soft">${hint}</p>
  </div>`
}

function showApp(app: PublicApp): Html {
  const about = app.description === '' ? '' : html`<small>${app.description}</small>`
  return html`<li>
    <a href="/a/${app.id}/"
      >${iconOf(app)}<span><strong>${app.name}</strong>${about}</span></a
    >
  </li>`
}

function showLanguages(languages: readonly Locale[], current: Locale): Html | string {
  if (languages.length < 2) return ''
  const other = current === 'zh' ? 'en' : 'zh'
  return html`<footer>
    <a href="/?language=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${other === 'zh' ? '中文' : 'English'}</a>
  </footer>`
}

function iconOf(app: PublicApp): Html {
  if (app.iconPath !== null) return html`<img class="icon" src="${app.iconPath}" alt="" loading="lazy" />`
  return html`<span class="icon" aria-hidden="true">${Array.from(app.name)[0] ?? ''}</span>`
}
