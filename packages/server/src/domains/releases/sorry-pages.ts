/** What a person sees in place of a mini-program. */
import { html } from 'hono/html'
import type { HttpContext } from '#infra/http/http-env.ts'
import { respondHtml } from '#infra/http/html-page.ts'

export function respondNoSuchApp(c: HttpContext, name: string | undefined): Promise<Response> {
  const locale = c.get('locale')
  const isChinese = locale === 'zh'
  const title = name ?? (isChinese ? '没有找到小程序' : 'Mini-program not found')
  const text =
    name === undefined
      ? isChinese
        ? '这个地址没有对应的小程序。请检查链接，或回到首页看看有哪些小程序。'
        : 'No mini-program lives at this address. Check the link, or see on the home page what there is.'
      : isChinese
        ? '这个小程序还没有发布。发布后，用同一个链接就能打开。'
        : 'This mini-program has not been published yet. Once it is, the same link opens it.'
  return respondHtml(c, {
    title,
    locale,
    status: 404,
    body: html`<main>
      <div class="card narrow">
        <h1>${title}</h1>
        <p>${text}</p>
        <p><a class="button" href="/">${isChinese ? '回到首页' : 'Home page'}</a></p>
      </div>
    </main>`,
  })
}

export function respondNotBuilt(c: HttpContext): Promise<Response> {
  const locale = c.get('locale')
  const title = locale === 'zh' ? '运行时尚未构建' : 'The runtime has not been built'
  const text =
    locale === 'zh'
      ? '请管理员运行 npm run build，然后刷新页面。'
      : 'The operator of this platform needs to run "npm run build"; then reload this page.'
  return respondHtml(c, {
    title,
    locale,
    status: 503,
    body: html`<main>
      <div class="card narrow">
        <h1>${title}</h1>
        <p>${text}</p>
      </div>
    </main>`,
  })
}
