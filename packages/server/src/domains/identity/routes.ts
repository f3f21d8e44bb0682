import { PlatformError } from '@banyan/contract/errors'
import {
  apiKeyListSchema,
  changePasswordInputSchema,
  confirmInputSchema,
  createApiKeyInputSchema,
  createdApiKeySchema,
  createWorkspaceInputSchema,
  meSchema,
  nameSessionInputSchema,
  sessionListSchema,
  setupInputSchema,
  workspaceSchema,
  type Me,
} from '@banyan/contract/identity'
import { createRoute } from '@hono/zod-openapi'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import { sessionCookie, type Caller } from './caller.ts'
import type { KeyService } from './keys.ts'
import type { AccountService } from './service.ts'
import type { OpenedSession, SessionService } from './sessions.ts'

const me = answer('Who you are', meSchema.meta({ id: 'Me' }))
const sessionParams = z.object({ sessionId: z.string().max(64) })
const middleware = limitBody(16 * 1024)

export interface AccountRoutePorts {
  service: AccountService
  sessions: SessionService
  keys: KeyService
  requireCaller: (c: HttpContext) => Promise<Caller>
  /** Sets the cookie. */
  welcome: (c: HttpContext, session: OpenedSession) => Promise<Me>
}

export function accountRoutes(ports: AccountRoutePorts): HttpApp {
  const { service, sessions, keys, requireCaller, welcome } = ports
  const app = createRouter()

  app.openapi(
    createRoute({
      ...routeOf('me', 'identity'),
      summary: 'Who am I',
      responses: { 200: me, ...problemAnswer },
    }),
    async (c) => c.json(await service.describe(await requireCaller(c)), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('setUp', 'identity'),
      summary: 'Make an account with a one-time link',
      middleware,
      request: { ...jsonBody(setupInputSchema.meta({ id: 'SetupInput' })) },
      responses: { 201: me, ...problemAnswer },
    }),
    async (c) => c.json(await welcome(c, await service.setUp(c.req.valid('json'), c.req.header('user-agent'))), 201),
  )

  app.openapi(
    createRoute({
      ...routeOf('signOut', 'identity'),
      summary: 'Sign out',
      responses: { 204: { description: 'Signed out' }, ...problemAnswer },
    }),
    async (c) => {
      requireSameOrigin(c)
      await endSession(c, sessions)
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('confirmSession', 'identity'),
      summary: 'Prove again that it is you',
      middleware,
      request: { ...jsonBody(confirmInputSchema.meta({ id: 'ConfirmInput' })) },
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await sessions.confirm(await requireCaller(c), c.req.valid('json'))
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('listSessions', 'identity'),
      summary: 'List sessions',
      responses: { 200: answer('Sessions', sessionListSchema.meta({ id: 'SessionList' })), ...problemAnswer },
    }),
    async (c) => c.json({ items: await sessions.list(await requireCaller(c)) }, 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('nameSession', 'identity'),
      summary: 'Name a device',
      middleware,
      request: { params: sessionParams, ...jsonBody(nameSessionInputSchema.meta({ id: 'NameSessionInput' })) },
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await sessions.name(await requireCaller(c), c.req.valid('param').sessionId, c.req.valid('json').deviceName)
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('revokeSession', 'identity'),
      summary: 'End a session',
      request: { params: sessionParams },
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await sessions.revoke(await requireCaller(c), c.req.valid('param').sessionId)
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('revokeOtherSessions', 'identity'),
      summary: 'End all other sessions',
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await sessions.revokeOthers(await requireCaller(c))
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('changePassword', 'identity'),
      summary: 'Change the password',
      middleware,
      request: { ...jsonBody(changePasswordInputSchema.meta({ id: 'ChangePasswordInput' })) },
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await sessions.changePassword(await requireCaller(c), c.req.valid('json').password)
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('listApiKeys', 'identity'),
      summary: 'List API keys',
      responses: { 200: answer('Keys', apiKeyListSchema.meta({ id: 'ApiKeyList' })), ...problemAnswer },
    }),
    async (c) => c.json({ items: await keys.list(await requireCaller(c)) }, 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('createApiKey', 'identity'),
      summary: 'Create an API key',
      middleware,
      request: { ...jsonBody(createApiKeyInputSchema.meta({ id: 'CreateApiKeyInput' })) },
      responses: {
        201: answer('The key and its secret', createdApiKeySchema.meta({ id: 'CreatedApiKey' })),
        ...problemAnswer,
      },
    }),
    async (c) => c.json(await keys.create(await requireCaller(c), c.req.valid('json')), 201),
  )

  app.openapi(
    createRoute({
      ...routeOf('revokeApiKey', 'identity'),
      summary: 'Revoke an API key',
      request: { params: z.object({ keyId: z.string().max(64) }) },
      responses: { 204: { description: 'Done' }, ...problemAnswer },
    }),
    async (c) => {
      await keys.revoke(await requireCaller(c), c.req.valid('param').keyId)
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('createWorkspace', 'identity'),
      summary: 'Create a workspace',
      middleware,
      request: { ...jsonBody(createWorkspaceInputSchema.meta({ id: 'CreateWorkspaceInput' })) },
      responses: { 201: answer('The workspace', workspaceSchema.meta({ id: 'Workspace' })), ...problemAnswer },
    }),
    async (c) => c.json(await service.createWorkspace(await requireCaller(c), c.req.valid('json').name), 201),
  )

  return app
}

export function setSessionCookie(c: HttpContext, session: OpenedSession, isSecure: boolean): void {
  setCookie(c, sessionCookie, session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure,
    maxAge: session.maxAgeSeconds,
  })
}

export async function endSession(c: HttpContext, sessions: SessionService): Promise<void> {
  const token = getCookie(c, sessionCookie)
  if (token !== undefined) await sessions.end(token)
  deleteCookie(c, sessionCookie, { path: '/' })
}

export function refuseAnonymous(caller: Caller | undefined): Caller {
  if (!caller) throw new PlatformError('identity.signInRequired')
  return caller
}
