/**
 * Codes and short addresses that lead into mini-programs.
 * Owns the links that apps' servers made. Pages have plain addresses of their own, so there is no limit to them.
 * Never leads off the platform.
 */
import { sharePath } from '@banyan/contract/links'
import { html } from 'hono/html'
import type { Login } from '#domains/login'
import type { Clock } from '#infra/clock/clock.ts'
import type { Db, Migrations } from '#infra/db/database.ts'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { respondHtml } from '#infra/http/html-page.ts'
import type { Ids } from '#infra/ids/ids.ts'
import type { Limits } from '#infra/limits/limits.ts'
import type { Signer } from '#infra/signing/signing.ts'
import { createLinkTables } from './migrations/0001-links.ts'
import { createLinkService } from './service.ts'
import { createLinkStore } from './store.ts'
import { wechatLinkRoutes } from './wechat-routes.ts'

export const linkMigrations: Migrations = { 'links-0001-links': createLinkTables }

export interface LinkOptions {
  db: Db
  clock: Clock
  ids: Ids
  limits: Limits
  login: Login
  signer: Pick<Signer, 'sign'>
  origin: () => string
}

const sharesPerMinute = 60

const texts = {
  zh: { title: '链接已失效', hint: '这个链接不存在，或者已经过了有效期。', home: '查看其他小程序' },
  en: {
    title: 'This link has ended',
    hint: 'There is no such link, or its time is over.',
    home: 'See other mini-programs',
  },
} as const

export function createLinks(options: LinkOptions): { routes: HttpApp } {
  const service = createLinkService({ ...options, store: createLinkStore(options.db) })
  const routes = createRouter()
  routes.get('/l/:linkId', async (c) => {
    const target = await service.follow(c.req.param('linkId'))
    if (target !== undefined) return c.redirect(target)
    const locale = c.get('locale')
    const text = texts[locale]
    return respondHtml(c, {
      title: text.title,
      locale,
      status: 410,
      body: html`<main>
        <div class="card narrow">
          <h1>${text.title}</h1>
          <p>${text.hint}</p>
          <p><a href="/">${text.home}</a></p>
        </div>
      </main>`,
    })
  })
  const shares = options.limits.rate('share', { uses: sharesPerMinute, perSeconds: 60 })
  routes.get(sharePath(':appId'), async (c) => {
    await shares.use(c.get('clientAddress'))
    const fragment = await service.shareFragment(c.req.param('appId') ?? '', c.req.query('address') ?? '')
    return fragment === undefined ? c.notFound() : c.json({ fragment }, 200, { 'Cache-Control': 'no-store' })
  })
  routes.route('/', wechatLinkRoutes({ ...options, service }))
  return { routes }
}
