import {
  createdOpenidClientSchema,
  createOpenidClientInputSchema,
  openidClientIdSchema,
  openidClientListSchema,
  openidClientSchema,
  openidGrantListSchema,
  updateOpenidClientInputSchema,
} from '@banyan/contract/openid'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Identity } from '#domains/identity'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import type { OpenidClients } from './clients.ts'

const params = z.object({ clientId: openidClientIdSchema })
const middleware = limitBody(32 * 1024)
const client = answer('The program', openidClientSchema.meta({ id: 'OpenidClient' }))
const created = answer(
  'The program, with its secret this once',
  createdOpenidClientSchema.meta({ id: 'CreatedOpenidClient' }),
)
const done = { 204: { description: 'Done' }, ...problemAnswer }

export function openidClientRoutes({ clients, identity }: { clients: OpenidClients; identity: Identity }): HttpApp {
  const app = createRouter()

  app.openapi(
    createRoute({
      ...routeOf('listOpenidClients', 'openid'),
      summary: 'List programs that may ask who a person is',
      responses: { 200: answer('Programs', openidClientListSchema.meta({ id: 'OpenidClientList' })), ...problemAnswer },
    }),
    async (c) => c.json({ items: await clients.list(await identity.requireCaller(c)) }, 200),
  )
  app.openapi(
    createRoute({
      ...routeOf('createOpenidClient', 'openid'),
      summary: 'Register a program',
      middleware,
      request: jsonBody(createOpenidClientInputSchema.meta({ id: 'CreateOpenidClientInput' })),
      responses: { 201: created, ...problemAnswer },
    }),
    async (c) => c.json(await clients.create(await identity.requireCaller(c), c.req.valid('json')), 201),
  )
  app.openapi(
    createRoute({
      ...routeOf('updateOpenidClient', 'openid'),
      summary: 'Change its name or addresses',
      middleware,
      request: { params, ...jsonBody(updateOpenidClientInputSchema.meta({ id: 'UpdateOpenidClientInput' })) },
      responses: { 200: client, ...problemAnswer },
    }),
    async (c) => {
      const caller = await identity.requireCaller(c)
      return c.json(await clients.update(caller, c.req.valid('param').clientId, c.req.valid('json')), 200)
    },
  )
  app.openapi(
    createRoute({
      ...routeOf('rotateOpenidSecret', 'openid'),
      summary: 'Give it another secret',
      request: { params },
      responses: { 200: created, ...problemAnswer },
    }),
    async (c) =>
      c.json(await clients.rotateSecret(await identity.requireCaller(c), c.req.valid('param').clientId), 200),
  )
  app.openapi(
    createRoute({
      ...routeOf('deleteOpenidClient', 'openid'),
      summary: 'Remove it, with all its tokens',
      request: { params },
      responses: done,
    }),
    async (c) => {
      await clients.remove(await identity.requireCaller(c), c.req.valid('param').clientId)
      return c.body(null, 204)
    },
  )
  app.openapi(
    createRoute({
      ...routeOf('listOpenidGrants', 'openid'),
      summary: 'Programs that the person has let know who he is',
      responses: { 200: answer('Programs', openidGrantListSchema.meta({ id: 'OpenidGrantList' })), ...problemAnswer },
    }),
    async (c) => c.json({ items: await clients.grants(await identity.requireCaller(c)) }, 200),
  )
  app.openapi(
    createRoute({
      ...routeOf('revokeOpenidGrant', 'openid'),
      summary: 'Take it back, and end its tokens',
      request: { params },
      responses: done,
    }),
    async (c) => {
      await clients.revokeGrant(await identity.requireCaller(c), c.req.valid('param').clientId)
      return c.body(null, 204)
    },
  )
  return app
}
