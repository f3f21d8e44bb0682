/** Small forms about one's own account: a forgotten password, proving again who one is. */
import { errorTable, PlatformError, type ErrorCode } from '@banyan/contract/errors'
import { emailSchema, passwordSchema, signInInputSchema } from '@banyan/contract/identity'
import { html } from 'hono/html'
import { clientOf, type Identity } from '#domains/identity'
import { limitBody } from '#infra/http/body.ts'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import type { Html } from '#infra/http/html-page.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import { showLinkInvalid, showSignIn } from './account-pages.ts'
import { accountTexts } from './account-texts.ts'
import { respondPage, textsOf } from './page-frame.ts'

interface Form {
  title: string
  text: string
  action: string
  fields: Html
  submit: string
  problem?: ErrorCode | undefined
}

export function accountFormRoutes({ identity }: { identity: Identity }): HttpApp {
  const app = createRouter()
  for (const path of ['/recover', '/console/sign-in', '/console/forgotten', '/console/confirm']) {
    app.use(path, limitBody(16 * 1024))
    app.use(path, async (c, next) => {
      if (c.req.method !== 'GET') requireSameOrigin(c)
      await next()
    })
  }

  app.post('/console/sign-in', async (c) => {
    const form = await c.req.parseBody()
    const input = signInInputSchema.safeParse(form)
    const problem = input.success
      ? await attempt(async () => identity.startSession(c, await identity.signIn.byPassword(input.data, clientOf(c))))
      : ('request.invalid' as const)
    return problem ? showSignIn(c, { code: problem, email: String(form['email'] ?? '') }) : c.redirect('/console', 303)
  })

  app.get('/console/forgotten', (c) => showForgotten(c))
  app.post('/console/forgotten', async (c) => {
    const email = emailSchema.safeParse((await c.req.parseBody())['email'])
    const problem = email.success
      ? await attempt(() => identity.signIn.startRecovery(email.data, clientOf(c)))
      : ('request.invalid' as const)
    return problem ? showForgotten(c, problem) : showText(c, 'forgotten', 'sent')
  })

  app.get('/recover', async (c) => {
    const token = c.req.query('token') ?? ''
    return (await identity.signIn.isRecoveryValid(token)) ? showNewPassword(c, token) : showLinkInvalid(c)
  })
  app.post('/recover', async (c) => {
    const { token, password } = await c.req.parseBody()
    const accepted = passwordSchema.safeParse(password)
    if (typeof token !== 'string' || !accepted.success) return showNewPassword(c, String(token), 'request.invalid')
    const problem = await attempt(() =>
      identity.signIn.completeRecovery({ token, password: accepted.data }, clientOf(c)),
    )
    return problem ? showLinkInvalid(c) : c.redirect('/console?done=', 303)
  })

  app.get('/console/confirm', async (c) => ((await identity.findCaller(c)) ? showConfirm(c) : showSignIn(c)))
  app.post('/console/confirm', async (c) => {
    const caller = await identity.findCaller(c)
    if (!caller) return showSignIn(c)
    const { password, code } = await c.req.parseBody()
    const input = typeof code === 'string' && code !== '' ? { code } : { password: String(password) }
    const problem = await attempt(() => identity.sessions.confirm(caller, input))
    return problem ? showConfirm(c, problem) : c.redirect('/console?done=', 303)
  })
  return app
}

function showForgotten(c: HttpContext, problem?: ErrorCode): Promise<Response> {
  const text = accountTexts[c.get('locale')]
  return showForm(c, {
    title: text.forgotten,
    text: text.forgottenText,
    action: '/console/forgotten',
    fields: html`<label for="email">${textsOf(c).email}</label>
      <input id="email" name="email" type="email" autocomplete="username" required />`,
    submit: text.send,
    problem,
  })
}

function showNewPassword(c: HttpContext, token: string, problem?: ErrorCode): Promise<Response> {
  const text = accountTexts[c.get('locale')]
  return showForm(c, {
    title: text.newPassword,
    text: text.newPasswordText,
    action: '/recover',
    fields: html`<input type="hidden" name="token" value="${token}" />
      <label for="password">${textsOf(c).password}</label>
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
      <p class="soft small" id="password-hint">${textsOf(c).passwordHint}</p>`,
    submit: textsOf(c).save,
    problem,
  })
}

function showConfirm(c: HttpContext, problem?: ErrorCode): Promise<Response> {
  const text = accountTexts[c.get('locale')]
  return showForm(c, {
    title: text.confirm,
    text: text.confirmText,
    action: '/console/confirm',
    fields: html`<label for="password">${textsOf(c).password}</label>
      <input id="password" name="password" type="password" autocomplete="current-password" />
      <label for="code">${text.code}</label>
      <input id="code" name="code" autocomplete="one-time-code" maxlength="32" />`,
    submit: text.confirm,
    problem,
  })
}

function showText(c: HttpContext, title: 'forgotten', line: 'sent'): Promise<Response> {
  const text = accountTexts[c.get('locale')]
  return respondPage(c, {
    title: text[title],
    body: html`<div class="card narrow">
      <h1>${text[title]}</h1>
      <p role="status">${text[line]}</p>
    </div>`,
  })
}

function showForm(c: HttpContext, { title, text, action, fields, submit, problem }: Form): Promise<Response> {
  return respondPage(c, {
    title,
    status: problem ? 422 : 200,
    body: html`<div class="card narrow">
      <h1>${title}</h1>
      <p class="soft">${text}</p>
      ${problem ? html`<p class="notice bad" role="alert">${errorTable[problem][c.get('locale')]}</p>` : ''}
      <form method="post" action="${action}">
        ${fields}
        <p class="actions"><button>${submit}</button></p>
      </form>
    </div>`,
  })
}

async function attempt(work: () => Promise<void>): Promise<ErrorCode | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof PlatformError) return error.code
    throw error
  }
}
