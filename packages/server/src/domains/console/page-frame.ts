/** What every page of the console has around it: the way to the other pages, and what the last action came to. */
import { errorTable, isErrorCode } from '@banyan/contract/errors'
import { html } from 'hono/html'
import type { HttpContext } from '#infra/http/http-env.ts'
import { respondHtml, type Html, type HtmlPage } from '#infra/http/html-page.ts'
import { consoleTexts, type ConsoleTexts } from './texts.ts'

export interface ConsolePage {
  title: string
  body: Html
  status?: NonNullable<HtmlPage['status']>
}

export function textsOf(c: HttpContext): ConsoleTexts {
  return consoleTexts[c.get('locale')]
}

export function respondPage(c: HttpContext, { title, body, status }: ConsolePage): Promise<Response> {
  const text = textsOf(c)
  return respondHtml(c, {
    title: `${title} · ${text.brand}`,
    locale: c.get('locale'),
    script,
    ...(status === undefined ? {} : { status }),
    body: html`<header class="top">
        <img src="/favicon.svg" alt="" /><strong><a href="/console">${text.brand} ${text.console}</a></strong>
        <a href="/">${text.portal}</a>
      </header>
      <main>${notice(c)}${body}</main>`,
  })
}

/** Only a code travels in the address, so nobody can make the console say something of theirs. */
function notice(c: HttpContext): Html | string {
  const problem = c.req.query('problem')
  if (problem !== undefined && isErrorCode(problem)) {
    return html`<p class="notice bad" role="alert">${errorTable[problem][c.get('locale')]}</p>`
  }
  return c.req.query('done') === undefined ? '' : html`<p class="notice" role="status">${textsOf(c).done}</p>`
}

/** A form that was sent is not sent twice by an impatient second tap. */
const script = `for (const form of document.forms) form.addEventListener('submit', (event) => {
  if (form.dataset.sent) event.preventDefault()
  form.dataset.sent = '1'
})
addEventListener('pageshow', () => { for (const form of document.forms) delete form.dataset.sent })`
