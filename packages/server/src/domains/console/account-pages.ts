/** Signing in, and the page behind a one-time link. */
import { errorTable, type ErrorCode } from '@banyan/contract/errors'
import { html } from 'hono/html'
import type { HttpContext } from '#infra/http/http-env.ts'
import type { Html } from '#infra/http/html-page.ts'
import { accountTexts } from './account-texts.ts'
import { respondPage, textsOf } from './page-frame.ts'

export function showSignIn(c: HttpContext, problem?: { code: ErrorCode; email: string }): Promise<Response> {
  const text = textsOf(c)
  return respondPage(c, {
    title: text.signIn,
    status: problem ? 401 : 200,
    body: html`<div class="card narrow">
      <h1>${text.signIn}</h1>
      ${problemText(c, problem?.code)}
      <form method="post" action="/console/sign-in">
        <label for="email">${text.email}</label>
        <input id="email" name="email" type="email" autocomplete="username" required value="${problem?.email ?? ''}" />
        <label for="password">${text.password}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
        ${asksForCode(problem?.code) ? codeField(c) : ''}
        <p class="actions"><button>${text.signIn}</button></p>
      </form>
      <p class="small"><a href="/console/forgotten">${accountTexts[c.get('locale')].forgotten}</a></p>
    </div>`,
  })
}

function asksForCode(code: ErrorCode | undefined): boolean {
  return code === 'identity.secondFactorRequired' || code === 'identity.codeInvalid'
}

function codeField(c: HttpContext): Html {
  return html`<label for="code">${accountTexts[c.get('locale')].code}</label>
    <input id="code" name="code" autocomplete="one-time-code" required maxlength="32" />`
}

export interface SetupForm {
  token: string
  name: string
  email: string
}

export function showSetup(c: HttpContext, form: SetupForm, problem?: ErrorCode): Promise<Response> {
  const text = textsOf(c)
  return respondPage(c, {
    title: text.setupTitle,
    status: problem ? 422 : 200,
    body: html`<div class="card narrow">
      <h1>${text.setupTitle}</h1>
      <p class="soft">${text.setupText}</p>
      ${problemText(c, problem)}
      <form method="post" action="/setup">
        <input type="hidden" name="token" value="${form.token}" />
        <label for="name">${text.yourName}</label>
        <input id="name" name="name" autocomplete="name" required maxlength="60" value="${form.name}" />
        <label for="email">${text.email}</label>
        <input id="email" name="email" type="email" autocomplete="username" required value="${form.email}" />
        <label for="password">${text.password}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          required
          minlength="10"
          maxlength="128"
          aria-describedby="password-hint"
        />
        <p class="soft small" id="password-hint">${text.passwordHint}</p>
        <p class="actions"><button>${text.create}</button></p>
      </form>
    </div>`,
  })
}

export function showLinkInvalid(c: HttpContext): Promise<Response> {
  const text = textsOf(c)
  return respondPage(c, {
    title: text.setupInvalid,
    status: 410,
    body: html`<div class="card narrow">
      <h1>${text.setupInvalid}</h1>
      <p>${text.setupInvalidText}</p>
      <p><a class="button" href="/console">${text.signIn}</a></p>
    </div>`,
  })
}

function problemText(c: HttpContext, code: ErrorCode | undefined): Html | string {
  return code === undefined ? '' : html`<p class="notice bad" role="alert">${errorTable[code][c.get('locale')]}</p>`
}
