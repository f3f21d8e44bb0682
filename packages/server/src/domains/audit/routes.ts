import {
  auditListSchema,
  auditQuerySchema,
  auditVerificationSchema,
  type AuditVerification,
} from '@banyan/contract/audit'
import { createRoute, z } from '@hono/zod-openapi'
import { createRouter, problemAnswer } from '#infra/http/http-app.ts'
import type { HttpApp, HttpContext } from '#infra/http/http-env.ts'
import { answer, routeOf } from '#infra/http/route.ts'
import type { AuditService } from './service.ts'

/** This domain stands above identity and knows no callers; the composition tells it who asks. */
export interface AuditReaders {
  /** The workspace that the caller may read the log of; throws when he may not. */
  workspaceOf(c: HttpContext): Promise<string>
  /** Throws unless the caller may read the log of the installation. */
  requireAll(c: HttpContext): Promise<void>
}

export interface AuditRouteOptions {
  service: AuditService
  verify: () => Promise<AuditVerification>
  readers: AuditReaders
}

const list = auditListSchema.meta({ id: 'AuditList' })
const lines = {
  description: 'One JSON object a line, oldest first',
  content: { 'application/x-ndjson': { schema: z.string() } },
}

export function auditRoutes({ service, verify, readers }: AuditRouteOptions): HttpApp {
  const router = createRouter()

  router.openapi(
    createRoute({
      ...routeOf('listAudit', 'audit'),
      summary: 'Read the audit log of the team, newest first',
      request: { query: auditQuerySchema },
      responses: { 200: answer('Entries', list), ...problemAnswer },
    }),
    async (c) => c.json(await service.list(c.req.valid('query'), await readers.workspaceOf(c)), 200),
  )

  const ofTeam = createRoute({
    ...routeOf('exportAudit', 'audit'),
    summary: 'Export the audit log of the team',
    responses: { 200: lines, ...problemAnswer },
  })
  router.openAPIRegistry.registerPath(ofTeam)
  router.get(ofTeam.getRoutingPath(), async (c) =>
    c.body(ndjson(service.exportLines(await readers.workspaceOf(c))), 200, ndjsonHeaders),
  )

  router.openapi(
    createRoute({
      ...routeOf('listPlatformAudit', 'audit'),
      summary: 'Read the audit log of the installation, newest first',
      request: { query: auditQuerySchema },
      responses: { 200: answer('Entries', list), ...problemAnswer },
    }),
    async (c) => {
      await readers.requireAll(c)
      return c.json(await service.list(c.req.valid('query')), 200)
    },
  )

  const ofAll = createRoute({
    ...routeOf('exportPlatformAudit', 'audit'),
    summary: 'Export the audit log of the installation, with its chain',
    responses: { 200: lines, ...problemAnswer },
  })
  router.openAPIRegistry.registerPath(ofAll)
  router.get(ofAll.getRoutingPath(), async (c) => {
    await readers.requireAll(c)
    return c.body(ndjson(service.exportLines()), 200, ndjsonHeaders)
  })

  router.openapi(
    createRoute({
      ...routeOf('verifyAudit', 'audit'),
      summary: 'Recompute the chain of the audit log',
      responses: {
        200: answer('What was found', auditVerificationSchema.meta({ id: 'AuditVerification' })),
        ...problemAnswer,
      },
    }),
    async (c) => {
      await readers.requireAll(c)
      return c.json(await verify(), 200)
    },
  )

  return router
}

const ndjsonHeaders = {
  'Content-Type': 'application/x-ndjson; charset=utf-8',
  'Content-Disposition': 'attachment; filename="audit.ndjson"',
}

function ndjson(source: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await source.return(undefined)
    },
  })
}
