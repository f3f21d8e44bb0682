/** What a person sees on his way to another program: a sign-in, and the question whether it may know who he is. */
import type { OpenidScope } from '@banyan/contract/openid'
import { html } from 'hono/html'
import type { HttpContext } from '#infra/http/http-env.ts'
import { respondHtml } from '#infra/http/html-page.ts'
import { consentScript, signInScript } from './page-scripts.ts'

const texts = {
  zh: {
    signIn: '登录',
    signInFor: (name: string) => `登录后前往 ${name}`,
    email: '邮箱',
    password: '密码',
    code: '两步验证码',
    through: (provider: string) => `用 ${provider} 登录`,
    failed: '没有成功，请再试一次。',
    consent: (name: string) => `允许 ${name} 知道你是谁？`,
    as: (person: string) => `当前账号：${person}`,
    to: (host: string) => `它在 ${host}`,
    gets: '它将得到：',
    scopes: {
      openid: '你在此平台的编号',
      profile: '你的名字',
      email: '你的邮箱',
      offline_access: '在你离开后继续读取以上内容',
    },
    allow: '允许',
    refuse: '拒绝',
  },
  en: {
    signIn: 'Sign in',
    signInFor: (name: string) => `Sign in to go on to ${name}`,
    email: 'E-mail',
    password: 'Password',
    code: 'Code of the second factor',
    through: (provider: string) => `Sign in with ${provider}`,
    failed: 'That did not work. Try once more.',
    consent: (name: string) => `May ${name} know who you are?`,
    as: (person: string) => `You are signed in as ${person}`,
    to: (host: string) => `It is at ${host}`,
    gets: 'It will get:',
    scopes: {
      openid: 'your number on this platform',
      profile: 'your name',
      email: 'your e-mail address',
      offline_access: 'these, also when you are away',
    },
    allow: 'Allow',
    refuse: 'Refuse',
  },
} as const

export interface SignInPage {
  /** Of the program. */
  name: string
  search: string
  /** What the button of the owner's provider says. */
  sso: string | undefined
}

export function showSignIn(c: HttpContext, { name, search, sso }: SignInPage): Promise<Response> {
  const locale = c.get('locale')
  const text = texts[locale]
  const back = encodeURIComponent(`/openid/authorize${search}`)
  return respondHtml(c, {
    title: text.signIn,
    locale,
    script: signInScript({ failed: text.failed }),
    body: html`<main>
      <section class="card">
        <h1>${text.signInFor(name)}</h1>
        <p role="alert" id="status"></p>
        <form id="sign-in">
          <p>
            <label
              >${text.email} <input type="email" name="email" autocomplete="username" required maxlength="254"
            /></label>
          </p>
          <p>
            <label>
              ${text.password}
              <input type="password" name="password" autocomplete="current-password" required maxlength="128" />
            </label>
          </p>
          <p id="second" hidden>
            <label>${text.code} <input name="code" autocomplete="one-time-code" maxlength="32" /></label>
          </p>
          <p class="row">
            <button>${text.signIn}</button>
            ${sso === undefined ? '' : html`<a href="/sso/start?returnTo=${back}">${text.through(sso)}</a>`}
          </p>
        </form>
      </section>
    </main>`,
  })
}

export interface ConsentPage {
  client: { name: string }
  redirectUri: string
  scopes: readonly OpenidScope[]
  search: string
  person: string
}

export function showConsent(
  c: HttpContext,
  { client, redirectUri, scopes, search, person }: ConsentPage,
): Promise<Response> {
  const locale = c.get('locale')
  const text = texts[locale]
  return respondHtml(c, {
    title: text.consent(client.name),
    locale,
    script: consentScript({ failed: text.failed, query: search }),
    body: html`<main>
      <section class="card">
        <h1>${text.consent(client.name)}</h1>
        <p class="soft">${text.to(new URL(redirectUri).host)} · ${text.as(person)}</p>
        <p>${text.gets}</p>
        <ul>
          ${scopes.map((scope) => html`<li>${text.scopes[scope]}</li>`)}
        </ul>
        <p role="alert" id="status"></p>
        <p class="row">
          <button type="button" id="allow">${text.allow}</button>
          <button type="button" class="quiet" id="refuse">${text.refuse}</button>
        </p>
      </section>
    </main>`,
  })
}
