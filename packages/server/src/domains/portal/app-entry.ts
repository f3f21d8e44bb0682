/** How a mini-program looks in lists. */
import { html } from 'hono/html'
import type { PublicApp } from '#domains/apps'
import type { Html } from '#infra/http/html-page.ts'

export function iconOf({ name, iconPath }: Pick<PublicApp, 'name' | 'iconPath'>): Html {
  if (iconPath !== null) return html`<img class="icon" src="${iconPath}" alt="" loading="lazy" />`
  return html`<span class="icon" aria-hidden="true">${Array.from(name)[0] ?? ''}</span>`
}

/** One tap opens it; the page about it is beside. */
export function appEntry(app: PublicApp, about: string): Html {
  const text = app.description === '' ? '' : html`<small>${app.description}</small>`
  return html`<li>
    <a class="open" href="/a/${app.id}/"
      >${iconOf(app)}<span><strong>${app.name}</strong>${text}</span></a
    ><a class="about" href="/apps/${app.id}" aria-label="${about} ${app.name}">
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="m9 5 7 7-7 7" /></svg>
    </a>
  </li>`
}
