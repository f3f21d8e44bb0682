/** The page of the console for every address below `/console`, its files, and the one-time link, which works without a script. */
import type { WornBrand } from '@banyan/contract/brand'
import { PlatformError, type ErrorCode } from '@banyan/contract/errors'
import { setupInputSchema } from '@banyan/contract/identity'
import { html } from 'hono/html'
import type { z } from 'zod'
import type { Brand } from '#domains/brand'
import type { Identity } from '#domains/identity'
import { limitBody } from '#infra/http/body.ts'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { createImmutableFiles } from '#infra/http/immutable-files.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import { showLinkInvalid, showSetup } from './account-pages.ts'
import { openConsoleBuild, type ConsoleEntry } from './console-build.ts'
import { respondPage, textsOf } from './page-frame.ts'

export interface ConsolePorts {
  identity: Identity
  brand: Brand
  /** Where the built files lie. */
  consoleDir: string
}

const formLimitBytes = 64 * 1024
const filesLimitBytes = 32 * 1024 * 1024

export function consoleRoutes({ identity, brand, consoleDir }: ConsolePorts): HttpApp {
  const app = createRouter()
  const build = openConsoleBuild(consoleDir)
  const files = createImmutableFiles(filesLimitBytes)
  app.use('/setup', limitBody(formLimitBytes))

  app.get('/setup', async (c) => {
    const token = c.req.query('token') ?? ''
    if (!(await identity.service.isLinkValid(token))) return showLinkInvalid(c)
    return showSetup(c, { token, name: '', email: '' })
  })
  app.post('/setup', async (c) => {
    requireSameOrigin(c)
    const form = await readForm(c)
    const shown = { token: form['token'] ?? '', name: form['name'] ?? '', email: form['email'] ?? '' }
    let next = '/console'
    const refused = await attempt(async () => {
      const opened = await identity.service.setUp(parse(setupInputSchema, form), c.req.header('user-agent'))
      identity.startSession(c, opened)
      // The platform's owner goes on to give it a name, a face and its rules.
      if (opened.user.is_platform_owner) next = '/console/platform/setup'
    })
    if (refused === 'identity.linkInvalid') return showLinkInvalid(c)
    return refused ? showSetup(c, shown, refused) : c.redirect(next, 303)
  })

  app.get('/console/assets/:name', async (c) => {
    const name = c.req.param('name')
    const answer = await files.respond(c.req.raw, name, () => build.read(name))
    if (!answer) throw new PlatformError('request.notFound')
    return answer
  })
  const showConsole = async (c: HttpContext) => {
    const entry = await build.entry()
    return entry ? respondConsole(c, entry, brand.worn()) : respondUnbuilt(c)
  }
  app.get('/console', showConsole)
  app.get('/console/*', showConsole)
  return app
}

async function respondConsole(c: HttpContext, entry: ConsoleEntry, worn: WornBrand): Promise<Response> {
  const nonce = c.get('requestId')
  const document = await html`<!doctype html>
    <html lang="${c.get('locale') === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <title>${c.get('brand').name}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        ${entry.imports.map((path) => html`<link rel="modulepreload" href="/console/${path}" />`)}
        ${entry.styles.map((path) => html`<link rel="stylesheet" href="/console/${path}" />`)}
        <script type="module" nonce="${nonce}" src="/console/${entry.script}"></script>
      </head>
      <body>
        <div id="console" data-brand="${JSON.stringify(worn)}"></div>
        <noscript>${textsOf(c).needsScript}</noscript>
      </body>
    </html>`
  return c.html(document, 200, {
    'Content-Security-Policy':
      `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; ` +
      `img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; ` +
      `form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
  })
}

function respondUnbuilt(c: HttpContext): Promise<Response> {
  const text = textsOf(c)
  return respondPage(c, {
    title: text.unbuilt,
    status: 503,
    body: html`<div class="card narrow">
      <h1>${text.unbuilt}</h1>
      <p>${text.unbuiltText}</p>
      <code>npm run build</code>
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

async function readForm(c: HttpContext): Promise<Record<string, string>> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new PlatformError('request.invalid')
}
