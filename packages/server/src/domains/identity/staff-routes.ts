/** The staff of the installation, and the verification of teams that it decides. */
import {
  documentMaxBytes,
  documentSchema,
  setStaffInputSchema,
  staffListSchema,
  verificationDecisionInputSchema,
  verificationInputSchema,
  verificationListSchema,
  verificationSchema,
} from '@banyan/contract/teams'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { limitBody, readBody } from '#infra/http/body.ts'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { answer, jsonBody, routeOf } from '#infra/http/route.ts'
import type { Caller } from './caller.ts'
import type { RoleService } from './roles.ts'
import type { TeamService } from './verification.ts'

const staff = answer('The staff', staffListSchema.meta({ id: 'StaffList' }))
const verification = answer('The application', verificationSchema.meta({ id: 'Verification' }))
const workspaceParams = z.object({ workspaceId: z.string().max(64) })
const stateQuery = z.object({ state: z.enum(['submitted', 'verified', 'rejected']).default('submitted') })
const middleware = limitBody(64 * 1024)

export interface StaffRoutePorts {
  teams: TeamService
  roles: RoleService
  requireCaller: (c: HttpContext) => Promise<Caller>
}

export function staffRoutes({ teams, roles, requireCaller }: StaffRoutePorts): HttpApp {
  const app = createRouter()

  app.openapi(
    createRoute({
      ...routeOf('listStaff', 'staff'),
      summary: 'List the staff of the platform',
      responses: { 200: staff, ...problemAnswer },
    }),
    async (c) => c.json(await roles.listStaff(await requireCaller(c)), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('setStaff', 'staff'),
      summary: 'Make somebody staff, or no longer',
      middleware,
      request: { ...jsonBody(setStaffInputSchema.meta({ id: 'SetStaffInput' })) },
      responses: { 200: staff, ...problemAnswer },
    }),
    async (c) => c.json(await roles.setStaff(await requireCaller(c), c.req.valid('json')), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('addTeamDocument', 'teams'),
      summary: 'Upload a document for verification',
      request: {
        body: { content: { 'application/pdf': { schema: z.string().meta({ format: 'binary' }) } }, required: true },
      },
      responses: { 201: answer('The document', documentSchema.meta({ id: 'TeamDocument' })), ...problemAnswer },
    }),
    async (c) => {
      const caller = await requireCaller(c)
      return c.json(await teams.addDocument(caller, await readBody(c, documentMaxBytes)), 201)
    },
  )

  app.openapi(
    createRoute({
      ...routeOf('submitVerification', 'teams'),
      summary: 'Apply for verification',
      middleware,
      request: { ...jsonBody(verificationInputSchema.meta({ id: 'VerificationInput' })) },
      responses: { 201: verification, ...problemAnswer },
    }),
    async (c) => c.json(await teams.submit(await requireCaller(c), c.req.valid('json')), 201),
  )

  app.openapi(
    createRoute({
      ...routeOf('readVerification', 'teams'),
      summary: 'Read the application',
      responses: { 200: verification, ...problemAnswer },
    }),
    async (c) => c.json(await teams.readOwn(await requireCaller(c)), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('listVerifications', 'staff'),
      summary: 'List applications for verification',
      request: { query: stateQuery },
      responses: {
        200: answer('Applications, the oldest first', verificationListSchema.meta({ id: 'VerificationList' })),
        ...problemAnswer,
      },
    }),
    async (c) => c.json({ items: await teams.list(await requireCaller(c), c.req.valid('query').state) }, 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('decideVerification', 'staff'),
      summary: 'Decide on an application',
      middleware,
      request: {
        params: workspaceParams,
        ...jsonBody(verificationDecisionInputSchema.meta({ id: 'VerificationDecisionInput' })),
      },
      responses: { 200: verification, ...problemAnswer },
    }),
    async (c) =>
      c.json(await teams.decide(await requireCaller(c), c.req.valid('param').workspaceId, c.req.valid('json')), 200),
  )

  app.openapi(
    createRoute({
      ...routeOf('readTeamDocument', 'staff'),
      summary: 'Read a document of an application',
      request: { params: workspaceParams.extend({ documentId: z.string().max(64) }) },
      responses: { 200: { description: 'The document' }, ...problemAnswer },
    }),
    async (c) => {
      const { bytes, mediaType } = await teams.readDocument(await requireCaller(c), c.req.valid('param'))
      return c.body(new Uint8Array(bytes), 200, { 'Content-Type': mediaType, 'Content-Disposition': 'attachment' })
    },
  )

  return app
}
