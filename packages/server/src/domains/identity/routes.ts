import { PlatformError } from '@banyan/contract/errors'
import {
  apiKeyListSchema,
  createApiKeyInputSchema,
  createdApiKeySchema,
  createWorkspaceInputSchema,
  invitationSchema,
  inviteMemberInputSchema,
  meSchema,
  setupInputSchema,
  signInInputSchema,
  workspaceSchema,
} from '@banyan/contract/identity'
import { createRoute } from '@hono/zod-openapi'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import { callerOfUser, sessionCookie, type Caller } from './caller.ts'
import type { IdentityService, OpenedSession } from './service.ts'
import type { IdentityStore } from './store.ts'

const me = answer('Who you are', meSchema.meta({ id: 'Me' }))
const middleware = limitBody(16 * 1024)

export interface IdentityRouteOptions {
  service: IdentityService
  store: IdentityStore
  requireCaller: (c: HttpContext) => Promise<Caller>
  origin: () => string
  isSecure: boolean
}

export function identityRoutes(options: IdentityRouteOptions): HttpApp {
  const { service, store, requireCaller } = options
  const app = createRouter()

  async function welcome(c: HttpContext, session: OpenedSession) {
    setSessionCookie(c, session, options.isSecure)
    return service.describe(await callerOfUser(session.user, {}, store))
  }

  app.openapi(
    createRoute({ ...routeOf('me', 'identity'), summary: 'Who am I', responses: { 200: me, ...problemAnswer } }),
    async (c) => c.json(await service.describe(await requireCaller(c)), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('setUp', 'identity'),
      summary: 'Make an account with a one-time link',
      middleware,
      request: jsonBody(setupInputSchema.meta({ id: 'SetupInput' })),
      responses: { 201: me, ...problemAnswer },
    }),
    async (c) => {
      requireSameOrigin(c)
      return c.json(await welcome(c, await service.setUp(c.req.valid('json'))), 201)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('signIn', 'identity'),
      summary: 'Sign in',
      middleware,
      request: jsonBody(signInInputSchema.meta({ id: 'SignInInput' })),
      responses: { 200: me, ...problemAnswer },
    }),
    async (c) => {
      requireSameOrigin(c)
      return c.json(await welcome(c, await service.signIn(c.req.valid('json'), c.get('clientAddress'))), 200)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('signOut', 'identity'),
      summary: 'Sign out',
      responses: { 204: { description: 'Signed out' }, ...problemAnswer },
    }),
    async (c) => {
      requireSameOrigin(c)
      await endSession(c, service)
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('listApiKeys', 'identity'),
      summary: 'List API keys',
      responses: { 200: answer('Keys', apiKeyListSchema.meta({ id: 'ApiKeyList' })), ...problemAnswer },
    }),
    async (c) => c.json({ items: await service.listApiKeys(await requireCaller(c)) }, 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('createApiKey', 'identity'),
      summary: 'Create an API key',
      middleware,
      request: jsonBody(createApiKeyInputSchema.meta({ id: 'CreateApiKeyInput' })),
      responses: {
        201: answer('The key and its secret', createdApiKeySchema.meta({ id: 'CreatedApiKey' })),
        ...problemAnswer,
      },
    }),
    async (c) => c.json(await service.createApiKey(await requireCaller(c), c.req.valid('json')), 201),
  )

  app.openapi(
    createRoute({
      ...routeOf('revokeApiKey', 'identity'),
      summary: 'Revoke an API key',
      request: { params: z.object({ keyId: z.string().max(64) }) },
      responses: { 204: { description: 'Revoked' }, ...problemAnswer },
    }),
    async (c) => {
      await service.revokeApiKey(await requireCaller(c), c.req.valid('param').keyId)
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('inviteMember', 'identity'),
      summary: 'Invite somebody to the workspace',
      middleware,
      request: jsonBody(inviteMemberInputSchema.meta({ id: 'InviteMemberInput' })),
      responses: { 201: answer('A one-time link', invitationSchema.meta({ id: 'Invitation' })), ...problemAnswer },
    }),
    async (c) => c.json(await service.invite(await requireCaller(c), c.req.valid('json').role, options.origin()), 201),
  )

  app.openapi(
    createRoute({
      ...routeOf('createWorkspace', 'identity'),
      summary: 'Create a workspace',
      middleware,
      request: jsonBody(createWorkspaceInputSchema.meta({ id: 'CreateWorkspaceInput' })),
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

export async function endSession(c: HttpContext, service: IdentityService): Promise<void> {
  const token = getCookie(c, sessionCookie)
  if (token !== undefined) await service.signOut(token)
  deleteCookie(c, sessionCookie, { path: '/' })
}

export function refuseAnonymous(caller: Caller | undefined): Caller {
  if (!caller) throw new PlatformError('identity.signInRequired')
  return caller
}
