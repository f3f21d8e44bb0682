/** The messages that a person got from all mini-programs, and how they want to hear of new ones. */
import { noticePreferencesSchema, pushDeviceSchema } from '@banyan/contract/messages'
import { PlatformError } from '@banyan/contract/errors'
import { html } from 'hono/html'
import type { Apps } from '#domains/apps'
import type { Login } from '#domains/login'
import type { Webhooks } from '#domains/webhooks'
import type { Clock } from '#infra/clock/clock.ts'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext, Locale } from '#infra/http/http-env.ts'
import { respondHtml, type Html } from '#infra/http/html-page.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import { readJson } from './host-routes.ts'
import { inboxScript, pushWorkerScript } from './inbox-script.ts'
import type { Notices } from './notices.ts'
import { createMessageStore, type InboxRow, type MessageStore } from './store.ts'

export interface InboxOptions {
  store: MessageStore
  notices: Notices
  login: Login
  apps: Apps
  webhooks: Webhooks
  clock: Clock
}

const pageSize = 30
const texts = {
  zh: {
    title: '服务通知',
    home: '小程序',
    empty: '还没有消息。你在小程序里同意接收的消息会出现在这里。',
    more: '更早的消息',
    notify: '在此设备上提醒我',
    quiet: '每天 22:00 到 8:00 静音',
    mail: '同时发邮件到',
  },
  en: {
    title: 'Messages',
    home: 'Mini-programs',
    empty: 'No messages yet. What you agree to receive in mini-programs appears here.',
    more: 'Earlier messages',
    notify: 'Notify me on this device',
    quiet: 'Quiet from 22:00 to 8:00',
    mail: 'Also by e-mail to',
  },
} as const

export function inboxRoutes({ store, notices, login, apps, webhooks, clock }: InboxOptions): HttpApp {
  const router = createRouter()

  router.get('/inbox', (c) => c.redirect('/inbox/'))

  router.get('/inbox/', async (c) => {
    const locale = c.get('locale')
    const text = texts[locale]
    const users = await login.usersOf(c)
    const visitor = await login.findVisitor(c)
    const address = visitor === undefined ? undefined : await login.addressOf(visitor)
    const before = c.req.query('before') ?? 'n'
    const rows = users.length === 0 ? [] : await store.messagesOf(users, { before, limit: pageSize })
    const names = new Map<string, string>()
    for (const { app_id: id } of rows) if (!names.has(id)) names.set(id, (await apps.findPublic(id))?.name ?? '')
    const last = rows.length === pageSize ? rows.at(-1)?.id : undefined
    return respondHtml(c, {
      title: text.title,
      locale,
      script: inboxScript(await notices.publicKey()),
      body: html`<header class="top">
          <img src="/favicon.svg" alt="" /><strong>${text.title}</strong><a href="/">${text.home}</a>
        </header>
        <main>
          <p class="row" id="notices" hidden>
            <button type="button" class="quiet" id="notify" hidden>${text.notify}</button>
            <label class="row"><input type="checkbox" id="quiet" /> ${text.quiet}</label>
            ${address === undefined ? '' : html`<label class="row"><input type="checkbox" id="mail" /> ${text.mail} ${address}</label>`}
          </p>
          ${rows.length === 0 ? html`<p class="card">${text.empty}</p>` : rows.map((row) => message(row, names, locale))}
          ${last === undefined ? '' : html`<p><a href="/inbox/?before=${last}">${text.more}</a></p>`}
        </main>`,
    })
  })

  router.get('/inbox/open/:appId/:messageId', async (c) => {
    const appId = c.req.param('appId')
    const openId = await login.findUser(c, appId)
    const id = c.req.param('messageId')
    const row =
      openId === undefined
        ? undefined
        : await store.inTransaction(async (transaction) => {
            const opened = await createMessageStore(transaction).markRead({ appId, openId, id }, clock.now())
            if (opened) {
              const data = { openid: openId, templateId: opened.template_id, messageId: id }
              await webhooks.publish(transaction, { appId, type: 'message.clicked', data })
            }
            return opened
          })
    return c.redirect(
      row && row.page !== '' ? `/a/${appId}/${row.page.replace(/^\/+/, '')}` : row ? `/a/${appId}/` : '/inbox/',
    )
  })

  router.get('/inbox/push-worker.js', (c) =>
    c.body(pushWorkerScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }),
  )

  router.post('/inbox/devices', async (c) => {
    await notices.addDevice(await visitorOf(c), await readJson(c, pushDeviceSchema))
    return c.body(null, 204)
  })

  router.get('/inbox/preferences', async (c) => c.json(await notices.preferences(await visitorOf(c))))

  router.post('/inbox/preferences', async (c) => {
    await notices.setPreferences(await visitorOf(c), await readJson(c, noticePreferencesSchema))
    return c.body(null, 204)
  })

  return router

  async function visitorOf(c: HttpContext): Promise<string> {
    requireSameOrigin(c)
    const visitor = await login.findVisitor(c)
    if (visitor === undefined) throw new PlatformError('identity.signInRequired')
    return visitor
  }
}

function message(row: InboxRow, names: ReadonlyMap<string, string>, locale: Locale): Html {
  const time = row.created_at.toLocaleString(locale === 'zh' ? 'zh-CN' : 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  return html`<article class="card">
    <p class="soft small">
      ${names.get(row.app_id) ?? ''} · <time datetime="${row.created_at.toISOString()}">${time}</time>
    </p>
    <h2>
      <a href="/inbox/open/${row.app_id}/${row.id}">${row.title}</a>
    </h2>
    ${row.lines.map(({ name, value }) => html`<p><span class="soft">${name}</span> ${value}</p>`)}
  </article>`
}
