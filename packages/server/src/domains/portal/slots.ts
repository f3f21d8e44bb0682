/** The slots of the home page, as HTML. */
import { slotPicturePath } from '@banyan/contract/portal'
import { html } from 'hono/html'
import type { Locale } from '#infra/http/http-env.ts'
import type { Html } from '#infra/http/html-page.ts'
import { appEntry, iconOf } from './app-entry.ts'
import { portalTexts } from './texts.ts'
import type { VisibleSlot } from './visible-slots.ts'

export function showSlots(slots: readonly VisibleSlot[], locale: Locale): Html[] {
  return slots.map((slot) => show[slot.kind](slot, locale))
}

const show: Readonly<Record<VisibleSlot['kind'], (slot: VisibleSlot, locale: Locale) => Html>> = {
  banner({ title, text, picture, apps: [app] }, locale) {
    const heading = textIn(title, locale) || app.name
    const image = picture === null ? iconOf(app) : html`<img src="${slotPicturePath(picture)}" alt="" />`
    return html`<a class="banner${picture === null ? '' : ' pictured'}" href="/a/${app.id}/"
      >${image}<span><strong>${heading}</strong><small>${textIn(text, locale) || app.description}</small></span></a
    >`
  },
  featured(slot, locale) {
    return html`<section>
      ${heading(slot, locale)}
      <ul class="featured">
        ${slot.apps.map(
          (app) =>
            html`<li>
              <a href="/a/${app.id}/">${iconOf(app)}<strong>${app.name}</strong></a>
            </li>`,
        )}
      </ul>
    </section>`
  },
  collection(slot, locale) {
    const { about } = portalTexts[locale]
    return html`<section>
      ${heading(slot, locale)}
      <ul class="apps">
        ${slot.apps.map((app) => appEntry(app, about))}
      </ul>
    </section>`
  },
}

function heading({ title, text }: VisibleSlot, locale: Locale): Html {
  const about = textIn(text, locale)
  return html`<h2>${textIn(title, locale) || portalTexts[locale].featured}</h2>
    ${about === '' ? '' : html`<p class="soft">${about}</p>`}`
}

/** A title in one language only is better than none. */
function textIn(texts: { zh: string; en: string }, locale: Locale): string {
  return texts[locale] || texts.zh || texts.en
}
