/** The list of all mini-programs, with what the staff puts above it. Works without a script; with one it knows what was opened last. */
import type { MainCategory } from '@banyan/contract/categories'
import type { Slot } from '@banyan/contract/portal'
import { html } from 'hono/html'
import type { PublicApp } from '#domains/apps'
import type { Locale } from '#infra/http/http-env.ts'
import type { Html } from '#infra/http/html-page.ts'
import { appEntry } from './app-entry.ts'
import { findApps, mainCategoryOf } from './find-apps.ts'
import { showSlots } from './slots.ts'
import { portalTexts } from './texts.ts'
import { visibleSlots } from './visible-slots.ts'

export const longestQuery = 60
const appsPerPage = 48

export interface HomePage {
  locale: Locale
  tagline: string
  published: readonly PublicApp[]
  tree: readonly MainCategory[]
  slots: readonly Slot[]
  now: Date
  asked: { query: string; category: string | undefined; page: number }
}

export function homePage({ locale, tagline, published, tree, slots, now, asked }: HomePage): Html {
  const text = portalTexts[locale]
  const { query } = asked
  const inUse = new Set(published.map(mainCategoryOf))
  const categories = tree.filter(({ key, isHidden }) => !isHidden && inUse.has(key))
  const category = categories.find(({ key }) => key === asked.category)
  const found = findApps(published, query).filter((app) => !category || mainCategoryOf(app) === category.key)
  const from = (asked.page - 1) * appsPerPage
  const shown = found.slice(from, from + appsPerPage)
  const isHome = query === '' && !category && asked.page === 1
  return html`<main>
    <h1>${query === '' ? text.heading : text.found(query)}</h1>
    ${tagline === '' || !isHome ? '' : html`<p class="soft">${tagline}</p>`}
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
    ${isHome ? recentSection(text) : ''} ${isHome ? showSlots(visibleSlots(slots, published, now), locale) : ''}
    ${isHome && published.length > 0 ? html`<h2>${text.allApps}</h2>` : ''}
    ${showCategories({ categories, chosen: category?.key, locale })}
    ${published.length === 0 ? showNothing(text.empty, text.hint) : ''}
    ${published.length > 0 && shown.length === 0 ? showNothing(text.nothing, text.nothingHint) : ''}
    ${
      shown.length === 0
        ? ''
        : html`<ul class="apps">
            ${shown.map((app) => appEntry(app, text.about))}
          </ul>`
    }
    ${showPages({ text, asked: { ...asked, category: category?.key }, hasMore: found.length > from + shown.length })}
  </main>`
}

type Text = (typeof portalTexts)[Locale]

/** Filled by the script; without it nobody misses it. */
function recentSection(text: Text): Html {
  return html`<section id="recent" hidden>
    <div class="row">
      <h2 class="fill">${text.recent}</h2>
      <button type="button" class="quiet">${text.forget}</button>
    </div>
    <ul class="featured"></ul>
  </section>`
}

function showCategories({
  categories,
  chosen,
  locale,
}: {
  categories: readonly MainCategory[]
  chosen: string | undefined
  locale: Locale
}): Html | string {
  if (categories.length === 0) return ''
  const { all, categories: label } = portalTexts[locale]
  return html`<nav aria-label="${label}">
    <ul class="chips">
      <li>${chip('/', all, chosen === undefined)}</li>
      ${categories.map(({ key, name }) => html`<li>${chip(`/?category=${key}`, name[locale], key === chosen)}</li>`)}
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

function showPages({
  text,
  asked: { query, category, page },
  hasMore,
}: {
  text: Text
  asked: HomePage['asked']
  hasMore: boolean
}): Html | string {
  if (page === 1 && !hasMore) return ''
  const address = (number: number): string => {
    const parts = { ...(query !== '' && { q: query }), ...(category && { category }), page: String(number) }
    return `/?${new URLSearchParams(parts).toString()}`
  }
  return html`<nav class="row pages" aria-label="${text.pages}">
    ${page > 1 ? html`<a rel="prev" href="${address(page - 1)}">${text.previous}</a>` : ''}
    ${hasMore ? html`<a rel="next" href="${address(page + 1)}">${text.next}</a>` : ''}
  </nav>`
}
