import { createAppInputSchema, iconMaxBytes, updateAppInputSchema, type RequestDomain } from '@banyan/contract/apps'
import { PlatformError, type ErrorCode } from '@banyan/contract/errors'
import { createApiKeyInputSchema, setupInputSchema, signInInputSchema } from '@banyan/contract/identity'
import { inviteMemberInputSchema } from '@banyan/contract/teams'
import { publishInputSchema } from '@banyan/contract/releases'
import type { z } from 'zod'
import type { Apps } from '#domains/apps'
import { can, clientOf, type Caller, type Identity } from '#domains/identity'
import type { Releases } from '#domains/releases'
import { limitBody } from '#infra/http/body.ts'
import { createRouter } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import { showLinkInvalid, showSetup, showSignIn } from './account-pages.ts'
import { showApp, showApps } from './app-pages.ts'
import { showKeys, type Fresh } from './key-pages.ts'

export interface ConsolePorts {
  identity: Identity
  apps: Apps
  releases: Releases
}

export function consoleRoutes({ identity, apps, releases }: ConsolePorts): HttpApp {
  const app = createRouter()
  for (const path of ['/setup', '/console/*']) app.use(path, limitBody(iconMaxBytes * 2))

  app.get('/setup', async (c) => {
    const token = c.req.query('token') ?? ''
    if (!(await identity.service.isLinkValid(token))) return showLinkInvalid(c)
    return showSetup(c, { token, name: '', email: '' })
  })
  app.post('/setup', async (c) => {
    requireSameOrigin(c)
    const form = await readForm(c)
    const shown = { token: form['token'] ?? '', name: form['name'] ?? '', email: form['email'] ?? '' }
    const refused = await attempt(async () => {
      identity.startSession(c, await identity.service.setUp(parse(setupInputSchema, form), c.req.header('user-agent')))
    })
    if (refused === 'identity.linkInvalid') return showLinkInvalid(c)
    return refused ? showSetup(c, shown, refused) : c.redirect('/console', 303)
  })

  app.get('/console', (c) => asCaller(c, async (caller) => showApps(c, caller, await apps.service.list(caller))))
  app.post('/console/sign-in', async (c) => {
    requireSameOrigin(c)
    const form = await readForm(c)
    const refused = await attempt(async () => {
      const session = await identity.signIn.byPassword(parse(signInInputSchema, form), clientOf(c))
      identity.startSession(c, session)
    })
    return refused ? showSignIn(c, { code: refused, email: form['email'] ?? '' }) : c.redirect('/console', 303)
  })
  app.post('/console/sign-out', async (c) => {
    requireSameOrigin(c)
    await identity.endSession(c)
    return c.redirect('/console', 303)
  })

  app.post('/console/apps', (c) =>
    asCaller(c, async (caller) => {
      const input = parse(createAppInputSchema, await readForm(c))
      let path = '/console'
      const refused = await attempt(async () => {
        path = `/console/apps/${(await apps.service.create(caller, input)).id}`
      })
      return backTo(c, path, refused)
    }),
  )
  app.get('/console/apps/:appId', (c) =>
    asCaller(c, async (caller) => {
      const appId = c.req.param('appId')
      const found = await apps.service.read(caller, appId)
      return showApp(c, caller, { app: found, versions: await releases.service.listVersions(caller, appId) })
    }),
  )
  app.post('/console/apps/:appId/releases', (c) =>
    changeApp(c, async (caller, appId) => {
      await releases.service.publish(caller, appId, parse(publishInputSchema, await readForm(c)))
    }),
  )
  app.post('/console/apps/:appId/settings', (c) =>
    changeApp(c, async (caller, appId) => {
      const { icon, name, description } = await c.req.parseBody()
      await apps.service.update(caller, appId, parse(updateAppInputSchema, { name, description }))
      if (!(icon instanceof File) || icon.size === 0) return
      if (icon.size > iconMaxBytes) throw new PlatformError('request.tooLarge')
      await apps.service.setIcon(caller, appId, Buffer.from(await icon.arrayBuffer()))
    }),
  )
  app.post('/console/apps/:appId/domains', (c) =>
    changeApp(c, async (caller, appId) => {
      const requestDomains = readDomains((await readForm(c))['domains'] ?? '')
      await apps.service.update(caller, appId, parse(updateAppInputSchema, { requestDomains }))
    }),
  )

  app.get('/console/keys', (c) => asCaller(c, (caller) => keysPage(c, caller)))
  app.post('/console/keys', (c) =>
    asCaller(c, async (caller) => {
      const input = parse(createApiKeyInputSchema, await readForm(c))
      let secret = ''
      const refused = await attempt(async () => {
        secret = (await identity.keys.create(caller, input)).secret
      })
      return refused ? backTo(c, '/console/keys', refused) : keysPage(c, caller, { kind: 'key', secret })
    }),
  )
  app.post('/console/keys/:keyId/revoke', (c) =>
    asCaller(c, async (caller) =>
      backTo(c, '/console/keys', await attempt(() => identity.keys.revoke(caller, c.req.param('keyId')))),
    ),
  )
  app.post('/console/members', (c) =>
    asCaller(c, async (caller) => {
      const { url } = await identity.invitations.invite(caller, parse(inviteMemberInputSchema, await readForm(c)))
      return keysPage(c, caller, { kind: 'invitation', url })
    }),
  )
  return app

  async function asCaller(c: HttpContext, show: (caller: Caller) => Promise<Response>): Promise<Response> {
    const caller = await identity.findCaller(c)
    return caller ? show(caller) : showSignIn(c)
  }

  function changeApp(c: HttpContext, change: (caller: Caller, appId: string) => Promise<void>): Promise<Response> {
    return asCaller(c, async (caller) => {
      const appId = c.req.param('appId') ?? ''
      return backTo(c, `/console/apps/${encodeURIComponent(appId)}`, await attempt(() => change(caller, appId)))
    })
  }

  async function keysPage(c: HttpContext, caller: Caller, fresh?: Fresh): Promise<Response> {
    if (!can(caller, 'key.manage')) throw new PlatformError('identity.forbidden')
    const keys = await identity.keys.list(caller)
    return showKeys(c, caller, fresh ? { keys, fresh } : { keys })
  }
}

/** After a form comes a page that can be reloaded without sending it again. */
function backTo(c: HttpContext, path: string, refused: ErrorCode | undefined): Response {
  if (refused === 'identity.stepUpRequired') return c.redirect(`/console/confirm?problem=${refused}`, 303)
  return c.redirect(`${path}?${refused ? `problem=${refused}` : 'done='}`, 303)
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

/** A domain a line, with its upstream after a space. */
function readDomains(text: string): RequestDomain[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([origin = '', upstream]) =>
      origin === '' ? [] : [upstream === undefined ? { origin } : { origin, upstream }],
    )
}
