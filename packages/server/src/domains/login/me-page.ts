/** The page of whoever uses mini-programs: who he is here, ways to sign in, what he agreed to, and what is known of him. */
import { userWays } from '@banyan/contract/end-users'
import { html } from 'hono/html'
import type { Passkey } from '@banyan/contract/sign-in'
import type { Apps } from '#domains/apps'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, Locale } from '#infra/http/http-env.ts'
import { respondHtml, type Html } from '#infra/http/html-page.ts'
import type { UserAccounts } from './accounts.ts'
import { meScript } from './me-script.ts'
import { meTexts } from './me-texts.ts'
import type { OpenWays } from './open-ways.ts'
import type { Visitors } from './routes.ts'
import type { UserPasskeys } from './user-passkeys.ts'
import type { UserSso } from './user-sso.ts'

export interface MePagePorts {
  accounts: UserAccounts
  passkeys: UserPasskeys
  sso: UserSso
  visitors: Visitors
  openWays: OpenWays
  apps: Pick<Apps, 'findPublic'>
}

type Consents = Awaited<ReturnType<UserAccounts['consents']>>
const consentsShown = 20

export function mePage({ accounts, passkeys, sso, visitors, openWays, apps }: MePagePorts): HttpApp {
  const router = createRouter()
  router.get('/me', (c) => c.redirect('/me/'))
  router.get('/me/', async (c) => {
    const locale = c.get('locale')
    const text = meTexts[locale]
    const visitor = await visitors.findVisitor(c)
    const user = await accounts.describe(visitor)
    const own = visitor === undefined ? [] : await passkeys.list(visitor)
    const consents = visitor === undefined ? [] : (await accounts.consents(visitor)).slice(0, consentsShown)
    const names = new Map<string, string>()
    for (const { appId } of consents) {
      if (!names.has(appId)) names.set(appId, (await apps.findPublic(appId))?.name ?? appId)
    }
    const isGuest = user.kind === 'guest'
    const hasWays = userWays.some((way) => openWays.isOpen(way))
    const showsPasskeys = openWays.isOpen('passkey') || own.length > 0
    return respondHtml(c, {
      title: text.title,
      locale,
      styles:
        '.me h2{margin:0 0 8px}.me form{margin:0 0 12px}.me [hidden]{display:none}.me ul{padding:0;list-style:none}.me li{margin:0 0 8px}',
      script: meScript(text),
      body: html`<header class="top">
          <img src="/favicon.svg" alt="" /><strong>${text.title}</strong><a href="/">${text.home}</a>
        </header>
        <main class="me">
          <p role="status" id="status">${c.req.query('problem') === undefined ? '' : text.failed}</p>
          <section class="card">
            <h2>${isGuest ? text.guest : (user.email ?? text.account)}</h2>
            <p class="soft">${isGuest ? (hasWays ? text.guestHint : text.guestOnly) : text.accountHint}</p>
            ${isGuest ? signInForms(text, openWays, sso.describe()?.name) : ''}
            ${
              isGuest
                ? ''
                : html`<p class="row">
                    <button type="button" class="quiet" id="sign-out">${text.signOut}</button>
                  </p>`
            }
          </section>
          ${showsPasskeys ? passkeySection(text, own, openWays.isOpen('passkey')) : ''}
          ${consents.length === 0 ? '' : consentSection(text, { consents, names, locale })}
          <section class="card">
            <h2>${text.data}</h2>
            <p class="soft">${text.dataHint}</p>
            <p class="row">
              <a href="/api/v1/user/data" download="my-data.json">${text.download}</a>
              <button type="button" class="quiet" id="erase">${text.erase}</button>
            </p>
          </section>
        </main>`,
    })
  })
  return router
}

function passkeySection(text: (typeof meTexts)[Locale], own: readonly Passkey[], mayAdd: boolean): Html {
  return html`<section class="card">
    <h2>${text.passkeys}</h2>
    <p class="soft">${text.passkeysHint}</p>
    <ul>
      ${own.map(
        ({ id, name }) =>
          html`<li class="row">
            <span>${name}</span
            ><button type="button" class="quiet" data-passkey="${id}" aria-label="${text.remove} ${name}">
              ${text.remove}
            </button>
          </li>`,
      )}
    </ul>
    ${mayAdd ? html`<button type="button" class="quiet" id="add-passkey" hidden>${text.addPasskey}</button>` : ''}
  </section>`
}

function signInForms(text: (typeof meTexts)[Locale], openWays: OpenWays, provider: string | undefined): Html {
  return html`${openWays.isOpen('email') ? codeForms(text) : ''}
    <p class="row">
      ${
        openWays.isOpen('passkey')
          ? html`<button type="button" class="quiet" id="use-passkey" hidden>${text.usePasskey}</button>`
          : ''
      }
      ${provider === undefined ? '' : html`<a href="/user/sso/start?returnTo=/me/">${text.through(provider)}</a>`}
    </p>`
}

function codeForms(text: (typeof meTexts)[Locale]): Html {
  return html`<form id="ask">
      <label>${text.email} <input type="email" name="email" autocomplete="email" required maxlength="254" /></label>
      <button>${text.sendCode}</button>
    </form>
    <form id="enter" hidden>
      <label>
        ${text.code}
        <input name="code" inputmode="numeric" autocomplete="one-time-code" required pattern="[0-9]{6}" maxlength="6" />
      </label>
      <button>${text.signIn}</button>
    </form>`
}

function consentSection(
  text: (typeof meTexts)[Locale],
  { consents, names, locale }: { consents: Consents; names: ReadonlyMap<string, string>; locale: Locale },
): Html {
  return html`<section class="card">
    <h2>${text.consents}</h2>
    <ul>
      ${consents.map(
        ({ appId, kind, isGranted, decidedAt }) =>
          html`<li>
            ${names.get(appId)} · ${kind} · ${isGranted ? text.agreed : text.declined}
            <time class="soft small" datetime="${decidedAt}"
              >${new Date(decidedAt).toLocaleDateString(locale === 'zh' ? 'zh-CN' : 'en')}</time
            >
          </li>`,
      )}
    </ul>
  </section>`
}
