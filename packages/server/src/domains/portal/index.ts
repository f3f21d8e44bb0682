/**
 * The home page of the platform and a page about each mini-program, in the owner's name and colour. Works without a script.
 * Owns what stands on the home page, which is a setting. Shows published apps only.
 */
import { html } from 'hono/html'
import type { Audit } from '#domains/audit'
import type { Apps } from '#domains/apps'
import type { Brand } from '#domains/brand'
import type { Identity } from '#domains/identity'
import type { Settings } from '#domains/settings'
import type { Blobs } from '#infra/blobs/local-blobs.ts'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db } from '#infra/db/database.ts'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext, Locale } from '#infra/http/http-env.ts'
import { respondHtml, type Html } from '#infra/http/html-page.ts'
import { appPage, appScript, goneApp } from './app-page.ts'
import { slotsSetting } from './definitions.ts'
import { homePage, longestQuery } from './home-page.ts'
import { homeScript } from './home-script.ts'
import { slotPictureRoutes } from './picture-routes.ts'
import { portalStyles } from './styles.ts'
import { portalTexts } from './texts.ts'

export interface PortalOptions {
  db: Db
  audit: Audit
  apps: Apps
  brand: Brand
  identity: Identity
  settings: Settings
  blobs: Blobs
  clock: Clock
  origin: () => string
}

export function createPortal(options: PortalOptions): { routes: HttpApp } {
  const { apps, brand, identity } = options
  const slots = options.settings.declare(slotsSetting)
  const routes = createRouter()
  routes.route('/', slotPictureRoutes({ ...options, slots }))

  routes.get('/', async (c) => {
    brand.chooseLanguage(c)
    const locale = c.get('locale')
    const tagline = brand.tagline(locale)
    const body = homePage({
      locale,
      tagline,
      published: await apps.listPublished(),
      tree: apps.categories.tree(),
      slots: slots(),
      now: options.clock.now(),
      asked: {
        query: (c.req.query('q') ?? '').slice(0, longestQuery),
        category: c.req.query('category'),
        page: pageNumber(c.req.query('page')),
      },
    })
    return respondHtml(c, {
      title: c.get('brand').name,
      ...(tagline === '' ? {} : { description: tagline }),
      locale,
      isPublic: true,
      styles: portalStyles,
      script: homeScript,
      body: html`${showTop(c)} ${body} ${showLanguages(brand.languages(), locale)}`,
    })
  })

  routes.get('/apps/:appId', async (c) => {
    const locale = c.get('locale')
    const appId = c.req.param('appId')
    const app = await apps.findPublic(appId)
    const { name } = c.get('brand')
    const isShown = app?.standing === 'normal' && app.currentVersion !== null
    const page = { locale, styles: portalStyles }
    if (!isShown) {
      const title = portalTexts[locale].gone
      return respondHtml(c, { ...page, title, status: 404, body: html`${showTop(c)} ${goneApp(locale)}` })
    }
    const [{ privacy }, screenshots, teams] = await Promise.all([
      apps.profileOf(appId),
      apps.screenshotsOf(appId),
      identity.teams.namesOf([app.workspaceId]),
    ])
    const body = appPage({
      locale,
      app,
      team: teams.get(app.workspaceId) ?? '',
      tree: apps.categories.tree(),
      privacy,
      screenshots,
      address: `${options.origin()}/a/${appId}/`,
    })
    return respondHtml(c, {
      ...page,
      title: `${app.name} · ${name}`,
      ...(app.description === '' ? {} : { description: app.description }),
      isPublic: true,
      script: appScript,
      body: html`${showTop(c)} ${body}`,
    })
  })
  return { routes }
}

/** The first for what is no number. */
function pageNumber(text: string | undefined): number {
  const page = Number(text)
  return Number.isSafeInteger(page) && page > 1 ? page : 1
}

function showTop(c: HttpContext): Html {
  const text = portalTexts[c.get('locale')]
  return html`<header class="top">
    <img src="/favicon.svg" alt="" /><strong><a href="/">${c.get('brand').name}</a></strong
    ><a href="/inbox/">${text.inbox}</a><a href="/me/">${text.me}</a><a href="/console">${text.console}</a>
  </header>`
}

function showLanguages(languages: readonly Locale[], current: Locale): Html | string {
  if (languages.length < 2) return ''
  const other = current === 'zh' ? 'en' : 'zh'
  return html`<footer>
    <a href="/?language=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${other === 'zh' ? '中文' : 'English'}</a>
  </footer>`
}
