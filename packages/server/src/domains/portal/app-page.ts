/** What a visitor may know of a mini-program before opening it. */
import type { PrivacyEntry } from '@banyan/contract/app-profile'
import { findCategory, type MainCategory } from '@banyan/contract/categories'
import { dataKindNames } from '@banyan/contract/data-kind-names'
import { html, raw } from 'hono/html'
import { renderSVG } from 'uqr'
import type { PublicApp } from '#domains/apps'
import type { Locale } from '#infra/http/http-env.ts'
import type { Html } from '#infra/http/html-page.ts'
import { iconOf } from './app-entry.ts'
import { portalTexts } from './texts.ts'

export interface AppPage {
  locale: Locale
  app: PublicApp
  team: string
  tree: readonly MainCategory[]
  privacy: readonly PrivacyEntry[]
  screenshots: readonly { url: string }[]
  /** Whole, as a phone's camera needs it. */
  address: string
}

export function appPage({ locale, app, team, tree, privacy, screenshots, address }: AppPage): Html {
  const text = portalTexts[locale]
  return html`<main class="app-page">
    <section class="card intro">
      ${iconOf(app)}
      <div class="fill">
        <h1>${app.name}</h1>
        <p class="soft">${facts({ app, team, tree, locale })}</p>
        ${app.description === '' ? '' : html`<p>${app.description}</p>`}
        <p class="row">
          <a class="button" href="/a/${app.id}/">${text.open}</a>
          <button type="button" class="quiet" id="share" hidden>${text.share}</button>
          <span id="shared" role="status" data-text="${text.copied}"></span>
        </p>
      </div>
      <figure class="code">
        ${raw(renderSVG(address, { border: 2 }))}
        <figcaption class="small soft">${text.scan}</figcaption>
      </figure>
    </section>
    ${
      screenshots.length === 0
        ? ''
        : html`<h2>${text.screenshots}</h2>
            <ul class="shots" tabindex="0" aria-label="${text.screenshots}">
              ${screenshots.map(({ url }, index) => shot(url, `${text.screenshots} ${index + 1}`))}
            </ul>`
    }
    <h2>${text.privacy}</h2>
    <p class="soft">${privacy.length === 0 ? text.noPrivacy : text.privacyHint}</p>
    ${privacy.length === 0 ? '' : html`<dl class="card">${privacy.map((entry) => privacyLine(entry, locale))}</dl>`}
    <p class="soft small">${text.install}</p>
  </main>`
}

export function goneApp(locale: Locale): Html {
  const text = portalTexts[locale]
  return html`<main>
    <div class="card narrow">
      <h1>${text.gone}</h1>
      <p>${text.goneHint}</p>
      <a class="button" href="/">${text.home}</a>
    </div>
  </main>`
}

function facts({ app, team, tree, locale }: Pick<AppPage, 'app' | 'team' | 'tree' | 'locale'>): string {
  const text = portalTexts[locale]
  const category = app.category === null ? undefined : findCategory(tree, app.category)
  return [
    team === '' ? undefined : text.by(team),
    category && `${category.main.name[locale]} · ${category.sub.name[locale]}`,
    app.currentVersion === null ? undefined : text.version(app.currentVersion),
  ]
    .filter((fact) => fact !== undefined)
    .join(' · ')
}

function shot(url: string, label: string): Html {
  return html`<li><img src="${url}" alt="${label}" loading="lazy" /></li>`
}

function privacyLine({ kind, reason }: PrivacyEntry, locale: Locale): Html {
  return html`<dt>${dataKindNames.get(kind)?.[locale] ?? kind}</dt>
    <dd class="soft">${reason}</dd>`
}

/** Shares with the system's sheet where there is one, and copies the address where there is none. */
export const appScript = `
const button=document.getElementById('share')
const said=document.getElementById('shared')
button.hidden=!navigator.share&&!navigator.clipboard
button.onclick=async()=>{
const url=document.querySelector('a.button').href
try{
if(navigator.share)await navigator.share({title:document.title,url})
else{await navigator.clipboard.writeText(url);said.textContent=said.dataset.text}
}catch{}}
`
