/** The person at the browser, about himself: his cookie says who he is, and only requests of our own pages may use it. */
import {
  consentInputSchema,
  consentListSchema,
  endUserSchema,
  userCodeInputSchema,
  userDataSchema,
  userSignInInputSchema,
} from '@banyan/contract/end-users'
import { createRoute } from '@hono/zod-openapi'
import { limitBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import { requireSameOrigin } from '#infra/http/same-origin.ts'
import type { UserAccounts } from './accounts.ts'
import type { Visitors } from './routes.ts'

const user = answer('The person', endUserSchema.meta({ id: 'EndUser' }))
const done = { 204: { description: 'Done' }, ...problemAnswer }
const middleware = limitBody(4096)

export function userAccountRoutes({ accounts, visitors }: { accounts: UserAccounts; visitors: Visitors }): HttpApp {
  const app = createRouter()

  app.openapi(
    createRoute({
      ...routeOf('readUser', 'users'),
      summary: 'Who is at the browser',
      responses: { 200: user, ...problemAnswer },
    }),
    async (c) => c.json(await accounts.describe(await visitors.findVisitor(c)), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('sendUserCode', 'users'),
      summary: 'Have a code sent to sign in to mini-programs',
      middleware,
      request: jsonBody(userCodeInputSchema.meta({ id: 'UserCodeInput' })),
      responses: { 202: { description: 'Sent' }, ...problemAnswer },
    }),
    async (c) => {
      requireSameOrigin(c)
      await accounts.sendCode(c.req.valid('json').email, c.get('clientAddress'))
      return c.body(null, 202)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('signInUser', 'users'),
      summary: 'Sign in to mini-programs',
      middleware,
      request: jsonBody(userSignInInputSchema.meta({ id: 'UserSignInInput' })),
      responses: { 200: user, ...problemAnswer },
    }),
    async (c) => {
      requireSameOrigin(c)
      const input = c.req.valid('json')
      visitors.setToken(c, await accounts.signIn(input, await visitors.findVisitor(c)))
      return c.json({ kind: 'account' as const, email: input.email }, 200)
    },
  )

  app.openapi(
    createRoute({ ...routeOf('signOutUser', 'users'), summary: 'Sign out of mini-programs', responses: done }),
    async (c) => {
      requireSameOrigin(c)
      const token = visitors.takeToken(c)
      if (token !== undefined) await accounts.signOut(token)
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('recordConsent', 'users'),
      summary: 'Agree to something, or no longer',
      middleware,
      request: jsonBody(consentInputSchema.meta({ id: 'ConsentInput' })),
      responses: done,
    }),
    async (c) => {
      requireSameOrigin(c)
      await accounts.consent(await visitors.rememberVisitor(c), c.req.valid('json'))
      return c.body(null, 204)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('listConsents', 'users'),
      summary: 'What the person has agreed to',
      responses: { 200: answer('Decisions', consentListSchema.meta({ id: 'ConsentList' })), ...problemAnswer },
    }),
    async (c) => {
      const visitor = await visitors.findVisitor(c)
      return c.json({ items: visitor === undefined ? [] : await accounts.consents(visitor) }, 200)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('exportUserData', 'users'),
      summary: 'Everything that the platform holds about the person',
      responses: { 200: answer('The data', userDataSchema.meta({ id: 'UserData' })), ...problemAnswer },
    }),
    async (c) => {
      const visitor = await visitors.findVisitor(c)
      return c.json(visitor === undefined ? {} : await accounts.exportData(visitor), 200)
    },
  )

  app.openapi(
    createRoute({ ...routeOf('eraseUserData', 'users'), summary: 'Forget the person', responses: done }),
    async (c) => {
      requireSameOrigin(c)
      const visitor = await visitors.findVisitor(c)
      if (visitor !== undefined) await accounts.eraseData(visitor)
      visitors.takeToken(c)
      return c.body(null, 204)
    },
  )

  return app
}
